package cn.lantai.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepetitionCountTest {

  private static final AuditNote FAILURE =
      AuditNote.of(AuditAction.SIGN_IN).failed().by(Actor.nobody("10.1.1.1"));

  private final AtomicLong time = new AtomicLong();
  private final List<AuditNote> noted = new ArrayList<>();
  private final RepetitionCount count = new RepetitionCount(noted::add, 3, time::get);

  @Test
  void theFirstIsNotedAtOnceAndTheRestTogether() {
    for (int i = 0; i < 1000; i++) {
      count.note("a", FAILURE);
    }
    assertEquals(List.of(FAILURE), noted);
    pass();
    count.endDue();
    assertEquals(List.of(FAILURE, FAILURE.times(999)), noted);
    count.endDue();
    assertEquals(2, noted.size());
  }

  @Test
  void whatComesAfterTheWindowIsNotedAgain() {
    count.note("a", FAILURE);
    pass();
    count.note("a", FAILURE);
    assertEquals(List.of(FAILURE, FAILURE), noted);
  }

  @Test
  void manyKindsAreCountedTogether() {
    for (int i = 0; i < 100; i++) {
      count.note("address " + i, FAILURE.about("account/" + i));
    }
    assertEquals(4, noted.size());
    assertEquals("", noted.get(3).object());
    assertEquals("true", noted.get(3).detail().get(AuditKey.MANY));
    assertEquals(AuditOutcome.FAILED, noted.get(3).outcome());
    count.flush();
    assertEquals(5, noted.size());
    assertEquals(96, noted.get(4).times());
  }

  @Test
  void whatIsNotedOnceIsNotCounted() {
    count.noteOnce("a", FAILURE);
    count.noteOnce("a", FAILURE);
    count.flush();
    assertEquals(List.of(FAILURE), noted);
  }

  @Test
  void whatWasCountedStandsBeforeWhatEndsIt() {
    count.note("a", FAILURE);
    count.note("a", FAILURE);
    count.end("a");
    count.end("never came");
    assertEquals(List.of(FAILURE, FAILURE.times(1)), noted);
  }

  @Test
  void whatCannotBeNotedIsNotForgotten() {
    List<Boolean> broken = new ArrayList<>(List.of(false));
    RepetitionCount tried =
        new RepetitionCount(
            note -> {
              if (broken.get(0)) {
                throw new IllegalStateException("no database");
              }
              noted.add(note);
            },
            3,
            time::get);
    tried.note("a", FAILURE);
    tried.note("a", FAILURE);
    pass();
    broken.set(0, true);
    assertThrows(IllegalStateException.class, tried::endDue);
    assertThrows(IllegalStateException.class, () -> tried.note("b", FAILURE));
    broken.set(0, false);
    tried.note("b", FAILURE);
    assertEquals(List.of(FAILURE, FAILURE.times(1), FAILURE), noted);
  }

  private void pass() {
    time.addAndGet(RepetitionCount.WINDOW.toNanos());
  }
}
