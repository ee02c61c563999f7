package cn.lantai.server.presence;

import cn.lantai.entity.EntityIri;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who works on what: somebody is there as long as he says so now and again. */
@ApplicationScoped
public class Presence {

  /** So long after he last said so somebody counts as there; forms say so three times as often. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Clock clock;
  private final Map<EntityIri, Map<String, Seen>> there = new HashMap<>();
  private Instant swept = Instant.EPOCH;

  private record Seen(Instant since, Instant last, boolean unsaved) {}

  /**
   * Somebody who has a form open.
   *
   * @param unsaved whether he has typed what is not saved
   */
  public record Other(String name, Instant since, boolean unsaved) {}

  public Presence() {
    this(Clock.systemUTC());
  }

  Presence(Clock clock) {
    this.clock = clock;
  }

  /** Says that somebody is there, and tells who else is: those who came first come first. */
  public synchronized List<Other> here(EntityIri entity, String name, boolean unsaved) {
    Instant now = clock.instant();
    sweep(now);
    Map<String, Seen> people = there.computeIfAbsent(entity, key -> new HashMap<>());
    people.merge(
        name,
        new Seen(now, now, unsaved),
        (before, after) -> new Seen(before.since(), now, unsaved));
    return people.entrySet().stream()
        .filter(each -> !each.getKey().equals(name))
        .map(each -> new Other(each.getKey(), each.getValue().since(), each.getValue().unsaved()))
        .sorted(Comparator.comparing(Other::since).thenComparing(Other::name))
        .toList();
  }

  /** Says that somebody has gone. */
  public synchronized void gone(EntityIri entity, String name) {
    there.computeIfPresent(
        entity,
        (key, people) -> {
          people.remove(name);
          return people.isEmpty() ? null : people;
        });
  }

  private void sweep(Instant now) {
    if (now.isBefore(swept.plusSeconds(1))) {
      return;
    }
    swept = now;
    there
        .values()
        .forEach(
            people -> people.values().removeIf(seen -> seen.last().plus(PATIENCE).isBefore(now)));
    there.values().removeIf(Map::isEmpty);
  }
}
