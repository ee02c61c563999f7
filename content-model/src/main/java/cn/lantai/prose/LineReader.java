package cn.lantai.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the marks within one line. What is no mark of ours stays as it is written. */
final class LineReader {

  /** Strong, emphasised and a link at once is three; deeper marks are characters. */
  private static final int NESTED = 8;

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of())
          .customInlineContentParserFactory(new LiteralMarks())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxInlineNesting(NESTED)
          .build();

  /** A code point that texts never contain: Unicode keeps it for the use of programs. */
  private static final String PAD = "\uFDD0";

  /** Stands for an asterisk that multiplies, which is no mark. */
  private static final String TIMES = "\uFDD1";

  private static final String UNIT = "(?:毫米|厘米|公分|分米|米|寸|尺|mm|cm|m)?";
  private static final String SIDE = "(?:[长宽高厚深阔纵横]度?|直?径)";
  private static final String SIZE = SIDE + "?\\d+(?:\\.\\d+)?" + UNIT;

  /** How things are measured: 长*宽*高, 21*29.7厘米, 长12*宽8*厚3. */
  private static final Pattern PRODUCT =
      Pattern.compile("%1$s(?:\\*%1$s)+|%2$s(?:\\*%2$s)+".formatted(SIDE, SIZE));

  private final String padded;
  private final List<Stretch> stretches = new ArrayList<>();
  private List<Words> words = new ArrayList<>();

  private LineReader(String padded) {
    this.padded = padded;
  }

  static Line read(String source) {
    String padded = pad(multiplied(source));
    Node block = PARSER.parse(padded).getFirstChild();
    // A definition of a link would otherwise vanish, and a line of nothing but marks be empty.
    if (!(block instanceof Paragraph)) {
      return Line.literal(source);
    }
    LineReader reader = new LineReader(padded);
    reader.read(block, false, false);
    reader.end(Optional.empty());
    Line line = new Line(reader.stretches);
    return line.plain().isBlank() ? Line.literal(source) : line;
  }

  /**
   * Asterisks between sizes multiply. By CommonMark they would emphasise the second of three, for
   * within words they may stand anywhere.
   */
  private static String multiplied(String source) {
    return PRODUCT.matcher(source).replaceAll(product -> product.group().replace("*", TIMES));
  }

  /**
   * Puts what is neither white space nor punctuation around the asterisks. CommonMark lets them
   * open and close by what stands beside them, and expects spaces between words: in Chinese, where
   * there are none, the asterisks after “。” or “”” would never close.
   */
  private static String pad(String source) {
    StringBuilder padded = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      int end = at + 1;
      if (source.charAt(at) == '\\') {
        end = Math.min(at + 2, source.length());
      } else if (source.charAt(at) == '*') {
        while (end < source.length() && source.charAt(end) == '*') {
          end++;
        }
        padded.append(isInk(source, at - 1) ? PAD : "");
      }
      padded.append(source, at, end);
      padded.append(source.charAt(at) == '*' && isInk(source, end) ? PAD : "");
      at = end;
    }
    return padded.toString();
  }

  private static boolean isInk(String source, int at) {
    return at >= 0
        && at < source.length()
        && !Character.isWhitespace(source.charAt(at))
        && !Character.isSpaceChar(source.charAt(at));
  }

  private static String unpadded(String text) {
    return text.replace(PAD, "").replace(TIMES, "*");
  }

  private void read(Node parent, boolean strong, boolean emphasis) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        add(text.getLiteral(), strong, emphasis);
      } else if (node instanceof StrongEmphasis) {
        read(node, true, emphasis);
      } else if (node instanceof Emphasis) {
        read(node, strong, true);
      } else if (!(node instanceof Link link) || !isRead(link, strong, emphasis)) {
        add(written(node), strong, emphasis);
      }
    }
  }

  /** False if it leads where no link may, or has no words that lead there. */
  private boolean isRead(Link link, boolean strong, boolean emphasis) {
    Optional<String> address = LinkAddress.of(unpadded(link.getDestination()));
    if (address.isEmpty()) {
      return false;
    }
    List<Words> before = words;
    words = new ArrayList<>();
    read(link, strong, emphasis);
    List<Words> linked = words;
    words = before;
    if (linked.stream().allMatch(each -> each.text().isBlank())) {
      return false;
    }
    end(Optional.empty());
    words = linked;
    end(address);
    return true;
  }

  private void add(String text, boolean strong, boolean emphasis) {
    String plain = unpadded(text);
    int last = words.size() - 1;
    Words more = new Words(plain, strong, emphasis);
    if (last >= 0 && words.get(last).isStyledAs(more)) {
      words.set(last, new Words(words.get(last).text() + plain, strong, emphasis));
    } else if (!plain.isEmpty()) {
      words.add(more);
    }
  }

  private void end(Optional<String> address) {
    if (!words.isEmpty()) {
      stretches.add(new Stretch(address, words));
      words = new ArrayList<>();
    }
  }

  private String written(Node node) {
    StringBuilder source = new StringBuilder();
    for (SourceSpan span : node.getSourceSpans()) {
      int from = span.getInputIndex();
      source.append(padded, from, from + span.getLength());
    }
    return source.toString();
  }
}
