package cn.lantai.search;

/** A search that is not carried out, because it asks for more than a search may cost. */
public final class SearchRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    TOO_LONG,
    TOO_MANY_WORDS,
    TOO_MANY_FILTERS,
    TOO_DEEP,
    TOO_SLOW
  }

  private final Reason reason;

  public SearchRefusedException(Reason reason) {
    super("Search refused: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
