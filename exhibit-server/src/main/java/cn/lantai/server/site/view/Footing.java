package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement stands on, as it is shown behind it.
 *
 * @param by who says so
 */
public record Footing(Optional<Certainty> certainty, Optional<Link> by, List<Mark> marks) {

  public static final Footing NONE = new Footing(Optional.empty(), Optional.empty(), List.of());

  public Footing {
    Objects.requireNonNull(certainty);
    Objects.requireNonNull(by);
    marks = List.copyOf(marks);
  }

  public static Footing of(List<Mark> marks) {
    return new Footing(Optional.empty(), Optional.empty(), marks);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
