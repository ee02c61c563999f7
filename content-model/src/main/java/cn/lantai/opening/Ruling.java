package cn.lantai.opening;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody signs.
 *
 * @param until the year in which it is looked at again; for {@link Outcome#EXTEND} alone
 * @param ground needed for what is not opened
 * @param reason in words; may be empty for what is opened as proposed
 */
public record Ruling(Outcome outcome, OptionalInt until, Optional<Ground> ground, String reason) {

  public static final Ruling OPEN =
      new Ruling(Outcome.OPEN, OptionalInt.empty(), Optional.empty(), "");

  public Ruling {
    Objects.requireNonNull(outcome, "outcome");
    reason = reason.strip();
  }

  public Ruling because(String other) {
    return new Ruling(outcome, until, ground, other);
  }
}
