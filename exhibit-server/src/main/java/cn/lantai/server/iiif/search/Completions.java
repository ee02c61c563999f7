package cn.lantai.server.iiif.search;

import cn.lantai.search.Marked;
import cn.lantai.search.SearchWords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How words that begin so go on in transcripts: to the end of a word in letters, and by some
 * characters of Chinese, which has no ends of words.
 */
final class Completions {

  private static final int MORE_HAN = 4;

  private final Map<String, Integer> counts = new HashMap<>();

  /** A completion and how often it stands there. */
  record Term(String value, int total) {}

  void read(List<String> lines, SearchWords beginning) {
    String last = beginning.wanted().get(beginning.wanted().size() - 1).folded();
    for (String line : lines) {
      if (isHan(last.codePointBefore(last.length()))) {
        readHan(line, beginning);
      } else {
        readWords(line, last);
      }
    }
  }

  private void readHan(String line, SearchWords beginning) {
    int at = 0;
    for (Marked.Piece piece : beginning.mark(line).pieces()) {
      int end = at + piece.text().length();
      if (piece.hit()) {
        int stop = end;
        for (int more = 0; more < MORE_HAN && stop < line.length(); more++) {
          int next = line.codePointAt(stop);
          if (!isHan(next)) {
            break;
          }
          stop += Character.charCount(next);
        }
        counts.merge(line.substring(at, stop), 1, Integer::sum);
      }
      at = end;
    }
  }

  private void readWords(String line, String beginning) {
    for (String word : line.split("[^\\p{L}\\p{N}]+")) {
      if (SearchWords.folded(word).startsWith(beginning)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
  }

  private static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  /** The most frequent first. */
  List<Term> terms(int min, int limit) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= min)
        .map(entry -> new Term(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Term::total).reversed().thenComparing(Term::value))
        .limit(limit)
        .toList();
  }
}
