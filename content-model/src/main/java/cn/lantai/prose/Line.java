package cn.lantai.prose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A paragraph, an item of a list, or a paragraph of a quotation. */
public record Line(List<Stretch> stretches) {

  public Line {
    stretches = List.copyOf(stretches);
  }

  /** One in which every character stands for itself. */
  public static Line literal(String text) {
    return new Line(List.of(new Stretch(Optional.empty(), List.of(new Words(text, false, false)))));
  }

  /** Without the marks. */
  public String plain() {
    return stretches.stream()
        .flatMap(stretch -> stretch.words().stream())
        .map(Words::text)
        .collect(Collectors.joining());
  }
}
