package cn.lantai.server.site.view;

import cn.lantai.review.Stand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reviews, newest first.
 *
 * @param show which: {@code waiting}, {@code mine} or {@code all}
 * @param mayReview whether the reader reviews at all
 * @param passed how many were just passed together
 * @param next the address of those before
 */
public record ReviewsView(
    String show, boolean mayReview, int passed, List<Row> rows, Optional<String> next)
    implements PageView {

  /**
   * @param at when its last step was done
   * @param by who did it
   * @param seen how many steps there are
   * @param waiting whether it waits for the reader
   */
  public record Row(
      long id,
      String href,
      Text title,
      Kind kind,
      Stand stand,
      String submitter,
      Instant submitted,
      String by,
      Instant at,
      Optional<Instant> due,
      int seen,
      boolean waiting) {}

  public ReviewsView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "reviews";
  }
}
