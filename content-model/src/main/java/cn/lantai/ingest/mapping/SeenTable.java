package cn.lantai.ingest.mapping;

import cn.lantai.ingest.source.Header;
import java.util.List;

/**
 * A table as it came.
 *
 * @param name of its file or sheet
 * @param columns in their order; those without a heading are left out
 */
public record SeenTable(String name, List<Column> columns) {

  public SeenTable {
    columns = List.copyOf(columns);
  }

  /**
   * @param samples the first values that are different, shortened
   */
  public record Column(String heading, List<String> samples) {
    public Column {
      samples = List.copyOf(samples);
    }
  }

  Header header() {
    return new Header(columns.stream().map(Column::heading).toList());
  }
}
