package cn.lantai.opening.model;

import cn.lantai.opening.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * On what a model rests, and how good it is at decisions that it was not trained on.
 *
 * @param decisions how many there are of each outcome; of an outcome that is not among {@code
 *     known} there are too few
 * @param accuracy which share of decisions it got right that were held out of its training
 * @param baseline which share would be right if the commonest outcome were always said: a model
 *     that is not clearly better has learnt nothing
 */
public record Quality(
    Map<Outcome, Integer> decisions,
    Map<Outcome, Integer> known,
    double accuracy,
    double baseline) {

  public Quality {
    decisions = copy(decisions);
    known = copy(known);
  }

  /** Whether there was enough to learn from. */
  public boolean isEnough() {
    return known.size() > 1;
  }

  /** On how many decisions the model was trained. */
  public int trained() {
    return known.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<Outcome, Integer> copy(Map<Outcome, Integer> counts) {
    Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
