package cn.lantai.entity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;

/**
 * Reads the triples of one graph. For some twenty lines Jena's parser takes ten times as long to be
 * made ready as this takes to read them.
 */
public final class NTriplesReader {

  private static final Set<TokenType> SUBJECT = EnumSet.of(TokenType.IRI);
  private static final Set<TokenType> OBJECT =
      EnumSet.of(TokenType.IRI, TokenType.STRING, TokenType.LITERAL_LANG, TokenType.LITERAL_DT);

  private NTriplesReader() {}

  /**
   * @throws RiotException if it is no N-Triples, or has a blank node
   */
  public static List<Triple> read(byte[] nTriples) {
    List<Triple> triples = new ArrayList<>();
    Tokenizer tokens = TokenizerText.fromString(new String(nTriples, StandardCharsets.UTF_8));
    while (tokens.hasNext()) {
      Node subject = node(tokens, SUBJECT);
      Node predicate = node(tokens, SUBJECT);
      triples.add(Triple.create(subject, predicate, node(tokens, OBJECT)));
      requireEnd(tokens);
    }
    return triples;
  }

  private static Node node(Tokenizer tokens, Set<TokenType> types) {
    Token token = next(tokens);
    return Optional.of(token)
        .filter(each -> types.contains(each.getType()))
        .map(Token::asNode)
        .orElseThrow(() -> misplaced(token));
  }

  private static void requireEnd(Tokenizer tokens) {
    Token token = next(tokens);
    if (!token.hasType(TokenType.DOT)) {
      throw misplaced(token);
    }
  }

  private static Token next(Tokenizer tokens) {
    if (!tokens.hasNext()) {
      throw new RiotException("The last triple has no end");
    }
    return tokens.next();
  }

  private static RiotException misplaced(Token token) {
    return new RiotException(
        "[line " + token.getLine() + "] Not expected here: " + token.asString());
  }
}
