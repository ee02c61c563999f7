package cn.lantai.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.review.ReviewPolicy.Need;
import cn.lantai.review.ReviewPolicy.People;
import cn.lantai.review.ReviewRefusedException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wang wrote it and Li asked for the review; the others are reviewers. */
class ReviewTest {

  @ParameterizedTest
  @CsvSource({
    "SUBMIT,                              FIRST,     PASS RETURN RETRACT",
    "SUBMIT PASS,                         SECOND,    PASS RETURN RETRACT",
    "SUBMIT PASS PASS,                    FINAL,     PASS RETURN RETRACT",
    "SUBMIT PASS PASS PASS SCHEDULE,      SCHEDULED, RETURN RETRACT SCHEDULE PUBLISH",
    "SUBMIT PASS PASS PASS PUBLISH,       PUBLISHED, WITHDRAW",
    "SUBMIT PASS RETURN,                  RETURNED,  ''",
    "SUBMIT RETRACT,                      RETRACTED, ''",
    "SUBMIT PASS PASS PASS PUBLISH WITHDRAW, WITHDRAWN, ''"
  })
  void whereItStandsAndWhatMayFollow(String acts, Stand stand, String next) {
    Review review = review(3, acts);
    assertEquals(stand, review.stand());
    Set<Act> possible =
        Arrays.stream(Act.values())
            .filter(act -> review.objection(act, "li", People.ANY).isEmpty())
            .collect(Collectors.toSet());
    Set<Act> expected = EnumSet.noneOf(Act.class);
    Arrays.stream(next.split(" "))
        .filter(a -> !a.isEmpty())
        .map(Act::valueOf)
        .forEach(expected::add);
    assertEquals(expected, possible);
  }

  @Test
  void oneRoundIsTheFinalOne() {
    Review review = review(1, "SUBMIT");
    assertEquals(Stand.FINAL, review.stand());
    assertTrue(review.isInLastRound());
    assertFalse(review(3, "SUBMIT").isInLastRound());
  }

  @ParameterizedTest
  @CsvSource({
    "DIFFERENT, wang,  OWN_WORK",
    "DIFFERENT, zhao1, SAME_PERSON",
    "DIFFERENT, li,    ",
    "DIFFERENT, sun,   ",
    "TWO,       wang,  OWN_WORK",
    "TWO,       zhao1, ",
    "ANY,       wang,  ",
    "ANY,       zhao1, "
  })
  void whoMayDecideInTheSecondRound(People people, String person, Reason objection) {
    Review review = review(3, "SUBMIT PASS");
    for (Act act : List.of(Act.PASS, Act.RETURN)) {
      assertEquals(Optional.ofNullable(objection), review.objection(act, person, people));
    }
  }

  @Test
  void onlyWhoAskedForItOrWroteItTakesItBack() {
    Review review = review(3, "SUBMIT PASS");
    assertEquals(Optional.empty(), review.objection(Act.RETRACT, "wang", People.DIFFERENT));
    assertEquals(Optional.empty(), review.objection(Act.RETRACT, "li", People.DIFFERENT));
    assertEquals(
        Optional.of(Reason.NOT_YOURS), review.objection(Act.RETRACT, "sun", People.DIFFERENT));
  }

  @Test
  void anyReviewerHoldsUpWhatIsScheduled() {
    Review review = review(3, "SUBMIT PASS PASS PASS SCHEDULE");
    assertEquals(Optional.empty(), review.objection(Act.RETURN, "zhao1", People.DIFFERENT));
    assertEquals(Optional.of(Instant.EPOCH), review.due());
  }

  @Test
  void aStepThatWasChangedBreaksTheChain() {
    Review review = review(3, "SUBMIT PASS RETURN");
    assertEquals(Optional.empty(), review.firstBroken());
    List<Step> forged = new ArrayList<>(review.steps());
    Step step = forged.get(1);
    forged.set(
        1, new Step(2, step.act(), step.round(), "sun", step.at(), "", step.due(), 0, step.hash()));
    assertEquals(
        Optional.of(2),
        new Review(7, review.entity(), 3, review.rounds(), "wang", forged).firstBroken());
    forged.remove(1);
    assertEquals(
        Optional.of(2),
        new Review(7, review.entity(), 3, review.rounds(), "wang", forged).firstBroken());
  }

  @Test
  void withoutNeedOfAReviewOneMayBeAskedForAllTheSame() {
    assertTrue(new ReviewPolicy(Need.NONE, People.TWO).allowsDirect());
    assertEquals(3, new ReviewPolicy(Need.NONE, People.TWO).rounds());
    assertEquals(1, new ReviewPolicy(Need.ONE, People.TWO).rounds());
    assertFalse(new ReviewPolicy(Need.ONE, People.TWO).allowsDirect());
    assertThrows(IllegalArgumentException.class, () -> Round.of(2));
  }

  /** Passed by zhao1, zhao2, and so on. */
  private static Review review(int rounds, String acts) {
    List<Step> steps = new ArrayList<>();
    String before = Step.NO_HASH;
    for (String each : acts.split(" ")) {
      Act act = Act.valueOf(each);
      int number = steps.size() + 1;
      Step step =
          new Step(
                  number,
                  act,
                  Optional.empty(),
                  act == Act.SUBMIT ? "li" : "zhao" + (number - 1),
                  Instant.EPOCH,
                  "",
                  act == Act.SCHEDULE ? Optional.of(Instant.EPOCH) : Optional.empty(),
                  0,
                  Step.NO_HASH)
              .chainedTo(7, before);
      before = step.hash();
      steps.add(step);
    }
    return new Review(
        7, new EntityIri(EntityType.RECORD, "r1"), 3, Round.of(rounds), "wang", steps);
  }
}
