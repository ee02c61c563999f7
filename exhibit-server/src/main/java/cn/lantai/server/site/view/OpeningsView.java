package cn.lantai.server.site.view;

import cn.lantai.opening.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The queue of opening reviews.
 *
 * @param show {@code due}, {@code undated} or {@code signed}
 * @param years so many years after it was made a record is due
 * @param due how many are due, {@code undated} of how many nobody knows when
 * @param fonds to choose from, with how many wait in each
 * @param byYear how many came due in each year, the earliest first
 * @param chosenFonds the key; empty for all
 * @param chosenYear empty for all
 * @param together whether the reader may sign several at once
 * @param signed how many were just signed together
 */
public record OpeningsView(
    String show,
    int years,
    long due,
    long undated,
    List<Choice> fonds,
    List<Choice> byYear,
    String chosenFonds,
    String chosenYear,
    long total,
    List<Row> rows,
    boolean together,
    int signed,
    Optional<String> previous,
    Optional<String> next)
    implements PageView {

  /**
   * @param key as it is chosen by
   */
  public record Choice(String key, Text label, long count) {}

  /**
   * @param dueYear 0 if nobody knows
   * @param findings how many things were seen
   * @param value by which it is chosen to be signed together; empty if it cannot be
   * @param signer who signed first
   */
  public record Row(
      String href,
      String code,
      Text title,
      Optional<Text> date,
      int dueYear,
      boolean delayed,
      Outcome outcome,
      int findings,
      Optional<String> value,
      Optional<String> signer) {}

  public OpeningsView {
    fonds = List.copyOf(fonds);
    byYear = List.copyOf(byYear);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "openings";
  }
}
