package cn.lantai.server.showing;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.site.OpeningTimes;
import cn.lantai.showing.Showing;
import cn.lantai.showing.Showings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The times of all exhibitions as public pages tell them. They are kept in memory, for a page that
 * is kept must not ask the database; the schedule has them read again whenever it looks, so what
 * another server sets is told here within its interval.
 */
@ApplicationScoped
public class ShowingCalendar implements OpeningTimes {

  @Inject Showings showings;

  private volatile State state = new State(Map.of(), 0);

  private record State(Map<EntityIri, Span> spans, long changed) {}

  /** Reads them again. */
  public synchronized void refresh() {
    Map<EntityIri, Span> spans = new HashMap<>();
    for (Showing showing : showings.all()) {
      span(showing).ifPresent(span -> spans.put(showing.entity(), span));
    }
    if (!spans.equals(state.spans())) {
      state = new State(Map.copyOf(spans), state.changed() + 1);
    }
  }

  /** What did not happen is not told. */
  private static Optional<Span> span(Showing showing) {
    boolean told = showing.outcome().filter(Showing.Outcome::failed).isEmpty();
    Optional<LocalDate> from = showing.opens().filter(at -> told).map(ShowingCalendar::day);
    // Who is told to come until a day can come on it: what closes at midnight closes the day
    // before.
    Optional<LocalDate> to = showing.closes().map(at -> day(at.minusMillis(1)));
    return from.isEmpty() && to.isEmpty() ? Optional.empty() : Optional.of(new Span(from, to));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.systemDefault());
  }

  @Override
  public Optional<Span> of(EntityIri entity) {
    return Optional.ofNullable(state.spans().get(entity));
  }

  @Override
  public long changed() {
    return state.changed();
  }
}
