package cn.lantai.search;

import java.util.Arrays;
import java.util.List;

/**
 * A text as index and query see it, that knows for each character where it stands in the original.
 *
 * <p>White space between Chinese characters is left out, because it only lays out the page. So is
 * the pinyin that some converters put behind a character, 鄉(xiāng)鎮(zhèn): a syllable with a tone
 * mark in brackets behind a Chinese character. A paragraph separator (U+2029) parts texts that were
 * put together.
 */
final class FoldedText implements CharSequence {

  private static final String TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
  private static final int LONGEST_SYLLABLE = 6;

  private final char[] chars;
  private final int[] origin;
  private final int length;

  private FoldedText(char[] chars, int[] origin, int length) {
    this.chars = chars;
    this.origin = origin;
    this.length = length;
  }

  static FoldedText of(CharSequence text) {
    int size = text.length();
    char[] chars = new char[size];
    int[] origin = new int[size];
    int length = 0;
    for (int i = 0; i < size; i++) {
      char c = Folding.fold(text.charAt(i));
      if (c == Folding.NOTHING) {
        continue;
      }
      boolean afterHan = length > 0 && isHanBefore(chars, length);
      if (c == ' ') {
        int next = i;
        while (next + 1 < size && Folding.fold(text.charAt(next + 1)) == ' ') {
          next++;
        }
        boolean layout = afterHan && next + 1 < size && Folding.isHan(text.charAt(next + 1));
        if (layout) {
          i = next;
          continue;
        }
      }
      if (c == '(' && afterHan) {
        int end = endOfReading(text, i);
        if (end > 0) {
          i = end;
          continue;
        }
      }
      chars[length] = c;
      origin[length++] = i;
    }
    return new FoldedText(chars, origin, length);
  }

  /** Texts one behind the other, as a document's body is kept. */
  static String join(List<String> texts) {
    return String.join("\u2029", texts);
  }

  private static boolean isHanBefore(char[] chars, int length) {
    char last = chars[length - 1];
    return Folding.isHan(last)
        || (Character.isLowSurrogate(last) && length > 1 && Folding.isHan(chars[length - 2]));
  }

  /** The place of the closing bracket of a reading that opens here; 0 if it is not one. */
  private static int endOfReading(CharSequence text, int open) {
    boolean tone = false;
    for (int i = open + 1; i < text.length() && i <= open + LONGEST_SYLLABLE + 1; i++) {
      char c = text.charAt(i);
      if (Folding.fold(c) == ')') {
        return tone ? i : 0;
      }
      boolean marked = TONES.indexOf(c) >= 0;
      if (!marked && !(c >= 'a' && c <= 'z') && c != 'ü') {
        return 0;
      }
      tone |= marked;
    }
    return 0;
  }

  /** Where the character stands in the original. */
  int start(int index) {
    return origin[index];
  }

  /** Where the character ends in the original. */
  int end(int index) {
    return origin[index] + 1;
  }

  int indexOf(String needle, int from) {
    int last = length - needle.length();
    for (int i = from; i <= last; i++) {
      int j = 0;
      while (j < needle.length() && chars[i + j] == needle.charAt(j)) {
        j++;
      }
      if (j == needle.length()) {
        return i;
      }
    }
    return -1;
  }

  /** Where the needle next stands; one of letters only where a whole word does. */
  int next(String needle, int from) {
    int at = indexOf(needle, from);
    while (at >= 0 && !(isEdge(at - 1, at) && isEdge(at + needle.length(), at))) {
      at = indexOf(needle, at + 1);
    }
    return at;
  }

  /** Whether a word may begin or end between a character and the one beside it. */
  boolean isEdge(int beside, int at) {
    char own = charAt(at);
    if (beside < 0 || beside >= length || Folding.isHan(own)) {
      return true;
    }
    char other = charAt(beside);
    return Folding.isHan(other) || !Character.isLetterOrDigit(other);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new FoldedText(
        Arrays.copyOfRange(chars, start, end), Arrays.copyOfRange(origin, start, end), end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
