package cn.lantai.table;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param heading the Chinese heading, as tables are written
 * @param english the English heading, which is recognised as well
 * @param required whether an empty cell keeps the row out
 * @param aliases headings of other catalogues that mean it
 * @param element the element of description that it holds, with help and obligations; empty for
 *     tables that the profile says nothing of
 * @param help how it is filled in, where the profile says nothing of it
 */
public record Column(
    String heading,
    String english,
    boolean required,
    List<String> aliases,
    Optional<Element> element,
    Optional<LocalizedText> help) {

  /** In front of a heading: the column with the English text. */
  public static final String ENGLISH = "英文";

  /** In front of a heading: the column with the date as it is written. */
  public static final String AS_WRITTEN = "原文";

  private static final Pattern PREFIX = Pattern.compile("^(?:dc|dcterms|isadg?):");
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{P}\\p{S}]+");

  /** Every heading of a source is held against all columns and their aliases. */
  private static final Cache<String, String> NORMAL =
      Caffeine.newBuilder().maximumSize(10_000).build();

  public Column {
    aliases = List.copyOf(aliases);
  }

  public Column(String heading, String english, boolean required) {
    this(heading, english, required, List.of(), Optional.empty(), Optional.empty());
  }

  private Column(
      String heading, String english, boolean required, List<String> aliases, Element element) {
    this(heading, english, required, aliases, Optional.of(element), Optional.empty());
  }

  /** The same with help for who fills it in. */
  Column helped(String zh, String en) {
    return new Column(
        heading, english, required, aliases, element, Optional.of(LocalizedText.of(zh, en)));
  }

  /**
   * The columns of an element: one, and a second one for the English text, or for the date as it is
   * written.
   *
   * @param levels those that the table is for
   */
  static List<Column> of(Element element, Collection<Level> levels) {
    Column main =
        new Column(
            element.zh(),
            element.en(),
            element.essential()
                && levels.stream().allMatch(level -> element.obligation(level).isPresent()),
            element.aliases().stream().filter(alias -> !alias.startsWith(ENGLISH)).toList(),
            element);
    if (element.type().isLocalized() && !element.repeatable()) {
      return List.of(main, second(element, ENGLISH, " in English"));
    }
    return element.type() == ValueType.DATE
        ? List.of(second(element, AS_WRITTEN, " as written"), main)
        : List.of(main);
  }

  private static Column second(Element element, String prefix, String suffix) {
    List<String> aliases =
        element.aliases().stream()
            .map(alias -> alias.startsWith(prefix) ? alias : around(alias, prefix, suffix))
            .toList();
    return new Column(prefix + element.zh(), element.en() + suffix, false, aliases, element);
  }

  private static String around(String alias, String prefix, String suffix) {
    return alias.charAt(0) < 0x80 ? alias + suffix : prefix + alias;
  }

  /** Whether a table that has this heading means this column. */
  public boolean isCalled(String text) {
    String wanted = normal(text);
    return !wanted.isEmpty()
        && Stream.concat(Stream.of(heading, english), aliases.stream())
            .anyMatch(name -> normal(name).equals(wanted));
  }

  /** A heading without what people write differently: case, width, spaces, punctuation. */
  private static String normal(String heading) {
    return NORMAL.get(heading, Column::normalized);
  }

  private static String normalized(String heading) {
    String text =
        Normalizer.normalize(heading, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return IGNORED.matcher(PREFIX.matcher(text).replaceFirst("")).replaceAll("");
  }
}
