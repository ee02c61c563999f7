package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Several records hung side by side on a wall. */
public record GalleryBlock(Optional<Text> heading, List<Item> items) implements Block {
  public GalleryBlock {
    Objects.requireNonNull(heading);
    items = List.copyOf(items);
  }

  @Override
  public String template() {
    return "gallery";
  }

  /** One picture on the wall. */
  public record Item(RecordCard record, Optional<Image> image, Optional<Passage> caption) {
    public Item {
      Objects.requireNonNull(record);
      Objects.requireNonNull(image);
      Objects.requireNonNull(caption);
    }

    public Optional<Image> picture() {
      return image.or(record::image);
    }
  }
}
