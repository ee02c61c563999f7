package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A guided look at one image, step by step.
 *
 * @param record where the image belongs; its address should open the page shown
 */
public record ZoomBlock(
    Optional<Text> heading, RecordCard record, Image image, List<Step> steps, List<Link> sources)
    implements Block {
  public ZoomBlock {
    Objects.requireNonNull(heading);
    Objects.requireNonNull(record);
    Objects.requireNonNull(image);
    steps = List.copyOf(steps);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "zoom";
  }

  /** One step; without a region it looks at the whole image. */
  public record Step(Optional<Region> region, Optional<Text> heading, List<Passage> paragraphs) {
    public Step {
      Objects.requireNonNull(region);
      Objects.requireNonNull(heading);
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
