package cn.lantai.opening.rule;

import java.util.regex.Pattern;

/** Numbers in texts of any width: 1, １ and the dashes that people type between them. */
final class Digits {

  /**
   * What may not stand before a number: then it is the rest of something longer, such as a
   * reference code.
   */
  static final String START = "(?<![0-9A-Za-z])(?<![0-9A-Za-z\\p{IsHan}][-·../])";

  /** What may not stand behind it. */
  static final String END = "(?![0-9A-Za-z]|[-·./][0-9A-Za-z\\p{IsHan}])";

  private Digits() {}

  static Pattern pattern(String number) {
    return Pattern.compile(START + number + END);
  }

  /** The text with narrow digits, letters and dashes; each character stands where it stood. */
  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        narrow.append((char) (c - 0xFEE0));
      } else if (c == '—' || c == '–' || c == '‐' || c == '−' || c == '‑') {
        narrow.append('-');
      } else {
        narrow.append(c == '\u3000' ? ' ' : c);
      }
    }
    return narrow.toString();
  }
}
