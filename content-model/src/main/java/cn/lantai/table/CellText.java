package cn.lantai.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How text stands in a cell.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken
 * away when the cell is read. Where a cell holds several texts, a backslash in front of a separator
 * or of another backslash makes it a part of the text.
 */
public final class CellText {

  public static final String LIST = "；;";
  public static final String LINES = "|";

  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern AROUND = Pattern.compile("^[\\s&&[^\u3000]]+|[\\s&&[^\u3000]]+$");

  private CellText() {}

  /** Without the blanks around it; the wide ones by which Chinese lines are indented stay. */
  public static String trimmed(String text) {
    return AROUND.matcher(text).replaceAll("");
  }

  /** The text as it may stand in a cell of a file. */
  public static String guarded(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that a cell of a file means. */
  public static String plain(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /** Joins texts by the first of the separators. */
  public static String join(Collection<String> texts, String separators) {
    return texts.stream()
        .map(text -> escape(text, separators))
        .collect(Collectors.joining(separators.substring(0, 1)));
  }

  /** The texts that any of the separators part, not stripped; never none. */
  public static List<String> split(String cell, String separators) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean last = i + 1 == cell.length();
      if (c == '\\' && !last && isSpecial(cell.charAt(i + 1), separators)) {
        text.append(cell.charAt(++i));
      } else if (separators.indexOf(c) >= 0) {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append(c);
      }
    }
    texts.add(text.toString());
    return texts;
  }

  private static String escape(String text, String separators) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (isSpecial(c, separators)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static boolean isSpecial(char c, String separators) {
    return c == '\\' || separators.indexOf(c) >= 0;
  }
}
