package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.GalleryBlock;
import cn.lantai.server.site.view.Passage;
import java.util.List;
import java.util.Optional;

final class GalleryMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.GALLERY;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    return Optional.of(
        new GalleryBlock(
            materials.text(block.heading()),
            items.stream().flatMap(item -> picture(item, materials).stream()).toList()));
  }

  private static Optional<GalleryBlock.Item> picture(Item item, Materials materials) {
    return materials
        .record(item)
        .map(
            record ->
                new GalleryBlock.Item(
                    record,
                    materials.image(item),
                    materials.prose(item).stream()
                        .findFirst()
                        .or(() -> materials.title(item).map(Passage::of))));
  }
}
