package cn.lantai.server.iiif.presentation;

import cn.lantai.media.PageImage;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How pages follow each other: {@code behavior} and {@code viewingDirection} (A and 3.2), as far as
 * they can be told from what the record is and how it is written.
 */
record Reading(String behavior, Optional<String> direction) {

  private static final Pattern SCROLL = Pattern.compile("手卷|长卷|卷轴|横卷|拓片卷");
  private static final Pattern HANGING = Pattern.compile("立轴|条幅|挂轴");
  private static final Pattern BOUND = Pattern.compile("图书|书籍|小册子|期刊|报刊|刊物|杂志|账簿|帐簿|日记|笔记|簿|谱|册");

  /**
   * @param form the documentary form, as catalogues write it
   * @param extent such as 1册56页, which says what is bound
   */
  static Reading of(Optional<String> form, Optional<String> extent, List<PageImage> pages) {
    Optional<String> fromTheRight =
        isVertical(pages) ? Optional.of("right-to-left") : Optional.empty();
    String words = form.orElse("") + " " + extent.orElse("");
    if (SCROLL.matcher(words).find()) {
      return new Reading("continuous", fromTheRight);
    }
    if (HANGING.matcher(words).find()) {
      return new Reading("continuous", Optional.of("top-to-bottom"));
    }
    return new Reading(BOUND.matcher(words).find() ? "paged" : "individuals", fromTheRight);
  }

  /** Most pages decide, for a title page may be written across in a book that is not. */
  private static boolean isVertical(List<PageImage> pages) {
    List<PageImage.Transcript> read =
        pages.stream().flatMap(page -> page.transcript().stream()).toList();
    long vertical = read.stream().filter(PageImage.Transcript::vertical).count();
    return vertical * 2 > read.size();
  }

  void write(JsonObjectBuilder manifest, int pages) {
    if (pages > 1) {
      manifest.add("behavior", Json.createArrayBuilder().add(behavior));
    }
    direction.ifPresent(it -> manifest.add("viewingDirection", it));
  }
}
