package cn.lantai.opening;

import cn.lantai.chain.RowHash;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words, or documentary forms, that an archive has put on a list because they speak against opening
 * what has them.
 *
 * @param id 0 while it is not kept yet
 * @param archive the key of the archive
 * @param name its category, such as 隐私 or 组织人事
 * @param towards what they speak for; not {@link Outcome#OPEN}
 */
public record WordList(
    long id, String archive, Kind kind, String name, Outcome towards, List<String> words) {

  public static final int LONGEST_NAME = 60;
  public static final int LONGEST_WORD = 60;
  public static final int MOST_WORDS = 2_000;

  /** What is looked for. */
  public enum Kind {
    /** Words anywhere in the text. */
    WORDS,
    /** Whole documentary forms (文种). */
    FORMS
  }

  /**
   * @throws OpeningRefusedException if it cannot be kept
   */
  public WordList {
    name = name.strip();
    Set<String> each = new LinkedHashSet<>();
    words.stream().map(String::strip).filter(word -> !word.isEmpty()).forEach(each::add);
    words = List.copyOf(each);
    boolean fits =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && towards != Outcome.OPEN
            && !words.isEmpty()
            && words.size() <= MOST_WORDS
            && words.stream().allMatch(word -> word.length() <= LONGEST_WORD);
    if (!fits) {
      throw new OpeningRefusedException(OpeningRefusedException.Reason.LIST_UNFIT);
    }
  }

  /** The same as long as nothing of it was changed. */
  public String mark() {
    RowHash hash = new RowHash().text(kind.name()).text(name).text(towards.name());
    words.forEach(hash::text);
    return hash.endHex();
  }
}
