package cn.lantai.prose;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph, a list or a quotation.
 *
 * @param lines one of a paragraph, else at least one
 */
public record Passage(Kind kind, List<Line> lines) {

  public Passage {
    lines = List.copyOf(lines);
  }

  public enum Kind {
    PARAGRAPH,
    LIST,
    QUOTATION
  }

  /** Without the marks. */
  public String plain() {
    return lines.stream().map(Line::plain).collect(Collectors.joining("\n"));
  }
}
