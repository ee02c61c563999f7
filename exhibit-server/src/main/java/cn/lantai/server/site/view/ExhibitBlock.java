package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One record with a label written for this context.
 *
 * @param image overrides the record's own image
 * @param heading overrides the record's title on the label
 */
public record ExhibitBlock(
    RecordCard record,
    Optional<Image> image,
    Layout layout,
    Optional<Text> heading,
    List<Passage> label,
    List<Link> sources)
    implements Block {
  public ExhibitBlock {
    Objects.requireNonNull(record);
    Objects.requireNonNull(image);
    Objects.requireNonNull(layout);
    Objects.requireNonNull(heading);
    label = List.copyOf(label);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "exhibit";
  }

  public Optional<Image> picture() {
    return image.or(record::image);
  }

  /** Where the picture stands. */
  public enum Layout {
    NORMAL,
    FLIP,
    WIDE
  }
}
