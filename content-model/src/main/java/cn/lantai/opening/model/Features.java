package cn.lantai.opening.model;

import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import cn.lantai.search.WordFinder;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the model sees of a text: which pairs of characters and which words stand in it, and its
 * documentary form. How often makes no difference.
 */
final class Features {

  /** Behind so many characters a text is not looked at. */
  private static final int LONGEST = 20_000;

  private static final int MOST = 1_500;
  private static final String FORM = "form=";

  private Features() {}

  /** In a fixed order. */
  static String[] of(RecordText text) {
    Set<String> features = new TreeSet<>();
    int left = LONGEST;
    for (Passage passage : text.passages()) {
      String looked = passage.text().substring(0, Math.min(left, passage.text().length()));
      left -= looked.length();
      for (WordFinder.Place word : WordFinder.pairs(looked)) {
        if (features.size() < MOST) {
          features.add(word.word());
        }
      }
    }
    text.form().ifPresent(form -> features.add(FORM + form));
    return features.toArray(String[]::new);
  }
}
