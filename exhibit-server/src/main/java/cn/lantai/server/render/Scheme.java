package cn.lantai.server.render;

import java.util.Locale;
import java.util.Optional;

/** Light or dark; a theme without a dark side stays light. */
public enum Scheme {
  LIGHT,
  DARK,
  AUTO;

  /** As in {@code ?scheme=}, the cookie and {@code data-scheme}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scheme> of(String code) {
    for (Scheme scheme : values()) {
      if (scheme.code().equalsIgnoreCase(code)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }
}
