package cn.lantai.selection;

import java.util.List;
import java.util.Optional;

/** The types of blocks there are, in the order in which curators are offered them. */
public final class BlockTypes {

  public static final BlockType TEXT = new TextType();
  public static final BlockType EXHIBIT = new ExhibitType();
  public static final BlockType GALLERY = new GalleryType();
  public static final BlockType ZOOM = new ZoomType();
  public static final BlockType SOUND = new SoundType();
  public static final BlockType COMPARISON = new ComparisonType();
  public static final BlockType QUOTATION = new QuotationType();
  public static final BlockType TIMELINE = new TimelineType();
  public static final BlockType MAP = new MapType();
  public static final BlockType PERSON = new PersonType();
  public static final BlockType TRANSCRIPT = new TranscriptType();
  public static final BlockType QUESTION = new QuestionType();

  public static final List<BlockType> ALL =
      List.of(
          TEXT,
          EXHIBIT,
          GALLERY,
          ZOOM,
          SOUND,
          COMPARISON,
          QUOTATION,
          TIMELINE,
          MAP,
          PERSON,
          TRANSCRIPT,
          QUESTION);

  private BlockTypes() {}

  public static Optional<BlockType> ofLabel(String label) {
    return ALL.stream().filter(type -> type.label().zh().equals(label)).findFirst();
  }

  public static Optional<BlockType> ofName(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  static Optional<BlockType> ofSlug(String slug) {
    return ALL.stream().filter(type -> type.slug().equals(slug)).findFirst();
  }
}
