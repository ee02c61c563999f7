package cn.lantai.ingest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What became of each row. A row that needs one which is kept out is kept out too; so a row that
 * needs one which is not decided yet waits, and is decided when all have been read.
 */
final class Fates {

  private static final byte UNKNOWN = 0;
  private static final byte IN = 1;
  private static final byte WAITING = 2;
  private static final byte OUT = 3;

  /** Kept out, but an older version of its entity is there, on which others may rely. */
  private static final byte OLD = 4;

  /** Waited for what was kept out, and is still to be reported. */
  private static final byte DOOMED = 5;

  private final byte[] fates;
  private final IntList from = new IntList();
  private final IntList to = new IntList();
  private int pending;

  Fates(int rows) {
    fates = new byte[rows];
  }

  void takeIn(int row) {
    pending -= isPending(row) ? 1 : 0;
    fates[row] = IN;
  }

  /**
   * @param old whether an older version of its entity is there
   */
  void keepOut(int row, boolean old) {
    pending -= isPending(row) ? 1 : 0;
    fates[row] = old ? OLD : OUT;
  }

  /** Lets a row wait for another. */
  void await(int row, int other) {
    pending += isPending(row) ? 0 : 1;
    fates[row] = WAITING;
    from.add(row);
    to.add(other);
  }

  boolean isOut(int row) {
    return fates[row] == OUT || fates[row] == DOOMED;
  }

  boolean isUndecided(int row) {
    return fates[row] == UNKNOWN || fates[row] == WAITING;
  }

  /** Whether the row waited, and nothing has come of that yet. */
  boolean isPending(int row) {
    return fates[row] == WAITING || fates[row] == DOOMED;
  }

  boolean anyPending() {
    return pending > 0;
  }

  /** Dooms what waits for what is kept out, as far as that reaches; the others may come in. */
  void decide() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < from.size(); i++) {
        if (fates[from.get(i)] == WAITING && isOut(to.get(i))) {
          fates[from.get(i)] = DOOMED;
          changed = true;
        }
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(fates.length);
    out.write(fates);
    out.writeInt(from.size());
    for (int i = 0; i < from.size(); i++) {
      out.writeInt(from.get(i));
      out.writeInt(to.get(i));
    }
  }

  static Fates read(DataInputStream in) throws IOException {
    Fates read = new Fates(in.readInt());
    in.readFully(read.fates);
    int edges = in.readInt();
    for (int i = 0; i < edges; i++) {
      read.from.add(in.readInt());
      read.to.add(in.readInt());
    }
    for (int row = 0; row < read.fates.length; row++) {
      read.pending += read.isPending(row) ? 1 : 0;
    }
    return read;
  }
}
