package cn.lantai.review;

import cn.lantai.chain.ChainedStep;
import cn.lantai.entity.EntityIri;
import cn.lantai.review.ReviewPolicy.People;
import cn.lantai.review.ReviewRefusedException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The review of one version, which stays the one under review whatever is saved meanwhile.
 *
 * @param version the journal's row with the version
 * @param writer who saved it
 * @param steps in order; the first one submits it
 */
public record Review(
    long id, EntityIri entity, long version, List<Round> rounds, String writer, List<Step> steps) {

  public Review {
    rounds = List.copyOf(rounds);
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).act() != Act.SUBMIT) {
      throw new IllegalArgumentException("A review begins by being submitted");
    }
  }

  public String submitter() {
    return steps.get(0).agent();
  }

  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** Where its steps have led. */
  public Stand stand() {
    return switch (last().act()) {
      case SUBMIT -> Stand.in(rounds.get(0));
      case PASS -> Stand.in(rounds.get(Math.min(passed(), rounds.size() - 1)));
      case SCHEDULE -> Stand.SCHEDULED;
      case PUBLISH -> Stand.PUBLISHED;
      case RETURN -> Stand.RETURNED;
      case RETRACT -> Stand.RETRACTED;
      case WITHDRAW -> Stand.WITHDRAWN;
    };
  }

  /** When it is published; empty unless it is scheduled. */
  public Optional<Instant> due() {
    return stand() == Stand.SCHEDULED ? last().due() : Optional.empty();
  }

  /** Whether who passes it now passes the last round. */
  public boolean isInLastRound() {
    return stand().round().filter(rounds.get(rounds.size() - 1)::equals).isPresent();
  }

  private int passed() {
    return (int) steps.stream().filter(step -> step.act() == Act.PASS).count();
  }

  /** Who has passed one of its rounds. */
  public boolean wasPassedBy(String person) {
    return steps.stream().anyMatch(step -> step.act() == Act.PASS && step.agent().equals(person));
  }

  /** Whether it is somebody's own: he asked for it, or wrote what is reviewed. */
  public boolean isOf(String person) {
    return submitter().equals(person) || writer.equals(person);
  }

  /**
   * What speaks against somebody's doing this now, by the rules of reviewing.
   *
   * @return empty if nothing does
   */
  public Optional<Reason> objection(Act act, String person, People people) {
    Stand stand = stand();
    boolean fits =
        switch (act) {
          case SUBMIT -> false;
          case PASS -> stand.round().isPresent();
          case RETURN, RETRACT -> stand.isOpen();
          case SCHEDULE, PUBLISH -> stand == Stand.SCHEDULED;
          case WITHDRAW -> stand == Stand.PUBLISHED;
        };
    if (!fits) {
      return Optional.of(Reason.NOT_NOW);
    }
    if (act == Act.RETRACT) {
      return isOf(person) ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
    }
    // What has passed can be held up by any reviewer.
    return stand.round().isPresent() ? partiality(person, people) : Optional.empty();
  }

  private Optional<Reason> partiality(String person, People people) {
    if (people != People.ANY && writer.equals(person)) {
      return Optional.of(Reason.OWN_WORK);
    }
    return people == People.DIFFERENT && wasPassedBy(person)
        ? Optional.of(Reason.SAME_PERSON)
        : Optional.empty();
  }

  /** The first step that is not what was written there; empty if all are. */
  public Optional<Integer> firstBroken() {
    return ChainedStep.firstBroken(id, steps);
  }
}
