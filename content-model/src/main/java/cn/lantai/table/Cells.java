package cn.lantai.table;

import java.util.Map;

/**
 * One row that an entity is written as.
 *
 * @param file the table that it belongs to
 * @param values what is in the cells, by heading; what is not there is empty
 */
public record Cells(String file, Map<String, String> values) {

  public Cells {
    values = Map.copyOf(values);
  }
}
