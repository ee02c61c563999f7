package cn.lantai.stage;

import java.util.Objects;

/**
 * Up to where a store follows which journal.
 *
 * @param base the public base that entity IRIs carry in the store; ends in a slash
 * @param position the last journal row that the store holds
 * @param rowHash that row's hash in hexadecimal: tells this journal from another one, or from an
 *     older state of it that was restored and went on differently
 */
public record Bookmark(String base, long position, String rowHash) {

  public Bookmark {
    requireBase(base);
    Objects.requireNonNull(rowHash, "rowHash");
    if (position < 1) {
      throw new IllegalArgumentException("Rows are counted from 1: " + position);
    }
  }

  static String requireBase(String base) {
    if (!base.endsWith("/")) {
      throw new IllegalArgumentException("The base must end in a slash: " + base);
    }
    return base;
  }

  /**
   * @throws IllegalArgumentException if this bookmark cannot follow {@code before}
   */
  public void requireAfter(Bookmark before) {
    if (!base.equals(before.base)) {
      throw new IllegalArgumentException("The store holds " + before.base + ", not " + base);
    }
    if (position < before.position) {
      throw new IllegalArgumentException("Row " + position + " is before " + before.position);
    }
  }
}
