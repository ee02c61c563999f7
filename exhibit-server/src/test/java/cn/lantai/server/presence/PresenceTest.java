package cn.lantai.server.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final EntityIri LETTER = new EntityIri(EntityType.RECORD, "letter");
  private static final EntityIri DIARY = new EntityIri(EntityType.RECORD, "diary");

  private final Hand clock = new Hand();
  private final Presence presence = new Presence(clock);

  @Test
  void whoIsOnTheSameThingIsTold() {
    assertEquals(List.of(), names("zhang", LETTER));
    assertEquals(List.of("zhang"), names("li", LETTER));
    assertEquals(List.of("li"), names("zhang", LETTER));
    assertEquals(List.of(), names("wang", DIARY));
    presence.gone(LETTER, "li");
    assertEquals(List.of(), names("zhang", LETTER));
  }

  @Test
  void whatIsNotSavedIsTold() {
    presence.here(LETTER, "zhang", true);
    assertEquals(
        List.of(new Presence.Other("zhang", clock.now, true)), presence.here(LETTER, "li", false));
  }

  @Test
  void whoSaysNothingForAWhileHasGone() {
    presence.here(LETTER, "zhang", true);
    clock.now = clock.now.plus(Presence.PATIENCE);
    assertEquals(List.of("zhang"), names("li", LETTER));
    clock.now = clock.now.plus(Presence.PATIENCE).plusSeconds(1);
    assertEquals(List.of(), names("wang", LETTER));
  }

  private List<String> names(String who, EntityIri entity) {
    return presence.here(entity, who, false).stream().map(Presence.Other::name).toList();
  }

  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
