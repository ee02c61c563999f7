package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the reader should hear of, newest first. */
public record NoticesView(List<Row> rows) implements PageView {

  /**
   * @param title of what is reviewed, or the name of a job
   * @param words the first line of what was said
   * @param fresh whether it has come since the reader last said that he has seen all
   */
  public record Row(
      NoticeKind kind,
      Text title,
      String href,
      String by,
      Instant at,
      String words,
      boolean fresh) {}

  public NoticesView {
    rows = List.copyOf(rows);
  }

  /** The time of the newest one, if there is one that the reader has not seen. */
  public Optional<Instant> until() {
    return rows.stream().filter(Row::fresh).findFirst().map(Row::at);
  }

  @Override
  public String template() {
    return "notices";
  }
}
