package cn.lantai.chain;

import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a chain from its first row to its head, and finds where a row was changed, moved, added or
 * taken away behind the back of who writes it. What is appended meanwhile is not looked at.
 *
 * @param <R> a row as the database has it, which need not be readable
 */
public final class ChainCheck<R> {

  private static final int PAGE = 1000;

  private final Rows<R> rows;
  private long length;
  private String hash = RowHash.NONE;

  /** The chain in the database; each call may be a transaction of its own. */
  public interface Rows<R> {

    ChainHead head();

    /** Up to {@code limit} rows behind this number, in order. */
    List<R> after(long number, int limit);

    /** The highest number that any row has; 0 if there is none. */
    long last();

    /** What chains a row. Any exception means that the row is damaged. */
    Link link(R row);
  }

  /**
   * What chains a row to the one before; hashes are in hexadecimal.
   *
   * @param hash as it is stored
   * @param due what it must be by the row's own content
   */
  public record Link(long number, String previous, String hash, String due) {}

  public ChainCheck(Rows<R> rows) {
    this.rows = rows;
  }

  /** To be asked once. */
  public Verification run() {
    ChainHead end = rows.head();
    while (length < end.number()) {
      List<R> page = rows.after(length, (int) Math.min(PAGE, end.number() - length));
      if (page.isEmpty() || !page.stream().allMatch(this::follows)) {
        return brokenAt(length + 1);
      }
    }
    if (!hash.equals(end.hash())) {
      return brokenAt(Math.max(length, 1));
    }
    // A row behind the head was not put there by who writes the chain. (Asked in this order,
    // because the head may move on meanwhile.)
    long last = rows.last();
    return last > rows.head().number()
        ? brokenAt(length + 1)
        : new Verification(length, OptionalLong.empty());
  }

  private boolean follows(R row) {
    Link link;
    try {
      link = rows.link(row);
    } catch (RuntimeException damaged) {
      // What cannot even be read was not written like this.
      return false;
    }
    boolean fits =
        link.number() == length + 1
            && link.previous().equals(hash)
            && link.hash().equals(link.due());
    if (fits) {
      length = link.number();
      hash = link.hash();
    }
    return fits;
  }

  private Verification brokenAt(long row) {
    return new Verification(length, OptionalLong.of(row));
  }
}
