package cn.lantai.server.site.view;

import java.util.Objects;

/**
 * A statement with what it stands on.
 *
 * @param disputed accounts differ, and the text says how
 */
public record Claim(Text text, boolean disputed, Footing footing) {
  public Claim {
    Objects.requireNonNull(text);
    Objects.requireNonNull(footing);
  }
}
