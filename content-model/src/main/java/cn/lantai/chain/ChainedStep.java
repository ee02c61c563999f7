package cn.lantai.chain;

import java.util.List;
import java.util.Optional;

/** A step in a course of steps that are chained by their hashes and never changed. */
public interface ChainedStep {

  /** Stands before the first step. */
  String NONE = "";

  /** From 1, without gaps. */
  int number();

  /** What was kept as its hash. */
  String hash();

  /**
   * The hash that it must have.
   *
   * @param whole the number of the course that it belongs to
   * @param before the hash of the step before; see {@link #NONE}
   */
  String hash(long whole, String before);

  /** The first step that is not what was written there; empty if all are. */
  static Optional<Integer> firstBroken(long whole, List<? extends ChainedStep> steps) {
    String before = NONE;
    for (int i = 0; i < steps.size(); i++) {
      ChainedStep step = steps.get(i);
      if (step.number() != i + 1 || !step.hash().equals(step.hash(whole, before))) {
        return Optional.of(i + 1);
      }
      before = step.hash();
    }
    return Optional.empty();
  }
}
