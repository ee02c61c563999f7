package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of one page, line by line as in the original.
 *
 * @param vertical how the original is written, and so how it is first shown
 */
public record Transcript(List<Line> lines, String lang, boolean vertical) {
  public Transcript {
    lines = List.copyOf(lines);
    Objects.requireNonNull(lang);
  }

  public static Transcript of(List<String> lines, String lang, boolean vertical) {
    return new Transcript(
        lines.stream().map(line -> new Line(line, Optional.empty())).toList(), lang, vertical);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Characters of the longest line: decides the height of the vertical page. */
  public int longest() {
    return lines.stream()
        .map(Line::text)
        .mapToInt(line -> line.codePointCount(0, line.length()))
        .max()
        .orElse(0);
  }

  /**
   * A line of the page.
   *
   * @param region where it stands on the image, if somebody said
   */
  public record Line(String text, Optional<Region> region) {
    public Line {
      Objects.requireNonNull(text);
      Objects.requireNonNull(region);
    }
  }
}
