package cn.lantai.opening;

import cn.lantai.chain.ChainedStep;
import cn.lantai.chain.RowHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of an opening review. Steps are never changed.
 *
 * @param number from 1, without gaps
 * @param at in whole milliseconds
 * @param ruling what was signed first; empty for all other steps
 * @param reason why, in words
 * @param mark the {@link RecordText#mark} of what this person saw
 * @param proposal as JSON, what was proposed to him; empty but for the first signature
 * @param row the journal's row: the version that was signed, or what the second signature wrote; 0
 *     if there is none
 * @param hash see {@link RowHash}
 */
public record OpeningStep(
    int number,
    Act act,
    String agent,
    Instant at,
    Optional<Ruling> ruling,
    String reason,
    String mark,
    String proposal,
    long row,
    String hash)
    implements ChainedStep {

  /** The longest reason of a step; the journal's row names the signers beside it. */
  public static final int LONGEST_REASON = 1000;

  OpeningStep chainedTo(long opening, String before) {
    return new OpeningStep(
        number, act, agent, at, ruling, reason, mark, proposal, row, hash(opening, before));
  }

  @Override
  public String hash(long opening, String before) {
    return new RowHash()
        .text(before)
        .number(opening)
        .integer(number)
        .text(act.name())
        .text(agent)
        .number(at.toEpochMilli())
        .text(ruling.map(is -> is.outcome().name()).orElse(""))
        .integer(ruling.map(is -> is.until().orElse(0)).orElse(0))
        .text(ruling.flatMap(Ruling::ground).map(Ground::name).orElse(""))
        .text(reason)
        .text(mark)
        .text(proposal)
        .number(row)
        .endHex();
  }
}
