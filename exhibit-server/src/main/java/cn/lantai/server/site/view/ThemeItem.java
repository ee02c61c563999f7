package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A theme in a list or a tree.
 *
 * @param records of it and of all themes below it
 * @param standing where the scheme is the official list or the local one
 * @param below how many themes stand directly below it
 * @param narrower those of them that are shown here
 */
public record ThemeItem(
    Link link, long records, Optional<Standing> standing, int below, List<ThemeItem> narrower) {
  public ThemeItem {
    Objects.requireNonNull(link);
    Objects.requireNonNull(standing);
    narrower = List.copyOf(narrower);
  }
}
