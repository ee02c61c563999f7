package cn.lantai.showing;

import cn.lantai.entity.EntityIri;
import java.time.Instant;
import java.util.Optional;

/**
 * When something opens and closes.
 *
 * @param opens when it is, or was, published; empty if no time was set for that
 * @param closes when it is, or was, withdrawn; empty if no time is set for that
 * @param version the journal's row with the version that opens; 0 if no time was set for that
 * @param next what is still to come, the first of it
 * @param outcome what came of the last act that was due
 * @param outcomeAt when it was done
 * @param edits how often somebody set the times
 * @param agent who did so last
 */
public record Showing(
    EntityIri entity,
    Optional<Instant> opens,
    Optional<Instant> closes,
    long version,
    Optional<Act> next,
    Optional<Outcome> outcome,
    Optional<Instant> outcomeAt,
    int edits,
    String agent,
    Instant at) {

  /** What is done at a time. */
  public enum Act {
    OPEN,
    CLOSE
  }

  /** What came of it. */
  public enum Outcome {
    OPENED,
    CLOSED,
    /** Not opened: it is not open to the public, or was merged into another. */
    NOT_OPEN,
    /** Not opened: a review comes first by now. */
    REVIEW_FIRST,
    /** Not opened: a newer version was in public already. */
    NEWER_IS_PUBLIC,
    /** Not closed: it was not in public any more. */
    NOT_PUBLIC;

    /** Whether it is in public by now. */
    boolean isShown() {
      return this == OPENED || this == NEWER_IS_PUBLIC;
    }

    public boolean failed() {
      return this != OPENED && this != CLOSED;
    }
  }

  /** When the next act is due. */
  public Optional<Instant> due() {
    return next.flatMap(act -> act == Act.OPEN ? opens : closes);
  }

  boolean isDue(Instant now) {
    return due().filter(at -> !at.isAfter(now)).isPresent();
  }
}
