package cn.lantai.server.preview;

import cn.lantai.entity.EntityIri;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A link, without its secret.
 *
 * @param version the row of the journal that it shows
 * @param label for whom it is
 * @param by the account that made it
 * @param endedBy who withdrew it
 * @param usedOn the last day on which it was used
 */
public record PreviewLink(
    long id,
    EntityIri entity,
    long version,
    String label,
    String by,
    Instant madeAt,
    Instant endsAt,
    Optional<String> endedBy,
    Optional<LocalDate> usedOn) {

  /** Whether it opens anything, as far as time goes and nobody has withdrawn it. */
  public boolean isLive(Instant now) {
    return endedBy.isEmpty() && now.isBefore(endsAt);
  }
}
