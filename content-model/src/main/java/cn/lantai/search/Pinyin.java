package cn.lantai.search;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Chinese names in letters, without tones: the ways to write one, and how it is filed. */
final class Pinyin {

  /** Surnames have readings of their own: 曾 zēng, 单 shàn. */
  private static final Transliterator NAMES =
      Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");

  private static final Transliterator WORDS = Transliterator.getInstance("Han-Latin; Latin-ASCII");

  private static final int LONGEST_NAME = 40;
  private static final Pattern GAP = Pattern.compile("[^a-z0-9]+");

  private Pinyin() {}

  /** {@code maodun} and {@code md} for 茅盾; empty for what has no Chinese in it. */
  static Set<String> of(String name) {
    Set<String> ways = new LinkedHashSet<>();
    if (name.length() <= LONGEST_NAME && name.chars().anyMatch(c -> Folding.isHan((char) c))) {
      add(NAMES.transliterate(name), ways);
      add(WORDS.transliterate(name), ways);
    }
    return ways;
  }

  /**
   * The first syllable, a gap, the rest: {@code mao dun}, so that all of one surname stand together
   * and 马 before 毛. Empty if it begins with no letter.
   *
   * @param person whether surnames are in it, or words
   */
  static String filed(String name, boolean person) {
    String beginning = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    String letters = (person ? NAMES : WORDS).transliterate(beginning).toLowerCase(Locale.ROOT);
    List<String> syllables =
        GAP.splitAsStream(letters).filter(syllable -> !syllable.isEmpty()).toList();
    if (syllables.isEmpty() || Character.isDigit(syllables.get(0).charAt(0))) {
      return "";
    }
    String rest = String.join("", syllables.subList(1, syllables.size()));
    return (syllables.get(0) + ' ' + rest).strip();
  }

  private static void add(String spaced, Set<String> ways) {
    StringBuilder whole = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (String syllable : GAP.split(spaced.toLowerCase(Locale.ROOT))) {
      if (!syllable.isEmpty()) {
        whole.append(syllable);
        initials.append(syllable.charAt(0));
      }
    }
    ways.add(whole.toString());
    if (initials.length() > 1) {
      ways.add(initials.toString());
    }
  }
}
