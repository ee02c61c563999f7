package cn.lantai.selection;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import java.util.List;
import java.util.Optional;

/**
 * One thing in a block: an exhibit, a step, a stop, an entry, a paragraph. Which fields are filled
 * depends on the kind of block.
 *
 * @param member the record (or person) that it stands for; such an item is a proxy
 * @param image the page image that it shows; empty for the first image of the record
 * @param canvas the canvas of a loan that it shows instead
 * @param recording the recording that it plays; empty for the first one of the record
 * @param span the part of it
 * @param text what is said of it in this context, as {@link cn.lantai.prose.Prose} reads it
 */
public record Item(
    Optional<EntityIri> member,
    Optional<EntityIri> image,
    Optional<CanvasName> canvas,
    Optional<Region> region,
    Optional<EntityIri> recording,
    Optional<MediaTime.Span> span,
    Optional<HistoricalDate> date,
    Optional<EntityIri> place,
    Optional<LocalizedText> title,
    Optional<LocalizedText> text,
    List<EntityIri> sources) {

  public Item {
    sources = List.copyOf(sources);
  }

  /** One that shows nothing of another institution. */
  public Item(
      Optional<EntityIri> member,
      Optional<EntityIri> image,
      Optional<Region> region,
      Optional<EntityIri> recording,
      Optional<MediaTime.Span> span,
      Optional<HistoricalDate> date,
      Optional<EntityIri> place,
      Optional<LocalizedText> title,
      Optional<LocalizedText> text,
      List<EntityIri> sources) {
    this(
        member,
        image,
        Optional.empty(),
        region,
        recording,
        span,
        date,
        place,
        title,
        text,
        sources);
  }

  /** The same on a page, or on a canvas. */
  public Item on(Optional<EntityIri> page, Optional<CanvasName> borrowed) {
    return new Item(
        member, page, borrowed, region, recording, span, date, place, title, text, sources);
  }

  /** Whether it says which page or canvas it shows. */
  public boolean namesPage() {
    return image.isPresent() || canvas.isPresent();
  }
}
