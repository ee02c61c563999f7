package cn.lantai.server.site.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the reader has still to do, of all exhibitions: what is due first comes first. */
public record OwnTasksView(List<Row> rows) implements PageView {

  /**
   * @param list the address of the tasks of its exhibition
   * @param of the title of that
   */
  public record Row(
      long id,
      int version,
      String title,
      String list,
      Text of,
      Optional<LocalDate> begins,
      Optional<LocalDate> due,
      TaskState state,
      boolean late) {}

  public OwnTasksView {
    rows = List.copyOf(rows);
  }

  public long late() {
    return rows.stream().filter(Row::late).count();
  }

  @Override
  public String template() {
    return "own-tasks";
  }
}
