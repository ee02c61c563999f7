package cn.lantai.ingest.mapping;

import cn.lantai.ingest.mapping.TableChoice.ColumnChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a mapping of what somebody chose for the tables of an import, column by column. What cannot
 * be chosen so, such as constants and columns that go into several of ours, stays as it was as long
 * as the choice does.
 */
public final class MappingDraft {

  private final String name;
  private final Optional<Mapping> before;
  private final List<SeenTable> seen;

  /**
   * @param before the mapping that the choice began with
   * @param seen the tables of the import
   */
  public MappingDraft(String name, Optional<Mapping> before, List<SeenTable> seen) {
    this.name = name;
    this.before = before;
    this.seen = List.copyOf(seen);
  }

  /**
   * @throws MappingRefusedException if what was chosen does not exist or does not fit
   */
  public Mapping of(List<TableChoice> choices) throws MappingRefusedException {
    List<Mapping.Line> others = linesOfOthers();
    // The next file of the kind may have another name; only among several tables names tell.
    boolean one = seen.size() == 1 && others.isEmpty();
    List<Mapping.Line> lines = new ArrayList<>(others);
    for (TableChoice choice : choices) {
      for (Mapping.Line line : lines(table(choice.source()), choice)) {
        lines.add(line.of(one ? Mapping.ANY : choice.source()));
      }
    }
    Mapping mapping = Mapping.of(name, lines);
    mapping.requireRoom();
    return mapping;
  }

  /** What the mapping says of tables that are not in the import. */
  private List<Mapping.Line> linesOfOthers() {
    Set<Mapping.Line> here = new HashSet<>();
    for (SeenTable table : seen) {
      before.ifPresent(mapping -> here.addAll(mapping.linesFor(table.name())));
    }
    return before.map(Mapping::lines).orElse(List.of()).stream()
        .filter(line -> !here.contains(line))
        .toList();
  }

  private SeenTable table(String source) throws MappingRefusedException {
    return seen.stream()
        .filter(table -> table.name().equals(source))
        .findFirst()
        .orElseThrow(() -> MappingRefusedException.unknownFile(source));
  }

  private List<Mapping.Line> lines(SeenTable table, TableChoice choice)
      throws MappingRefusedException {
    requireColumns(table, choice);
    Mapper.Taken taken = new Mapper(before).taken(table.name(), table.header());
    TableChoice recognised = TableChoice.recognised(table, before);
    boolean sameTarget = recognised.table().equals(choice.table());
    if (!taken.mapped() && sameTarget && changes(recognised, choice).isEmpty()) {
      return List.of();
    }
    if (choice.table().isEmpty()) {
      return List.of();
    }
    if (choice.columns().stream().allMatch(column -> column.column().isEmpty())) {
      throw MappingRefusedException.empty(table.name());
    }
    List<Mapping.Line> lines = new ArrayList<>();
    Map<String, ColumnChoice> changed = changes(recognised, choice);
    if (sameTarget) {
      kept(table, taken)
          .filter(line -> line.from().isEmpty() || !changed.containsKey(line.from()))
          .forEach(lines::add);
    }
    for (ColumnChoice column : choice.columns()) {
      if (!column.column().isEmpty() && (!sameTarget || changed.containsKey(column.from()))) {
        lines.add(
            Mapping.line(
                table.name(),
                column.from(),
                choice.table(),
                column.column(),
                "",
                column.separator(),
                column.writing()));
      }
    }
    return lines;
  }

  /** All that is said of the table, also of columns that this file lacks. */
  private Stream<Mapping.Line> kept(SeenTable table, Mapper.Taken taken) {
    return taken.mapped()
        ? before.orElseThrow().linesFor(table.name()).stream()
        : taken.lines().stream();
  }

  private static void requireColumns(SeenTable table, TableChoice choice)
      throws MappingRefusedException {
    Set<String> headings =
        new HashSet<>(table.columns().stream().map(SeenTable.Column::heading).toList());
    for (ColumnChoice column : choice.columns()) {
      if (!headings.contains(column.from())) {
        throw MappingRefusedException.unknownColumn(table.name(), column.from());
      }
    }
  }

  /** The columns that are chosen otherwise, by what the source calls them. */
  private static Map<String, ColumnChoice> changes(TableChoice before, TableChoice after) {
    Map<String, ColumnChoice> changed = new HashMap<>();
    after.columns().stream()
        .filter(column -> !before.columns().contains(column))
        .forEach(column -> changed.put(column.from(), column));
    return changed;
  }
}
