package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.Objects;

/**
 * A preview, an edit or an undoing in a few words.
 *
 * @param leaving of what is changed, what leaves the public
 */
public record BulkCard(
    String href,
    BulkStep step,
    BulkOrderView order,
    JobPhase phase,
    String by,
    long done,
    long total,
    Instant created,
    long changed,
    long unchanged,
    long refused,
    long leaving) {
  public BulkCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(step);
    Objects.requireNonNull(order);
    Objects.requireNonNull(phase);
    Objects.requireNonNull(by);
    Objects.requireNonNull(created);
  }
}
