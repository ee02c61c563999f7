package cn.lantai.samples.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is to be drawn on one page.
 *
 * @param key the image key, such as {@code r057-3}
 * @param lines what can be read on it, as in the transcript
 * @param madeUp whether the record is an illustration
 * @param options as in the drawing table
 */
public record PageSpec(
    String key,
    String kind,
    long seed,
    List<String> lines,
    boolean vertical,
    boolean madeUp,
    Map<String, String> options) {

  public PageSpec {
    lines = List.copyOf(lines);
    options = Map.copyOf(options);
  }

  public String get(String option, String otherwise) {
    return options.getOrDefault(option, otherwise);
  }

  public int get(String option, int otherwise) {
    String value = options.get(option);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  public boolean is(String option) {
    return options.containsKey(option);
  }

  /** A colour given as hexadecimal; the other one too if it is {@code none}. */
  public int colour(String option, int otherwise) {
    String value = options.get(option);
    return value == null || value.equals("none") ? otherwise : Integer.parseInt(value, 16);
  }

  public String line(int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  public List<String> from(int index) {
    return index < lines.size() ? lines.subList(index, lines.size()) : List.of();
  }

  public static List<String> words(String line) {
    return Arrays.asList(line.trim().split("[ 　]+", -1));
  }
}
