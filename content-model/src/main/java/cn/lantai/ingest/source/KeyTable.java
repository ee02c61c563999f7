package cn.lantai.ingest.source;

import java.util.Arrays;

/**
 * A number for each key, such as that of its row, for millions of keys: of each only 128 bits of
 * its hash are kept, by which two keys are told apart.
 */
public final class KeyTable {

  public static final int NONE = -1;

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int[] numbers = filled(1 << 10);
  private int size;

  /** Notes the key unless it is there already; the number that it has, or {@link #NONE} if new. */
  public int putIfAbsent(String key, int number) {
    if (size * 10L > numbers.length * 6L) {
      grow();
    }
    long first = hash(key, 0x9E3779B97F4A7C15L);
    long second = hash(key, 0xC2B2AE3D27D4EB4FL);
    int slot = slot(first, second);
    if (numbers[slot] != NONE) {
      return numbers[slot];
    }
    high[slot] = first;
    low[slot] = second;
    numbers[slot] = number;
    size++;
    return NONE;
  }

  /** Notes the key with this number, or the one that it has if that is less. */
  public void putLeast(String key, int number) {
    int there = putIfAbsent(key, number);
    if (there != NONE && number < there) {
      numbers[slot(key)] = number;
    }
  }

  /** The number of the key, or {@link #NONE}. */
  public int get(String key) {
    return numbers[slot(key)];
  }

  private int slot(String key) {
    return slot(hash(key, 0x9E3779B97F4A7C15L), hash(key, 0xC2B2AE3D27D4EB4FL));
  }

  private int slot(long first, long second) {
    int mask = numbers.length - 1;
    int slot = (int) (first ^ first >>> 32) & mask;
    while (numbers[slot] != NONE && (high[slot] != first || low[slot] != second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldNumbers = numbers;
    high = new long[oldNumbers.length * 2];
    low = new long[oldNumbers.length * 2];
    numbers = filled(oldNumbers.length * 2);
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != NONE) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, NONE);
    return numbers;
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
