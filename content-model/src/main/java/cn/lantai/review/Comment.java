package cn.lantai.review;

import java.time.Instant;

/**
 * A remark on a version under review. Remarks are never changed.
 *
 * @param spot of what it speaks: a heading of a form, a block of a selection, or a place on an
 *     image; empty for the whole
 */
public record Comment(long id, long review, String spot, String agent, Instant at, String words) {

  public static final int LONGEST = 4000;
  public static final int LONGEST_SPOT = 400;
}
