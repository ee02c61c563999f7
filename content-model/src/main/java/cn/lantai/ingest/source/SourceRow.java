package cn.lantai.ingest.source;

import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.util.List;

/**
 * A row as its source has it.
 *
 * @param table what the source calls the table: the name of a file or a sheet
 * @param values in the order of the header; those at the end may be missing
 * @param problems what the source has to say of the row
 * @param derived whether it only names something that another row is about, so that it may come
 *     again, and says nothing of what is there already
 */
public record SourceRow(
    String table,
    Place place,
    Header header,
    List<String> values,
    List<Problem> problems,
    boolean derived) {

  public SourceRow(
      String table, Place place, Header header, List<String> values, List<Problem> problems) {
    this(table, place, header, values, problems, false);
  }

  public SourceRow {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** The cell under a heading; empty text if there is none. */
  public String cell(String heading) {
    int place = header.place(heading);
    return place < 0 || place >= values.size() ? "" : values.get(place);
  }
}
