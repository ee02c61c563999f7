package cn.lantai.server.bulk;

/** As much of a long text as shows in what it differs from another. */
final class Excerpt {

  private static final int LONGEST = 400;
  private static final int AHEAD = 60;

  private Excerpt() {}

  static String of(String text, String other) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int same = 0;
    int shorter = Math.min(text.length(), other.length());
    while (same < shorter && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = same == text.length() && same == other.length() ? 0 : Math.max(0, same - AHEAD);
    int to = Math.min(text.length(), from + LONGEST);
    // Never half a character.
    from = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    to = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    return (from > 0 ? "…" : "")
        + text.substring(from, Math.max(from, to))
        + (to < text.length() ? "…" : "");
  }
}
