package cn.lantai.review;

import java.util.List;

/** The three readings of 三审, in their order. */
public enum Round {
  /** 初审. */
  FIRST,
  /** 复审. */
  SECOND,
  /** 终审: what passes it is published. */
  FINAL;

  /**
   * The rounds of a review.
   *
   * @param number 1 or 3
   * @throws IllegalArgumentException if it is neither
   */
  public static List<Round> of(int number) {
    return switch (number) {
      case 1 -> List.of(FINAL);
      case 3 -> List.of(FIRST, SECOND, FINAL);
      default -> throw new IllegalArgumentException("Neither one round nor three: " + number);
    };
  }
}
