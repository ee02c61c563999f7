package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What all selections have in common.
 *
 * @param editors who made it
 * @param introduction opening paragraphs
 * @param colophon lines of 凡例 or 制作: for a compilation its editorial rules, else its credits
 * @param records how many different records it shows
 * @param dates from when, or until when, it can be seen
 */
public record SelectionHead(
    Text title,
    Optional<Text> subtitle,
    List<Link> editors,
    List<Passage> introduction,
    Optional<Cover> cover,
    List<Text> colophon,
    Optional<Text> rights,
    int records,
    Optional<Text> dates,
    EntityLinks links) {
  public SelectionHead {
    Objects.requireNonNull(title);
    Objects.requireNonNull(subtitle);
    editors = List.copyOf(editors);
    introduction = List.copyOf(introduction);
    Objects.requireNonNull(cover);
    colophon = List.copyOf(colophon);
    Objects.requireNonNull(rights);
    Objects.requireNonNull(dates);
    Objects.requireNonNull(links);
  }
}
