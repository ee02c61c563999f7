package cn.lantai.opening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What rules and model propose. It decides nothing.
 *
 * @param until a year that follows from a finding, for {@link Outcome#EXTEND}
 * @param findings what rules and model saw; up to {@link #MOST_FINDINGS}
 * @param opinion empty if there is no model, or it was trained on too little
 */
public record Proposal(
    Outcome outcome, OptionalInt until, List<Finding> findings, Optional<Opinion> opinion) {

  public static final int MOST_FINDINGS = 200;

  /** What the model must be sure of before it counts. */
  private static final double SURE = 0.6;

  private static final int MODEL_WEIGHT = 2;

  public Proposal {
    findings = List.copyOf(findings);
  }

  /** Weighs what was found. What speaks equally for two outcomes is the more careful one. */
  public static Proposal of(List<Finding> byRules, Optional<Opinion> opinion) {
    Map<Outcome, Integer> weights = new EnumMap<>(Outcome.class);
    byRules.forEach(finding -> weights.merge(finding.towards(), finding.weight(), Integer::sum));
    List<Finding> findings = new ArrayList<>(byRules);
    opinion
        .filter(is -> is.likeliest() != Outcome.OPEN && is.share(is.likeliest()) >= SURE)
        .ifPresent(
            is -> {
              weights.merge(is.likeliest(), MODEL_WEIGHT, Integer::sum);
              findings.addAll(0, is.words());
            });
    int control = weights.getOrDefault(Outcome.CONTROL, 0);
    int extend = weights.getOrDefault(Outcome.EXTEND, 0);
    Outcome outcome =
        control == 0 && extend == 0
            ? Outcome.OPEN
            : control >= extend ? Outcome.CONTROL : Outcome.EXTEND;
    OptionalInt until =
        outcome == Outcome.EXTEND
            ? findings.stream().flatMapToInt(finding -> finding.until().stream()).max()
            : OptionalInt.empty();
    return new Proposal(
        outcome, until, findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)), opinion);
  }

  /** Whether it is to be opened and nothing at all speaks against it. */
  public boolean isPlain() {
    return outcome == Outcome.OPEN && findings.isEmpty();
  }
}
