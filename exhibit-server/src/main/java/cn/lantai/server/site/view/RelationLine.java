package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * How the thing shown stands to another one, such as 胞弟, 社长 or 隶于.
 *
 * @param when it was so
 */
public record RelationLine(Text kind, Link other, Optional<Text> when, Footing footing) {
  public RelationLine {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(other);
    Objects.requireNonNull(when);
    Objects.requireNonNull(footing);
  }
}
