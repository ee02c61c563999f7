package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/**
 * The text of one page, line by line as in the original.
 *
 * @param vertical how the original is written, and so how it is first shown
 */
public record Transcript(List<String> lines, String lang, boolean vertical) {
  public Transcript {
    lines = List.copyOf(lines);
    Objects.requireNonNull(lang);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Characters of the longest line: decides the height of the vertical page. */
  public int longest() {
    return lines.stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
  }
}
