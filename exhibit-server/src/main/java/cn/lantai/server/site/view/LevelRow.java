package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/** A fonds, series or file in a list. */
public record LevelRow(
    String href, String code, Text title, Optional<Text> dates, long recordCount, Nature nature) {
  public LevelRow {
    Objects.requireNonNull(href);
    Objects.requireNonNull(code);
    Objects.requireNonNull(title);
    Objects.requireNonNull(dates);
    Objects.requireNonNull(nature);
  }
}
