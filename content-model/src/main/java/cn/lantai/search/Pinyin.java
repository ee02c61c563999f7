package cn.lantai.search;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways to write a Chinese name in letters: whole and by initials, without tones. */
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
