package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import java.time.LocalDate;
import java.util.Optional;

/** When visitors can see something, as far as that has a beginning or an end which was set. */
public interface OpeningTimes {

  /** Nothing has times: for pages of what nobody sees yet. */
  OpeningTimes NONE = entity -> Optional.empty();

  /**
   * Days in the time of the server.
   *
   * @param from empty if no time was set for that
   * @param to the last day; empty if no time is set for that
   */
  record Span(Optional<LocalDate> from, Optional<LocalDate> to) {}

  Optional<Span> of(EntityIri entity);

  /** Another number whenever some of them have changed. */
  default long changed() {
    return 0;
  }
}
