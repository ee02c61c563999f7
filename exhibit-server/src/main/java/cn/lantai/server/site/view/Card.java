package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thing in a list that leads to its page.
 *
 * @param facts short pieces for the last line, such as place, years, number of exhibits
 * @param example a made-up record that shows how the platform is used, which must be said
 */
public record Card(
    Kind kind,
    String href,
    Text title,
    Optional<Text> subtitle,
    Optional<Text> summary,
    Optional<Cover> cover,
    List<Text> facts,
    boolean example) {
  public Card {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(href);
    Objects.requireNonNull(title);
    Objects.requireNonNull(subtitle);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(cover);
    facts = List.copyOf(facts);
  }

  /** The least that a card needs. */
  public static Card of(Kind kind, String href, Text title) {
    return new Card(
        kind, href, title, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
  }
}
