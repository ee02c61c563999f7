package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.ZoomBlock;
import java.util.List;
import java.util.Optional;

final class ZoomMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.ZOOM;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    return shown(items, materials)
        .map(
            sheet ->
                new ZoomBlock(
                    Optional.empty(),
                    sheet.record(),
                    sheet.image(),
                    items.stream().map(item -> step(item, materials)).toList(),
                    materials.sources(items)));
  }

  /** The first page that a step names, or else the first of the record. */
  private static Optional<Materials.Sheet> shown(List<Item> items, Materials materials) {
    return items.stream()
        .flatMap(item -> materials.named(item).stream())
        .findFirst()
        .or(() -> items.stream().flatMap(item -> materials.sheet(item).stream()).findFirst());
  }

  private static ZoomBlock.Step step(Item item, Materials materials) {
    return new ZoomBlock.Step(
        item.region().map(Region::of), materials.title(item), materials.prose(item));
  }
}
