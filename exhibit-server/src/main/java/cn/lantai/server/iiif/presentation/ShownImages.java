package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.selection.Block;
import cn.lantai.selection.Item;
import cn.lantai.selection.ItemField;
import cn.lantai.server.site.StageReader;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page images that a selection shows, and the recordings that it plays. */
public final class ShownImages {

  private ShownImages() {}

  /** In the order of the selection; empty if it is not there. */
  public static Set<EntityIri> of(EntityIri selection, StageReader stage) {
    return stage.selection(selection).stream()
        .flatMap(found -> found.sections().stream())
        .flatMap(section -> section.blocks().stream())
        .flatMap(
            block -> block.items().stream().flatMap(item -> shown(block, item, stage).stream()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<EntityIri> shown(Block block, Item item, StageReader stage) {
    return block.type().use(ItemField.RECORDING).isPresent()
        ? stage.played(item).map(Recording::iri)
        : of(item, stage).map(PageImage::iri);
  }

  /** The image that an item names, or the first of the record that it stands for. */
  static Optional<PageImage> of(Item item, StageReader stage) {
    return item.image()
        .flatMap(stage::image)
        .filter(image -> image.content().isPresent())
        .or(
            () ->
                item.member().stream()
                    .flatMap(member -> stage.images(member).stream())
                    .filter(image -> image.content().isPresent())
                    .findFirst());
  }
}
