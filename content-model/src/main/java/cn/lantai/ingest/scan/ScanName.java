package cn.lantai.ingest.scan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a scan may mean. Its name, alone or behind the names of the folders that it lies
 * in, is a reference code, or one with a page number behind it. Width, case and the kind of
 * separator make no difference, for no file system keeps them all.
 */
final class ScanName {

  /** Codes have fewer parts than that, so more folders are not looked at. */
  private static final int MOST_FOLDERS = 8;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final Pattern PAGE = Pattern.compile("(.+)-(?:p|第)?0*(\\d{1,5})页?");

  /**
   * One meaning.
   *
   * @param code a reference code, folded
   * @param page empty if the whole is the code
   */
  record Meaning(String code, OptionalInt page) {}

  private ScanName() {}

  /**
   * All meanings, those with the longer codes first.
   *
   * @param path with slashes between its parts
   */
  static List<Meaning> meanings(String path) {
    String[] parts = EXTENSION.matcher(path).replaceFirst("").split("/");
    List<Meaning> meanings = new ArrayList<>();
    for (int i = Math.max(0, parts.length - 1 - MOST_FOLDERS); i < parts.length; i++) {
      String text = fold(String.join("-", List.of(parts).subList(i, parts.length)));
      if (!text.isEmpty()) {
        meanings.add(new Meaning(text, OptionalInt.empty()));
      }
      Matcher page = PAGE.matcher(text);
      if (page.matches()) {
        meanings.add(new Meaning(page.group(1), OptionalInt.of(Integer.parseInt(page.group(2)))));
      }
    }
    meanings.sort((a, b) -> Integer.compare(b.code().length(), a.code().length()));
    return meanings;
  }

  /** The text with nothing left in it but letters and digits, and hyphens between them. */
  static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return ENDS.matcher(SEPARATORS.matcher(plain).replaceAll("-")).replaceAll("");
  }
}
