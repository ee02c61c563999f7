package cn.lantai.review;

/**
 * What the administrator has settled about reviews.
 *
 * @param need what is needed before something is published
 * @param people who may not review
 */
public record ReviewPolicy(Need need, People people) {

  /** What is needed before something is published. */
  public enum Need {
    /** Nothing: who may publish does so at once. A review may be asked for all the same. */
    NONE,
    /** One reviewer, in the final round. */
    ONE,
    /** Three rounds. */
    THREE
  }

  /** Who may not review. */
  public enum People {
    /** Nobody passes two rounds, nor what he himself wrote: takes an author and three others. */
    DIFFERENT,
    /** Nobody passes what he himself wrote, but one may pass all rounds: takes two people. */
    TWO,
    /** Nobody is kept from anything: for who works alone. */
    ANY
  }

  /** In how many rounds a version that is submitted now is reviewed. */
  public int rounds() {
    return need == Need.ONE ? 1 : 3;
  }

  /** Whether something may go into public without a review. */
  public boolean allowsDirect() {
    return need == Need.NONE;
  }
}
