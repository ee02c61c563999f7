package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that a rule or the model saw.
 *
 * @param rule its name, such as {@code identity-card}
 * @param towards what it speaks for
 * @param weight how strongly, from 1
 * @param until for {@link Outcome#EXTEND}: a year that follows from it
 * @param spot the words that caused it; empty if it was no word
 * @param link what the description points to that caused it
 */
public record Finding(
    String rule,
    LocalizedText reason,
    Outcome towards,
    int weight,
    OptionalInt until,
    Optional<Spot> spot,
    Optional<EntityIri> link) {

  /**
   * Where words stand.
   *
   * @param passage the key of the {@link Passage}
   * @param start where the first character stands
   * @param end behind the last one
   */
  public record Spot(String passage, int start, int end, String words) {

    public static Spot of(Passage passage, int start, int end) {
      return new Spot(passage.key(), start, end, passage.text().substring(start, end));
    }
  }

  public static Finding at(
      Spot spot, String rule, LocalizedText reason, Outcome towards, int weight) {
    return new Finding(
        rule, reason, towards, weight, OptionalInt.empty(), Optional.of(spot), Optional.empty());
  }
}
