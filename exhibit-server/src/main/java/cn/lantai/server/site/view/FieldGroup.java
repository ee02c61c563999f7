package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** An area of a description, such as its context, with the elements that have values. */
public record FieldGroup(Text label, List<Line> lines) {
  public FieldGroup {
    Objects.requireNonNull(label);
    lines = List.copyOf(lines);
  }

  /** An element of description with its values. */
  public record Line(Text label, List<Field.Value> values) {
    public Line {
      Objects.requireNonNull(label);
      values = List.copyOf(values);
    }
  }
}
