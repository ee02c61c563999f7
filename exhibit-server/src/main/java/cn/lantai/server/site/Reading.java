package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityIri;
import cn.lantai.media.PageImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How pages follow each other: as a description says, or the nearest one above it that does; else
 * as far as it can be told from what the record is and how it is written.
 *
 * @param direction empty if nothing tells; readers then expect the usual one, from the left
 */
public record Reading(Paging paging, Optional<Direction> direction) {

  /** What turning a page does. */
  public enum Paging {
    INDIVIDUALS("individuals"),
    /** Two pages lie open side by side. */
    PAGED("paged"),
    /** Pages are pieces of one long sheet. */
    CONTINUOUS("continuous");

    private final String slug;

    Paging(String slug) {
      this.slug = slug;
    }

    /** Its name among the project's terms, and in IIIF manifests. */
    public String slug() {
      return slug;
    }
  }

  /** Where the next page is, seen from a page. */
  public enum Direction {
    LEFT_TO_RIGHT("left-to-right"),
    RIGHT_TO_LEFT("right-to-left"),
    TOP_TO_BOTTOM("top-to-bottom"),
    BOTTOM_TO_TOP("bottom-to-top");

    private final String slug;

    Direction(String slug) {
      this.slug = slug;
    }

    /** Its name among the project's terms, and in IIIF manifests. */
    public String slug() {
      return slug;
    }
  }

  private static final Pattern SCROLL = Pattern.compile("手卷|长卷|卷轴|横卷|拓片卷");
  private static final Pattern HANGING = Pattern.compile("立轴|条幅|挂轴");
  private static final Pattern BOUND = Pattern.compile("图书|书籍|小册子|期刊|报刊|刊物|杂志|账簿|帐簿|日记|笔记|簿|谱|册");

  public static Reading of(ArchivalRecord record, List<PageImage> pages, StageReader stage) {
    Elements elements = record.elements();
    return told(elements.string("form"), elements.string("extent"), pages)
        .unlessSaid(record.iri(), stage);
  }

  /** Of all that lies in a set. */
  public static Reading of(RecordSet set, List<PageImage> pages, StageReader stage) {
    return told(Optional.empty(), Optional.empty(), pages).unlessSaid(set.iri(), stage);
  }

  /**
   * @param form the documentary form, as catalogues write it
   * @param extent such as 1册56页, which says what is bound
   */
  static Reading told(Optional<String> form, Optional<String> extent, List<PageImage> pages) {
    Optional<Direction> written =
        isVertical(pages) ? Optional.of(Direction.RIGHT_TO_LEFT) : Optional.empty();
    String words = form.orElse("") + " " + extent.orElse("");
    if (SCROLL.matcher(words).find()) {
      return new Reading(Paging.CONTINUOUS, written);
    }
    if (HANGING.matcher(words).find()) {
      return new Reading(Paging.CONTINUOUS, Optional.of(Direction.TOP_TO_BOTTOM));
    }
    return new Reading(BOUND.matcher(words).find() ? Paging.PAGED : Paging.INDIVIDUALS, written);
  }

  /** Most pages decide, for a title page may be written across in a book that is not. */
  private static boolean isVertical(List<PageImage> pages) {
    List<PageImage.Transcript> read =
        pages.stream().flatMap(page -> page.transcript().stream()).toList();
    long vertical = read.stream().filter(PageImage.Transcript::vertical).count();
    return vertical * 2 > read.size();
  }

  private Reading unlessSaid(EntityIri thing, StageReader stage) {
    return new Reading(
        stage
            .nearest(thing, elements -> elements.string("paging"))
            .flatMap(
                slug -> Arrays.stream(Paging.values()).filter(it -> it.slug.equals(slug)).findAny())
            .orElse(paging),
        stage
            .nearest(thing, elements -> elements.string("reading-direction"))
            .flatMap(
                slug ->
                    Arrays.stream(Direction.values()).filter(it -> it.slug.equals(slug)).findAny())
            .or(() -> direction));
  }
}
