package cn.lantai.table;

import cn.lantai.archive.Elements;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells of those elements that the profile alone describes. */
final class ElementCells {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

  private ElementCells() {}

  /** The columns of all elements that are used at one of the levels, in the profile's order. */
  static List<Column> columns(Collection<Level> levels) {
    return DescriptionProfile.get().elements().stream()
        .filter(element -> levels.stream().anyMatch(level -> element.obligation(level).isPresent()))
        .flatMap(element -> Column.of(element, levels).stream())
        .toList();
  }

  /** What the row says at a level; a cell that is not used there is reported. */
  static Elements read(Row row, Collection<Level> levels, Level level) {
    Elements elements = Elements.NONE;
    for (Element element : DescriptionProfile.get().elements()) {
      if (!element.builtIn()
          && levels.stream().anyMatch(each -> element.obligation(each).isPresent())) {
        List<LocalizedText> values = values(row, element);
        if (!values.isEmpty() && element.obligation(level).isEmpty()) {
          row.problem(element.zh(), values.get(0).zh(), unused(element, level), MOVE);
        } else if (!values.isEmpty()) {
          elements = elements.with(element.id(), values);
        }
      }
    }
    return elements;
  }

  private static LocalizedText unused(Element element, Level level) {
    return LocalizedText.of(
        level.label("zh") + "一级不著录“" + element.zh() + "”",
        "“" + element.en() + "” is not given for a " + level.label("en"));
  }

  private static final LocalizedText MOVE =
      LocalizedText.of(
          "请移到适用的层级，或写入附注", "Move it to the level that it belongs to, or to the notes");

  private static List<LocalizedText> values(Row row, Element element) {
    String column = element.zh();
    return switch (element.type()) {
      case LOCALIZED -> row.text(column, Column.ENGLISH + column).stream().toList();
      case PARAGRAPHS -> row.paragraphs(column, Column.ENGLISH + column).stream().toList();
      case TERM -> slug(row, element).map(LocalizedText::of).stream().toList();
      case INTEGER -> integer(row, column).map(LocalizedText::of).stream().toList();
      default ->
          (element.repeatable() ? row.list(column) : row.get(column).stream().toList())
              .stream().map(LocalizedText::of).toList();
    };
  }

  static Optional<String> slug(Row row, Element element) {
    return row.oneOf(element.zh(), element::choice, allowed(element)).map(Choice::slug);
  }

  static String allowed(Element element) {
    return element.choices().stream().map(Choice::zh).collect(Collectors.joining("、"));
  }

  private static Optional<String> integer(Row row, String column) {
    return row.parsed(
        column,
        text -> {
          if (!INTEGER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        LocalizedText.of("不是整数", "Not a whole number"),
        LocalizedText.of("请填阿拉伯数字", "Write it in digits"));
  }

  static void write(Elements elements, RowWriter row) {
    elements.all().forEach((element, values) -> write(element, values, row));
  }

  private static void write(Element element, List<LocalizedText> values, RowWriter row) {
    String column = element.zh();
    LocalizedText first = values.get(0);
    switch (element.type()) {
      case LOCALIZED -> row.text(column, Column.ENGLISH + column, first);
      case PARAGRAPHS -> row.paragraphs(column, Column.ENGLISH + column, Optional.of(first));
      case TERM -> term(row, element, first.zh());
      default -> {
        if (element.repeatable()) {
          row.list(column, values.stream().map(LocalizedText::zh).toList());
        } else {
          row.set(column, first.zh());
        }
      }
    }
  }

  static void term(RowWriter row, Element element, String slug) {
    element.choices().stream()
        .filter(choice -> choice.slug().equals(slug))
        .forEach(choice -> row.set(element.zh(), choice.zh()));
  }
}
