package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two or more pages side by side.
 *
 * @param together address of the page where they can be looked at closely
 */
public record CompareBlock(
    Optional<Text> heading,
    List<Side> sides,
    List<Passage> remarks,
    List<Link> sources,
    String together)
    implements Block {
  public CompareBlock {
    Objects.requireNonNull(heading);
    sides = List.copyOf(sides);
    remarks = List.copyOf(remarks);
    sources = List.copyOf(sources);
    Objects.requireNonNull(together);
  }

  @Override
  public String template() {
    return "compare";
  }

  /** One of the pages compared. */
  public record Side(
      RecordCard record, Optional<Image> image, Optional<Text> heading, List<Passage> caption) {
    public Side {
      Objects.requireNonNull(record);
      Objects.requireNonNull(image);
      Objects.requireNonNull(heading);
      caption = List.copyOf(caption);
    }

    public Optional<Image> picture() {
      return image.or(record::image);
    }
  }
}
