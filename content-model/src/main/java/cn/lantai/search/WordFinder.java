package cn.lantai.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds given words in texts, whatever forms of characters, width or case they are written in: as
 * the search does. A word of letters and digits is found only where it stands by itself.
 */
public final class WordFinder {

  /**
   * A place where a word stands.
   *
   * @param word as it was given
   * @param start where its first character stands in the text
   * @param end behind its last one
   */
  public record Place(String word, int start, int end) {}

  private final Map<String, String> words = new LinkedHashMap<>();

  /**
   * @param words those that fold to nothing are never found
   */
  public WordFinder(Collection<String> words) {
    for (String word : words) {
      String folded = FoldedText.of(word).toString().strip();
      if (!folded.isEmpty()) {
        this.words.putIfAbsent(folded, word);
      }
    }
  }

  /** All places, in the order of the text. */
  public List<Place> find(String text) {
    FoldedText folded = FoldedText.of(text);
    List<Place> places = new ArrayList<>();
    words.forEach(
        (needle, word) -> {
          int at = folded.next(needle, 0);
          while (at >= 0) {
            places.add(new Place(word, folded.start(at), folded.end(at + needle.length() - 1)));
            at = folded.next(needle, at + needle.length());
          }
        });
    places.sort((a, b) -> a.start() == b.start() ? b.end() - a.end() : a.start() - b.start());
    return places;
  }

  /**
   * The words of a text for counting them: each pair of neighbouring Chinese characters, and each
   * word of letters; numbers are left out, for they never say what something is about.
   */
  public static List<Place> pairs(String text) {
    FoldedText folded = FoldedText.of(text);
    TokenWalk walk = new TokenWalk(folded);
    List<Place> places = new ArrayList<>();
    while (walk.next()) {
      boolean counts =
          walk.isHan() ? !walk.isSingle() : Character.isLetter(folded.charAt(walk.start()));
      if (counts) {
        places.add(
            new Place(
                folded.subSequence(walk.start(), walk.end()).toString(),
                folded.start(walk.start()),
                folded.end(walk.end() - 1)));
      }
    }
    return places;
  }
}
