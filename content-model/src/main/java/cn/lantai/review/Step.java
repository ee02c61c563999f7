package cn.lantai.review;

import cn.lantai.chain.ChainedStep;
import cn.lantai.chain.RowHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of a review. Steps are never changed.
 *
 * @param number from 1, without gaps
 * @param round in which somebody passed or returned it
 * @param at in whole milliseconds
 * @param due for when publication was set
 * @param row the journal's row: the version that was submitted, or what published or withdrew it; 0
 *     if there is none
 * @param hash chains the steps of a review, in hexadecimal: SHA-256 over the hash of the step
 *     before and all else. The row that publishes carries that of the last step before it, so the
 *     journal's own chain holds the reviews that led to something.
 */
public record Step(
    int number,
    Act act,
    Optional<Round> round,
    String agent,
    Instant at,
    String reason,
    Optional<Instant> due,
    long row,
    String hash)
    implements ChainedStep {

  /** The longest reason of a step; the journal's row names the reviewers beside it. */
  public static final int LONGEST_REASON = 1000;

  static final String NO_HASH = ChainedStep.NONE;

  Step chainedTo(long review, String before) {
    return new Step(number, act, round, agent, at, reason, due, row, hash(review, before));
  }

  @Override
  public String hash(long review, String before) {
    return new RowHash()
        .text(before)
        .number(review)
        .integer(number)
        .text(act.name())
        .text(round.map(Round::name).orElse(""))
        .text(agent)
        .number(at.toEpochMilli())
        .text(reason)
        .number(due.map(Instant::toEpochMilli).orElse(0L))
        .number(row)
        .endHex();
  }
}
