package cn.lantai.prose;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes for themselves the characters with which CommonMark begins code, HTML, entities and a
 * second way of emphasis, and leaves a backslash its power over our own marks alone.
 */
final class LiteralMarks implements InlineContentParserFactory {

  private static final String ESCAPABLE = "\\*[](->!";

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('`', '<', '&', '_', '\\');
  }

  @Override
  public InlineContentParser create() {
    return LiteralMarks::parse;
  }

  private static ParsedInline parse(InlineParserState state) {
    Scanner scanner = state.scanner();
    char mark = scanner.peek();
    scanner.next();
    if (mark == '\\' && scanner.hasNext() && ESCAPABLE.indexOf(scanner.peek()) >= 0) {
      mark = scanner.peek();
      scanner.next();
    }
    return ParsedInline.of(new Text(String.valueOf(mark)), scanner.position());
  }
}
