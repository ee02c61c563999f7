package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as it appears inside something else.
 *
 * @param code the reference code (档号)
 * @param facts date, form, extent: what a label puts in its second line
 * @param image usually the first page; the block may choose another
 */
public record RecordCard(
    String href,
    Text title,
    String code,
    List<Text> facts,
    Optional<Text> summary,
    Optional<Image> image,
    boolean example) {
  public RecordCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(title);
    Objects.requireNonNull(code);
    facts = List.copyOf(facts);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(image);
  }
}
