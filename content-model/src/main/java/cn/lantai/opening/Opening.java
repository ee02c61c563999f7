package cn.lantai.opening;

import cn.lantai.chain.ChainedStep;
import cn.lantai.entity.EntityIri;
import cn.lantai.opening.OpeningRefusedException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The opening review of one record.
 *
 * @param version the journal's row with the version that was signed first
 * @param where under which archive and fonds it is counted
 * @param steps in order; the first one is the first signature
 */
public record Opening(
    long id, EntityIri record, long version, Where where, List<OpeningStep> steps) {

  /**
   * Where and for which year a record is counted.
   *
   * @param archive the key of the archive; empty if nobody says who keeps it
   * @param fonds the key of the fonds; empty if it lies in none
   * @param due the year in which it came due; 0 if nobody knows when it was made
   */
  public record Where(String archive, String fonds, int due) {}

  public Opening {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).act() != Act.SIGN || steps.get(0).ruling().isEmpty()) {
      throw new IllegalArgumentException("An opening review begins with a signature");
    }
  }

  /** The first signature. */
  public OpeningStep signature() {
    return steps.get(0);
  }

  /** What was signed. */
  public Ruling ruling() {
    return signature().ruling().orElseThrow();
  }

  /** What was proposed to who signed first. */
  public Proposal proposal() {
    return ProposalJson.read(signature().proposal());
  }

  public OpeningStep last() {
    return steps.get(steps.size() - 1);
  }

  /** Where its steps have led. */
  public Stand stand() {
    return switch (last().act()) {
      case SIGN -> Stand.SIGNED;
      case AGREE -> Stand.DECIDED;
      case RETURN -> Stand.RETURNED;
      case RETRACT -> Stand.RETRACTED;
    };
  }

  /** When it came into force. */
  public Optional<Instant> decided() {
    return stand() == Stand.DECIDED ? Optional.of(last().at()) : Optional.empty();
  }

  /**
   * What speaks against somebody's doing this now.
   *
   * @return empty if nothing does
   */
  public Optional<Reason> objection(Act act, String person) {
    if (act == Act.SIGN || stand() != Stand.SIGNED) {
      return Optional.of(Reason.NOT_NOW);
    }
    boolean own = signature().agent().equals(person);
    return switch (act) {
      case RETRACT -> own ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
      default -> own ? Optional.of(Reason.SAME_PERSON) : Optional.empty();
    };
  }

  /** The first step that is not what was written there; empty if all are. */
  public Optional<Integer> firstBroken() {
    return ChainedStep.firstBroken(id, steps);
  }
}
