package cn.lantai.chain;

import java.util.OptionalLong;

/**
 * The outcome of checking the chain.
 *
 * @param rows how many rows are in order, counted from the first
 * @param firstBroken the first row that was changed, is missing or out of order; empty if none
 */
public record Verification(long rows, OptionalLong firstBroken) {

  public boolean intact() {
    return firstBroken.isEmpty();
  }
}
