package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;

/** How much of anything a source may hold; what has more is reported, and never held in memory. */
public final class Limits {

  /** Characters in a cell. */
  public static final int CELL = 100_000;

  static final int COLUMNS = 1000;

  private Limits() {}

  public static Problem cellTooLong(Place place, String column, String beginning) {
    return Problem.error(
        place,
        column,
        beginning.substring(0, Math.min(40, beginning.length())) + "…",
        LocalizedText.of("单元格超过十万字", "The cell has more than 100,000 characters"),
        LocalizedText.of("请把长文放进附件或分成几段", "Move the long text to a file of its own"));
  }

  static Problem rowTooLong(Place place, String value) {
    return Problem.error(
        place,
        "",
        value,
        LocalizedText.of("本行的单元格比表头多", "The row has more cells than the header"),
        LocalizedText.of("内容里有逗号时请用双引号括起", "Put double quotes around cells that contain commas"));
  }
}
