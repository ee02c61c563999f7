package cn.lantai.archive;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference code (档号). New ones follow DA/T 13-2022: parts from the fonds down to the item,
 * joined by hyphens, the parts of a series number by middle dots. Codes that archives gave in the
 * past are kept as they are; only width, spaces and the kind of hyphen and dot are made the same.
 *
 * <p>Codes sort in archival order: numbers in them by value, so that 2 comes before 10 with or
 * without leading zeros, and what contains another before it.
 */
public record ReferenceCode(String value) implements Comparable<ReferenceCode> {

  private static final int MAX_LENGTH = 200;

  private static final Pattern HYPHENS = Pattern.compile(" *[-‐‑‒–—―−]+ *");
  private static final Pattern DOTS = Pattern.compile(" *[·・‧•∙⋅･] *");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern FORM =
      Pattern.compile("(?=.*[\\p{L}\\p{N}])[^\\p{C}<>|-]+(?:-[^\\p{C}<>|-]+)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d{1,18})");
  private static final int WIDTH = 12;

  /**
   * @throws IllegalArgumentException if the text is not a reference code
   */
  public ReferenceCode {
    value = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    value = HYPHENS.matcher(value).replaceAll("-");
    value = DOTS.matcher(value).replaceAll("·");
    value = SPACES.matcher(value).replaceAll(" ");
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a reference code: " + value);
    }
  }

  /** The code of a record or a set; empty for all else, and for what is none. */
  public static Optional<ReferenceCode> in(EntityGraph graph) {
    if (graph.iri().type() != EntityType.RECORD && graph.iri().type() != EntityType.RECORD_SET) {
      return Optional.empty();
    }
    String self = graph.iri().uri();
    return graph.triples().stream()
        .filter(triple -> triple.predicateMatches(Rico.identifier.asNode()))
        .filter(triple -> triple.getSubject().getURI().equals(self))
        .filter(triple -> triple.getObject().isLiteral())
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .sorted()
        .findFirst()
        .flatMap(ReferenceCode::parse);
  }

  /** Empty if the text is not a reference code. */
  public static Optional<ReferenceCode> parse(String text) {
    try {
      return Optional.of(new ReferenceCode(text));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }

  /** What the code says of itself, as far as that is certain. */
  public CodeParts parts() {
    return CodeParts.of(value);
  }

  /** Whether the other code lies below this one, as that of a record below that of its file. */
  public boolean contains(ReferenceCode other) {
    return other.value.startsWith(value + "-") || other.value.startsWith(value + "·");
  }

  /**
   * The code after this one: its last number plus one, in as many digits. Empty if it does not end
   * in a number.
   */
  public Optional<ReferenceCode> next() {
    Matcher last = LAST_NUMBER.matcher(value);
    if (!last.matches()) {
      return Optional.empty();
    }
    String digits = last.group(2);
    String next = Long.toString(Long.parseLong(digits) + 1);
    return Optional.of(
        new ReferenceCode(
            last.group(1) + "0".repeat(Math.max(0, digits.length() - next.length())) + next));
  }

  /** Text whose plain order is the archival order. */
  public String sortKey() {
    return NUMBER.matcher(value).replaceAll(ReferenceCode::padded);
  }

  private static String padded(MatchResult number) {
    return "0".repeat(Math.max(0, WIDTH - number.group().length())) + number.group();
  }

  @Override
  public int compareTo(ReferenceCode other) {
    int order = sortKey().compareTo(other.sortKey());
    return order != 0 ? order : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
