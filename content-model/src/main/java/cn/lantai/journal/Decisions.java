package cn.lantai.journal;

import java.util.function.Supplier;

/** Decides again where somebody has changed what a decision was made by. */
public final class Decisions {

  private static final int ATTEMPTS = 10;

  private Decisions() {}

  /**
   * @param decision a whole transaction
   * @throws PremiseGoneException if others were faster each time
   */
  public static <T> T again(Supplier<T> decision) {
    for (int attempt = 1; ; attempt++) {
      try {
        return decision.get();
      } catch (PremiseGoneException gone) {
        if (attempt == ATTEMPTS) {
          throw gone;
        }
      }
    }
  }
}
