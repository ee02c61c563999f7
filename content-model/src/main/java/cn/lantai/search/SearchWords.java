package cn.lantai.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a search. All that are wanted must occur; what stands in quotation marks, straight
 * or curved, must occur as it is; a word behind a minus must not occur. Nothing else has a meaning
 * of its own.
 *
 * @param text as it was typed, without control characters
 */
public record SearchWords(String text, List<Word> wanted, List<Word> unwanted) {

  public static final int LONGEST = 200;
  public static final int MOST = 16;

  public static final SearchWords NONE = new SearchWords("", List.of(), List.of());

  private static final String QUOTES = "\"“”„‟＂「」『』";
  private static final String MINUS = "-－−";

  /**
   * A word.
   *
   * @param folded as the index has it, never empty
   * @param exact whether it was in quotation marks
   */
  public record Word(String folded, boolean exact) {}

  public SearchWords {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Reads what somebody typed; there is nothing that cannot be read.
   *
   * @throws SearchRefusedException if it is longer than {@link #LONGEST} or has more than {@link
   *     #MOST} words
   */
  public static SearchWords parse(String typed) {
    if (typed.length() > LONGEST * 4) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_LONG);
    }
    String text = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+", " ").strip();
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_LONG);
    }
    List<Word> wanted = new ArrayList<>();
    List<Word> unwanted = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      boolean not = MINUS.indexOf(c) >= 0;
      int start = not ? at + 1 : at;
      boolean exact = start < text.length() && QUOTES.indexOf(text.charAt(start)) >= 0;
      int end = exact ? endOfQuotation(text, start + 1) : endOfWord(text, start);
      String folded = Folding.fold(text.substring(exact ? start + 1 : start, end)).strip();
      if (new TokenWalk(FoldedText.of(folded)).next()) {
        (not ? unwanted : wanted).add(new Word(folded, exact));
      }
      at = Math.max(exact ? end + 1 : end, at + 1);
    }
    if (wanted.size() + unwanted.size() > MOST) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_MANY_WORDS);
    }
    return new SearchWords(text, wanted, unwanted);
  }

  /** Whether something was typed of which nothing can be found, such as a question mark. */
  public boolean isMeaningless() {
    return !text.isEmpty() && wanted.isEmpty() && unwanted.isEmpty();
  }

  public boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty();
  }

  /** A text with these words marked in it, as they stand there. */
  public Marked mark(String in) {
    return new Marker(wanted.stream().map(Word::folded).toList()).mark(in);
  }

  /** A text as words are compared: in simplified characters, small letters, half width. */
  public static String folded(String text) {
    return Folding.fold(text);
  }

  private static int endOfQuotation(String text, int from) {
    int end = from;
    while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && QUOTES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
