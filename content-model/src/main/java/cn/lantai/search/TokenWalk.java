package cn.lantai.search;

/**
 * Goes through a folded text token by token. Chinese gives each character and each pair of
 * neighbours, both at the position of the first character; what else is letters and digits gives
 * whole words.
 */
final class TokenWalk {

  /** Longer runs of letters and digits are cut: they are not words. */
  private static final int LONGEST_WORD = 64;

  private final FoldedText text;
  private int at;
  private boolean pairNext;
  private int start;
  private int end;
  private boolean han;
  private boolean single;

  TokenWalk(FoldedText text) {
    this.text = text;
  }

  boolean next() {
    if (pairNext) {
      pairNext = false;
      single = false;
      int second = start + width(start);
      end = second + width(second);
      return true;
    }
    while (at < text.length() && !isHan(at) && !isWord(at)) {
      at++;
    }
    if (at >= text.length()) {
      return false;
    }
    start = at;
    single = true;
    han = isHan(at);
    if (han) {
      end = start + width(start);
      pairNext = end < text.length() && isHan(end);
    } else {
      end = start + 1;
      while (end < text.length() && isWord(end) && end - start < LONGEST_WORD) {
        end++;
      }
    }
    at = end;
    return true;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isHan() {
    return han;
  }

  /** Whether the token stands at a new position: false for a pair of characters. */
  boolean isSingle() {
    return single;
  }

  private boolean isHan(int index) {
    return Folding.isHan(text.charAt(index));
  }

  private boolean isWord(int index) {
    char c = text.charAt(index);
    return !Folding.isHan(c) && Character.isLetterOrDigit(c);
  }

  private int width(int index) {
    return Character.isHighSurrogate(text.charAt(index))
            && index + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(index + 1))
        ? 2
        : 1;
  }
}
