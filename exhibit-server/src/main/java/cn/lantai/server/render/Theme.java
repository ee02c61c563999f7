package cn.lantai.server.render;

import java.util.Objects;

/**
 * A theme that a reader can choose.
 *
 * @param name as in {@code ?theme=}, the cookie and {@code data-theme}
 * @param dark whether it has a dark side, so that choosing one makes sense
 */
public record Theme(String name, String nameZh, String nameEn, int order, boolean dark) {
  public Theme {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("Not a theme name: " + name);
    }
    Objects.requireNonNull(nameZh);
    Objects.requireNonNull(nameEn);
  }

  public String label(Language language) {
    return language == Language.ZH ? nameZh : nameEn;
  }
}
