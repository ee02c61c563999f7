package cn.lantai.server.audit;

/** Text as every database keeps it, so that it is read as it was hashed. */
final class PlainText {

  private static final int INSTEAD = 0xFFFD;

  private PlainText() {}

  /** Without control characters and halves of characters, cut behind so many {@code char}s. */
  static String of(String text, int longest) {
    StringBuilder plain = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean odd = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
      int kept = c == '\n' || c == '\t' ? ' ' : odd ? INSTEAD : c;
      if (plain.length() + Character.charCount(kept) > longest - (i < text.length() ? 1 : 0)) {
        return plain.append('…').toString();
      }
      plain.appendCodePoint(kept);
    }
    return plain.toString();
  }
}
