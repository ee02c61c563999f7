package cn.lantai.search;

import cn.lantai.entity.SimplifiedForms;
import java.text.Normalizer;

/**
 * Brings characters that readers take for the same to one form: traditional and variant to
 * simplified, full to half width, capitals to small letters, letters with tone marks to bare ones.
 *
 * <p>For index and query only, never for display: 著 becomes 着 on both sides, so 著作 is found by 著作,
 * but must not be shown as 着作.
 */
final class Folding {

  /** Stands for a character that counts for nothing, such as a combining mark. */
  static final char NOTHING = 0;

  /** Pairs of a variant and its usual form that the Unicode data do not have. */
  private static final String VARIANTS =
      "峯峰鬪斗鬭斗喫吃嵒岩彫雕郷乡鄕乡槪概旣既凢凡囬回囘回徳德髙高嶋岛舘馆舖铺箇个堦阶" + "亾亡煑煮畧略牀床疎疏皷鼓塟葬葢盖蓆席蘓苏觧解";

  private static final char[] TABLE = table();

  private Folding() {}

  static char fold(char character) {
    return TABLE[character];
  }

  static String fold(String text) {
    return FoldedText.of(text).toString();
  }

  /** Whether the character, or the pair that begins with it, is Chinese. */
  static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9fff
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xd840 && c <= 0xd88d
        || c == '々'
        || c == '〇';
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    for (int c = 0; c < table.length; c++) {
      table[c] = Character.isSurrogate((char) c) ? (char) c : bare((char) c);
    }
    for (int c = 0; c < table.length; c++) {
      table[c] = SimplifiedForms.of(table[c]);
    }
    for (int i = 0; i < VARIANTS.length(); i += 2) {
      table[VARIANTS.charAt(i)] = VARIANTS.charAt(i + 1);
    }
    return table;
  }

  private static char bare(char c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return NOTHING;
    }
    if (Character.isWhitespace(c) || Character.isISOControl(c)) {
      return c == '\u2029' ? c : ' ';
    }
    String narrow = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    char one = narrow.length() == 1 ? Character.toLowerCase(narrow.charAt(0)) : c;
    String taken = Normalizer.normalize(String.valueOf(one), Normalizer.Form.NFD);
    boolean latin = taken.length() > 1 && taken.charAt(0) < 0x250;
    return latin ? taken.charAt(0) : one == '　' ? ' ' : one;
  }
}
