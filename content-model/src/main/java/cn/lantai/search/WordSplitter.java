package cn.lantai.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a long run of Chinese that somebody typed without spaces, such as 陈望道译本, into parts that
 * each have to occur: known names first, then the words of a dictionary. What the dictionary takes
 * for single characters one behind the other stays together, for it is likely a name.
 */
final class WordSplitter {

  /** Runs up to this length are looked for as they are. */
  private static final int SHORT = 3;

  private static final int LONGEST_NAME = 8;
  private static final BreakIterator DICTIONARY = BreakIterator.getWordInstance(ULocale.CHINESE);

  /** Tells whether something is a whole name. */
  interface Names {
    boolean has(String folded) throws IOException;
  }

  private final Names names;

  WordSplitter(Names names) {
    this.names = names;
  }

  List<String> split(SearchWords.Word word) throws IOException {
    String text = word.folded();
    if (word.exact() || text.length() <= SHORT) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    boolean longRun = false;
    int start = 0;
    while (start < text.length()) {
      boolean han = Folding.isHan(text.charAt(start));
      int end = start;
      while (end < text.length() && isHan(text, end) == han) {
        end++;
      }
      String run = text.substring(start, end);
      if (han && run.length() > SHORT) {
        longRun = true;
        splitRun(run, parts);
      } else if (new TokenWalk(FoldedText.of(run)).next()) {
        parts.add(run);
      }
      start = end;
    }
    return longRun ? parts : List.of(text);
  }

  private void splitRun(String run, List<String> parts) throws IOException {
    int rest = 0;
    int at = 0;
    while (at < run.length()) {
      int name = nameAt(run, at);
      if (name == 0) {
        at++;
        continue;
      }
      splitByDictionary(run.substring(rest, at), parts);
      parts.add(run.substring(at, at + name));
      at += name;
      rest = at;
    }
    splitByDictionary(run.substring(rest), parts);
  }

  /** The length of the longest name that begins here; 0 if none does. */
  private int nameAt(String run, int at) throws IOException {
    for (int length = Math.min(LONGEST_NAME, run.length() - at); length > 1; length--) {
      if (names.has(run.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  private static void splitByDictionary(String run, List<String> parts) {
    BreakIterator breaks = (BreakIterator) DICTIONARY.clone();
    breaks.setText(run);
    StringBuilder singles = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end - start == 1) {
        singles.append(run, start, end);
      } else {
        flush(singles, parts);
        parts.add(run.substring(start, end));
      }
      start = end;
    }
    flush(singles, parts);
  }

  private static void flush(StringBuilder singles, List<String> parts) {
    if (!singles.isEmpty()) {
      parts.add(singles.toString());
      singles.setLength(0);
    }
  }

  private static boolean isHan(String text, int index) {
    char c = text.charAt(index);
    return Folding.isHan(Character.isLowSurrogate(c) && index > 0 ? text.charAt(index - 1) : c);
  }
}
