package cn.lantai.review;

import java.util.Optional;

/** Where a review stands. */
public enum Stand {
  FIRST,
  SECOND,
  FINAL,
  /** It has passed, and is published at its time. */
  SCHEDULED,
  PUBLISHED,
  RETURNED,
  RETRACTED,
  WITHDRAWN;

  /** Whether something will still happen to it. */
  public boolean isOpen() {
    return round().isPresent() || this == SCHEDULED;
  }

  /** The round that it waits for. */
  public Optional<Round> round() {
    return switch (this) {
      case FIRST -> Optional.of(Round.FIRST);
      case SECOND -> Optional.of(Round.SECOND);
      case FINAL -> Optional.of(Round.FINAL);
      default -> Optional.empty();
    };
  }

  static Stand in(Round round) {
    return valueOf(round.name());
  }
}
