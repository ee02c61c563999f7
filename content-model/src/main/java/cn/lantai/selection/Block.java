package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A block of a section.
 *
 * @param layout how it is laid out; empty for the block's own way
 * @param intro a sentence or two below the heading
 */
public record Block(
    BlockType type,
    Optional<Layout> layout,
    Optional<LocalizedText> heading,
    Optional<LocalizedText> intro,
    List<Item> items) {

  public Block {
    items = List.copyOf(items);
  }

  /** Ways to lay a block out. */
  public enum Layout {
    FLIP("layout-flip", "flip"),
    WIDE("layout-wide", "wide"),
    LINES("layout-lines", "lines");

    /** As tables write them. */
    public static final String LABELS =
        Arrays.stream(values()).map(Layout::label).collect(Collectors.joining(", "));

    private final String slug;
    private final String label;

    Layout(String slug, String label) {
      this.slug = slug;
      this.label = label;
    }

    public String slug() {
      return slug;
    }

    public String label() {
      return label;
    }

    public static Optional<Layout> ofLabel(String label) {
      return Arrays.stream(values()).filter(layout -> layout.label.equals(label)).findFirst();
    }

    static Optional<Layout> ofSlug(String slug) {
      return Arrays.stream(values()).filter(layout -> layout.slug.equals(slug)).findFirst();
    }
  }
}
