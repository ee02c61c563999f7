package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which records are asked for whose opening is to be looked at.
 *
 * @param reach nothing beyond is listed or counted
 * @param fonds only those of this fonds
 * @param now the year in which it is asked; what comes due later is not listed
 * @param years so many years after it was made a record is due
 * @param undated those of which nobody knows when they were made, instead of those that are due
 * @param year only those that came due in this year
 * @param first counted from 0
 */
public record DueQuery(
    Reach reach,
    Optional<EntityIri> fonds,
    int now,
    int years,
    boolean undated,
    OptionalInt year,
    int first,
    int size) {

  private static final int LARGEST_PAGE = 200;

  /**
   * @throws SearchRefusedException if the page lies too deep
   */
  public DueQuery {
    Objects.requireNonNull(reach, "reach");
    if (first < 0 || size < 0 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("From " + first + ", " + size);
    }
    if ((long) first + size > SearchQuery.DEPTH) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_DEEP);
    }
  }
}
