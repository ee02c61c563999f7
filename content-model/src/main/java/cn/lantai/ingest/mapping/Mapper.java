package cn.lantai.ingest.mapping;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.SourceKeys;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import cn.lantai.table.CellText;
import cn.lantai.table.Column;
import cn.lantai.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the rows of a source into rows of our tables. */
public final class Mapper {

  private static final String LEVEL = DescriptionProfile.get().element("level").zh();
  private static final String NOTE = DescriptionProfile.get().element("note").zh();

  /** In characters; the profile has the same limit. */
  private static final int LONGEST_NAME = 500;

  private final Optional<Mapping> mapping;
  private final Map<TableOfSource, Plan> plans = new HashMap<>();

  private record TableOfSource(String name, Header header) {}

  /**
   * @param mapping empty if tables are only to be recognised
   */
  public Mapper(Optional<Mapping> mapping) {
    this.mapping = mapping;
  }

  /**
   * A row of one of our tables.
   *
   * @param derived whether it came of a row that is about something else, so that it may come again
   */
  public record Mapped(Target target, Row row, boolean derived) {}

  /**
   * How the rows of one source table become ours.
   *
   * @param unread columns of which nothing is taken
   */
  private record Plan(List<Group> groups, List<String> unread) {}

  /**
   * @param lines where the cells of the target come from
   * @param direct whether the source writes cells as our tables do
   */
  private record Group(Target target, List<Mapping.Line> lines, boolean direct) {

    /** What the source calls our columns. */
    Map<String, String> headings() {
      Map<String, String> headings = new HashMap<>();
      for (Mapping.Line line : lines) {
        if (!line.from().isEmpty()) {
          headings.putIfAbsent(line.column(), line.from());
        }
      }
      return headings;
    }
  }

  /** The rows that come of a source row, the one that it is about last; none if it is unknown. */
  public List<Mapped> map(SourceRow row) {
    Plan plan = plan(row);
    List<Mapped> mapped = new ArrayList<>();
    for (Group group : plan.groups()) {
      Map<String, String> cells = new HashMap<>();
      for (Mapping.Line line : group.lines()) {
        String value =
            group.direct()
                ? row.cell(line.from())
                : value(line, column(group, line), row.cell(line.from()), mapped, row);
        if (!value.isEmpty()) {
          cells.merge(
              line.column(), value, (old, more) -> joined(line, column(group, line), old, more));
        }
      }
      if (!group.direct()) {
        moveUnused(group.target(), cells);
      }
      boolean derived = row.derived() || group != plan.groups().get(plan.groups().size() - 1);
      Row result = new Row(row.place(), cells).headed(group.headings());
      if (!derived) {
        row.problems().forEach(result::note);
      }
      mapped.add(new Mapped(group.target(), result, derived));
    }
    return mapped;
  }

  /** The columns of the row's table that nothing is taken from. */
  public List<String> unread(SourceRow row) {
    return plan(row).unread();
  }

  /**
   * How the columns of a table are taken.
   *
   * @param target the table that its rows are about; empty if it is unknown
   * @param mapped whether by the mapping; if not, its headings were recognised
   */
  record Taken(Optional<Target> target, List<Mapping.Line> lines, boolean mapped) {}

  Taken taken(String table, Header header) {
    List<Group> groups = plan(table, header).groups();
    return new Taken(
        groups.stream().reduce((first, last) -> last).map(Group::target),
        groups.stream().flatMap(group -> group.lines().stream()).toList(),
        groups.stream().anyMatch(group -> !group.direct()));
  }

  /** Two values for one column are two texts of a list, or else two paragraphs. */
  private static String joined(Mapping.Line line, Column column, String old, String more) {
    boolean list = line.writing().isAuthority() || isList(column);
    return old + (list ? "；" : isParagraphs(column) ? CellText.LINES : "；") + more;
  }

  private static boolean isList(Column column) {
    return column.element().filter(Element::repeatable).isPresent();
  }

  private static boolean isParagraphs(Column column) {
    return column.element().filter(each -> each.type() == ValueType.PARAGRAPHS).isPresent();
  }

  /** What a description of this level has no column for, or no room, goes into its notes. */
  private static void moveUnused(Target target, Map<String, String> cells) {
    Optional<Level> level =
        target.file().equals("records.csv")
            ? Optional.of(Level.ITEM)
            : Optional.ofNullable(cells.get(LEVEL)).flatMap(Level::ofLabel);
    for (Column column : target.columns()) {
      boolean unused =
          level.isPresent()
              && column.element().filter(e -> e.obligation(level.get()).isEmpty()).isPresent();
      String text = unused || isTooLong(column, cells) ? cells.remove(column.heading()) : null;
      if (text != null) {
        String note = CellText.plain(text);
        String paragraph =
            isParagraphs(column) ? note : CellText.join(List.of(note), CellText.LINES);
        cells.merge(NOTE, column.heading() + "：" + paragraph, (a, b) -> a + CellText.LINES + b);
      }
    }
  }

  /** What is a name with us is a paragraph with others. */
  private static boolean isTooLong(Column column, Map<String, String> cells) {
    return column.element().filter(each -> each.type() == ValueType.TEXT).isPresent()
        && cells.getOrDefault(column.heading(), "").length() > LONGEST_NAME;
  }

  private static Column column(Group group, Mapping.Line line) {
    return group.target().column(line.column()).orElseThrow();
  }

  private String value(
      Mapping.Line line, Column column, String cell, List<Mapped> mapped, SourceRow row) {
    if (line.from().isEmpty()) {
      return line.writing() == Writing.KEY ? key(line.constant()) : line.constant();
    }
    if (cell.isEmpty()) {
      return "";
    }
    return switch (line.writing()) {
      case CELL -> line.constant() + cell;
      case TEXT -> CellText.guarded(text(line, column, line.constant() + cell));
      case KEY -> key(line.constant() + cell);
      case CODE -> code(line.constant() + cell);
      case EDTF -> edtf(cell);
      case PERSON, ORGANISATION, FAMILY, PLACE, THEME -> authorities(line, cell, mapped, row);
    };
  }

  private static String text(Mapping.Line line, Column column, String text) {
    if (isParagraphs(column)) {
      return CellText.join(text.lines().toList(), CellText.LINES);
    }
    return isList(column) ? CellText.join(parts(line, text), CellText.LIST) : text;
  }

  private static List<String> parts(Mapping.Line line, String cell) {
    return line.separator().isEmpty()
        ? List.of(cell)
        : Arrays.stream(cell.split(Pattern.quote(line.separator())))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
  }

  /** Makes a row for each name in the cell; the value is their keys. */
  private String authorities(Mapping.Line line, String cell, List<Mapped> mapped, SourceRow row) {
    Set<String> keys = new LinkedHashSet<>();
    Target target = Target.named(line.writing().table()).orElseThrow();
    for (String name : parts(line, cell)) {
      String key = key(name);
      keys.add(key);
      Map<String, String> cells = new HashMap<>();
      cells.put("键", key);
      cells.put(line.writing().nameColumn(), CellText.guarded(name));
      if (line.writing() == Writing.THEME) {
        cells.put("体系", "local");
      }
      mapped.add(new Mapped(target, new Row(row.place(), cells), true));
    }
    return String.join("；", keys);
  }

  private String key(String name) {
    return SourceKeys.of(mapping.orElseThrow().name(), name);
  }

  private static String code(String text) {
    String dotted = text.strip().replaceAll("[^\\p{IsHan}A-Za-z0-9.·-]+", ".");
    String trimmed = dotted.replaceAll("^[.-]+|[.-]+$", "").replaceAll("-+", "-");
    return trimmed.isEmpty() ? "" : new ReferenceCode(trimmed).value();
  }

  private static String edtf(String text) {
    try {
      return EdtfDate.parse(text.strip()).value();
    } catch (IllegalArgumentException words) {
      return "";
    }
  }

  private Plan plan(SourceRow row) {
    return plans.computeIfAbsent(
        new TableOfSource(row.table(), row.header()), table -> plan(table.name(), table.header()));
  }

  private Plan plan(String table, Header header) {
    List<Mapping.Line> lines = mapping.map(each -> each.linesFor(table)).orElse(List.of());
    if (!lines.isEmpty()) {
      return mappedPlan(lines, header);
    }
    return Target.named(table)
        .or(() -> byHeadings(header))
        .map(target -> directPlan(target, header))
        .orElse(new Plan(List.of(), List.of()));
  }

  private static Plan mappedPlan(List<Mapping.Line> lines, Header header) {
    Map<String, List<Mapping.Line>> byTable = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> line.from().isEmpty() || header.place(line.from()) >= 0)
        .forEach(line -> byTable.computeIfAbsent(line.table(), key -> new ArrayList<>()).add(line));
    List<Group> groups =
        byTable.entrySet().stream()
            .map(
                entry ->
                    new Group(Target.named(entry.getKey()).orElseThrow(), entry.getValue(), false))
            .toList();
    List<String> read = lines.stream().map(Mapping.Line::from).toList();
    return new Plan(groups, header.names().stream().filter(name -> !read.contains(name)).toList());
  }

  private static Plan directPlan(Target target, Header header) {
    List<Mapping.Line> lines = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (String name : header.names()) {
      Optional<Column> column = target.column(name);
      if (column.isPresent()) {
        lines.add(
            new Mapping.Line(
                Mapping.ANY, name, target.file(), column.get().heading(), "", "", Writing.CELL));
      } else if (!name.isBlank()) {
        unread.add(name);
      }
    }
    return new Plan(List.of(new Group(target, lines, true)), unread);
  }

  /** The table of which all required columns are there, and most of all columns. */
  private static Optional<Target> byHeadings(Header header) {
    return Target.ALL.stream()
        .filter(
            target ->
                target.columns().stream()
                    .filter(Column::required)
                    .allMatch(column -> named(column, target, header)))
        .max(
            Comparator.comparingLong(
                target ->
                    header.names().stream().filter(n -> target.column(n).isPresent()).count()));
  }

  private static boolean named(Column column, Target target, Header header) {
    return header.names().stream()
        .flatMap(name -> target.column(name).stream())
        .anyMatch(column::equals);
  }
}
