package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a change of many descriptions would come to, or has come to.
 *
 * @param message how it ended, or what it is busy with
 * @param part the list that is shown
 * @param kept whether its rows are still there
 * @param goesOn whether the change can be made, or undone, from here
 * @param from the address of the job that this one goes on from
 * @param next the address of the job that went on from it
 * @param report the address of all rows as a table
 */
public record BulkView(
    BulkCard card,
    Optional<Text> message,
    String part,
    List<Row> rows,
    Pager pager,
    boolean kept,
    boolean goesOn,
    Optional<String> from,
    Optional<String> next,
    Optional<String> report)
    implements PageView {
  public BulkView {
    Objects.requireNonNull(card);
    Objects.requireNonNull(message);
    Objects.requireNonNull(part);
    rows = List.copyOf(rows);
    Objects.requireNonNull(pager);
    Objects.requireNonNull(from);
    Objects.requireNonNull(next);
    Objects.requireNonNull(report);
  }

  @Override
  public String template() {
    return "bulk";
  }

  /**
   * One description.
   *
   * @param before what stands in the field; of keys, what they name
   * @param reason why it is refused
   */
  public record Row(
      String href,
      String title,
      String code,
      String before,
      String after,
      boolean inPublic,
      boolean published,
      boolean leaves,
      Optional<Text> reason) {
    public Row {
      Objects.requireNonNull(href);
      Objects.requireNonNull(title);
      Objects.requireNonNull(code);
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
      Objects.requireNonNull(reason);
    }
  }
}
