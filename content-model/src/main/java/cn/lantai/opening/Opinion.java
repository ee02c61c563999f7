package cn.lantai.opening;

import java.util.List;
import java.util.Map;

/**
 * What the model makes of a record.
 *
 * @param shares how likely each outcome is by this archive's past decisions, from 0 to 1
 * @param words those that count most for what it finds likeliest, unless that is to open it
 * @param decisions on how many it was trained
 */
public record Opinion(Map<Outcome, Double> shares, List<Finding> words, int decisions) {

  public Opinion {
    shares = Map.copyOf(shares);
    words = List.copyOf(words);
  }

  /** Of equals the more careful one. */
  public Outcome likeliest() {
    Outcome best = Outcome.CONTROL;
    for (Outcome each : List.of(Outcome.EXTEND, Outcome.OPEN)) {
      if (share(each) > share(best)) {
        best = each;
      }
    }
    return best;
  }

  public double share(Outcome outcome) {
    return shares.getOrDefault(outcome, 0.0);
  }
}
