package cn.lantai.entity;

import com.ibm.icu.text.Transliterator;

/**
 * The simplified form of each character by ICU's Traditional-Simplified, character by character:
 * good for comparing and reading, not for display, because some characters have more than one.
 */
public final class SimplifiedForms {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9fff';
  private static final char[] TABLE = table();

  private SimplifiedForms() {}

  /** The character itself if it has no other form. */
  public static char of(char character) {
    return character < FIRST || character > LAST ? character : TABLE[character - FIRST];
  }

  public static String of(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = of(characters[i]);
    }
    return new String(characters);
  }

  private static char[] table() {
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      char character = (char) (FIRST + i);
      String simple = simplify.transliterate(String.valueOf(character));
      table[i] = simple.length() == 1 ? simple.charAt(0) : character;
    }
    return table;
  }
}
