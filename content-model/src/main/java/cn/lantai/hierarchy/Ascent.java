package cn.lantai.hierarchy;

import cn.lantai.date.EdtfDate;
import cn.lantai.entity.EntityIri;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The ways up from a link. Only what is above is looked at, so the cost does not depend on how much
 * lies below; and of ways up only those whose links held at one time: a county may be a part of the
 * town that was once a part of it.
 */
final class Ascent {

  /** Where somebody has more ancestors than these, the rest is taken on trust. */
  private static final int MOST_STEPS = 2000;

  private final Link start;
  private final Function<EntityIri, List<Link>> above;

  private Ascent(Link start, Function<EntityIri, List<Link>> above) {
    this.start = start;
    this.above = above;
  }

  /** A place on a way up. */
  private record Step(EntityIri at, Period period, int depth, Optional<Step> before) {

    List<EntityIri> chain(EntityIri first) {
      List<EntityIri> chain = new ArrayList<>();
      for (Optional<Step> step = Optional.of(this); step.isPresent(); step = step.get().before()) {
        chain.add(step.get().at());
      }
      chain.add(first);
      Collections.reverse(chain);
      return chain;
    }
  }

  private record Seen(EntityIri at, Period period) {}

  /** A time, open where its ends are empty. */
  private record Period(Optional<LocalDate> from, Optional<LocalDate> to) {

    static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    Period within(Optional<EdtfDate> when) {
      return when.map(date -> new Period(later(from, date.earliest()), earlier(to, date.latest())))
          .orElse(this);
    }

    boolean isEmpty() {
      return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
      return a.isPresent() && b.isPresent() && a.get().isAfter(b.get()) ? a : b.or(() -> a);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
      return a.isPresent() && b.isPresent() && a.get().isBefore(b.get()) ? a : b.or(() -> a);
    }
  }

  /**
   * What a link leads to.
   *
   * @param chain from the link's lower end up
   * @param cycle whether the chain ends where it began; otherwise there are too many levels
   */
  record Finding(List<EntityIri> chain, boolean cycle) {}

  /** What is wrong above a link; empty if nothing is. */
  static Optional<Finding> from(Link link, Function<EntityIri, List<Link>> above) {
    return new Ascent(link, above).find();
  }

  private Optional<Finding> find() {
    Set<Seen> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>();
    open.add(new Step(start.upper(), Period.ALWAYS.within(start.when()), 1, Optional.empty()));
    for (int steps = 0; !open.isEmpty() && steps < MOST_STEPS; steps++) {
      Step step = open.poll();
      if (step.at().equals(start.lower())) {
        return Optional.of(new Finding(step.chain(start.lower()), true));
      }
      if (step.depth() >= start.hierarchy().deepest()) {
        return Optional.of(new Finding(step.chain(start.lower()), false));
      }
      for (Link link : above.apply(step.at())) {
        Period period = step.period().within(link.when());
        if (link.hierarchy() == start.hierarchy()
            && !period.isEmpty()
            && seen.add(new Seen(link.upper(), period))) {
          open.add(new Step(link.upper(), period, step.depth() + 1, Optional.of(step)));
        }
      }
    }
    return Optional.empty();
  }
}
