package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An import in a few words.
 *
 * @param dryRun whether it only reports
 * @param counts once it is done
 */
public record ImportCard(
    String href,
    String files,
    boolean dryRun,
    JobPhase phase,
    String by,
    long done,
    long total,
    Instant created,
    Optional<Instant> finished,
    Optional<Counts> counts) {
  public ImportCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(files);
    Objects.requireNonNull(phase);
    Objects.requireNonNull(by);
    Objects.requireNonNull(created);
    Objects.requireNonNull(finished);
    Objects.requireNonNull(counts);
  }

  /**
   * What came of it.
   *
   * @param rejected rows that were kept out
   */
  public record Counts(
      long read,
      long created,
      long updated,
      long unchanged,
      long rejected,
      long errors,
      long warnings) {}
}
