package cn.lantai.ingest;

import java.util.Arrays;

/**
 * Which row has which key, for millions of keys: of each only 128 bits of its hash are kept, by
 * which two keys are told apart.
 */
final class KeyTable {

  static final int NONE = -1;

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int[] rows = filled(1 << 10);
  private int size;

  /** Notes the key unless it is there already; the row that has it, or {@link #NONE} if new. */
  int putIfAbsent(String key, int row) {
    if (size * 10L > rows.length * 6L) {
      grow();
    }
    long first = hash(key, 0x9E3779B97F4A7C15L);
    long second = hash(key, 0xC2B2AE3D27D4EB4FL);
    int slot = slot(first, second);
    if (rows[slot] != NONE) {
      return rows[slot];
    }
    high[slot] = first;
    low[slot] = second;
    rows[slot] = row;
    size++;
    return NONE;
  }

  /** The row that has the key, or {@link #NONE}. */
  int get(String key) {
    return rows[slot(hash(key, 0x9E3779B97F4A7C15L), hash(key, 0xC2B2AE3D27D4EB4FL))];
  }

  private int slot(long first, long second) {
    int mask = rows.length - 1;
    int slot = (int) (first ^ first >>> 32) & mask;
    while (rows[slot] != NONE && (high[slot] != first || low[slot] != second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldRows = rows;
    high = new long[oldRows.length * 2];
    low = new long[oldRows.length * 2];
    rows = filled(oldRows.length * 2);
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != NONE) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        rows[slot] = oldRows[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] rows = new int[length];
    Arrays.fill(rows, NONE);
    return rows;
  }

  private static long hash(String key, long multiplier) {
    long hash = key.length() * multiplier;
    for (int i = 0; i < key.length(); i++) {
      hash = Long.rotateLeft((hash ^ key.charAt(i)) * multiplier, 29);
    }
    hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
    return hash ^ hash >>> 33;
  }
}
