package cn.lantai.ingest.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What is to be taken of a table of a source, as a mapping says it or as somebody chooses it.
 *
 * @param source what the source calls the table
 * @param table the file of ours that its rows are about, such as {@code records.csv}; empty if none
 */
public record TableChoice(String source, String table, List<ColumnChoice> columns) {

  public TableChoice {
    columns = List.copyOf(columns);
  }

  /**
   * @param from the source's column
   * @param column the heading of ours that it goes into; empty if it is left out
   */
  public record ColumnChoice(String from, String column, Writing writing, String separator) {

    static ColumnChoice leavingOut(String from) {
      return new ColumnChoice(from, "", Writing.CELL, "");
    }

    static ColumnChoice of(Mapping.Line line) {
      return new ColumnChoice(line.from(), line.column(), line.writing(), line.separator());
    }
  }

  /** As the mapping has it, or else as its headings are recognised. */
  public static TableChoice recognised(SeenTable table, Optional<Mapping> mapping) {
    Mapper.Taken taken = new Mapper(mapping).taken(table.name(), table.header());
    String target = taken.target().map(Target::file).orElse("");
    return new TableChoice(
        table.name(),
        target,
        table.columns().stream()
            .map(
                column ->
                    taken.lines().stream()
                        .filter(line -> line.table().equals(target))
                        .filter(line -> line.from().equals(column.heading()))
                        .findFirst()
                        .map(ColumnChoice::of)
                        .orElseGet(() -> ColumnChoice.leavingOut(column.heading())))
            .toList());
  }

  /** The same columns for another table of ours: each as it is chosen, or as it is recognised. */
  public TableChoice into(String other) {
    Optional<Target> target = Target.named(other);
    return new TableChoice(
        source,
        target.map(Target::file).orElse(""),
        columns.stream().map(column -> column(target, column)).toList());
  }

  private static ColumnChoice column(Optional<Target> target, ColumnChoice choice) {
    return target
        .flatMap(it -> it.column(choice.column()).or(() -> it.column(choice.from())))
        .map(
            found ->
                new ColumnChoice(
                    choice.from(), found.heading(), choice.writing(), choice.separator()))
        .orElseGet(() -> ColumnChoice.leavingOut(choice.from()));
  }
}
