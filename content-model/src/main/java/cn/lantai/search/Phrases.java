package cn.lantai.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Looks for a text as it is, in a field that {@link FoldingAnalyzer} has cut into tokens. */
final class Phrases {

  private record Token(int position, String text, boolean han, boolean single) {}

  private Phrases() {}

  static Query of(String field, String folded) {
    List<Token> tokens = needed(tokens(FoldedText.of(folded)));
    if (tokens.isEmpty()) {
      return new MatchNoDocsQuery("no word in it");
    }
    if (tokens.size() == 1) {
      return new TermQuery(new Term(field, tokens.get(0).text));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    tokens.forEach(token -> phrase.add(new Term(field, token.text), token.position));
    return phrase.build();
  }

  /** Of a run of Chinese, every second pair and the last: they cover it. */
  private static List<Token> needed(List<Token> tokens) {
    List<Token> needed = new ArrayList<>();
    int covered = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean paired = i + 1 < tokens.size() && !tokens.get(i + 1).single;
      if (token.single && (!token.han || !paired && token.position > covered)) {
        needed.add(token);
        covered = token.position;
      } else if (!token.single) {
        boolean lastPair = i + 2 >= tokens.size() || tokens.get(i + 2).single;
        if (token.position > covered || lastPair) {
          needed.add(token);
          covered = token.position + 1;
        }
      }
    }
    return needed;
  }

  private static List<Token> tokens(FoldedText text) {
    List<Token> tokens = new ArrayList<>();
    int position = -1;
    for (TokenWalk walk = new TokenWalk(text); walk.next(); ) {
      position += walk.isSingle() ? 1 : 0;
      String token = text.subSequence(walk.start(), walk.end()).toString();
      tokens.add(new Token(position, token, walk.isHan(), walk.isSingle()));
    }
    return tokens;
  }
}
