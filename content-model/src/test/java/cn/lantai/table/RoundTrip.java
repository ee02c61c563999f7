package cn.lantai.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the rows that an entity was written as, as an import would. */
final class RoundTrip {

  private RoundTrip() {}

  static Candidate read(Table table, List<Cells> written) {
    Row own = row(written.get(0));
    Map<String, List<Row>> parts =
        table.parts().stream()
            .collect(
                Collectors.toMap(
                    Table.Part::file,
                    part ->
                        written.stream()
                            .filter(cells -> cells.file().equals(part.file()))
                            .map(RoundTrip::row)
                            .toList()));
    return table
        .reader()
        .read(table.own().apply(own).orElseThrow(), own, parts, Table.Surroundings.NONE);
  }

  static List<Problem> problems(Candidate candidate) {
    return candidate.rows().stream().flatMap(row -> row.problems().stream()).toList();
  }

  private static Row row(Cells cells) {
    return new Row(Place.row(cells.file(), 2), cells.values());
  }
}
