package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * A name and its kind, such as 字, 笔名, 旧称.
 *
 * @param when it was in use
 */
public record NameLine(Text name, Text kind, Optional<Text> when, Footing footing) {
  public NameLine {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(when);
    Objects.requireNonNull(footing);
  }
}
