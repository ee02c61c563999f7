package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.CompareBlock;
import java.util.List;
import java.util.Optional;

final class ComparisonMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.COMPARISON;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    return Optional.of(
        new CompareBlock(
            materials.text(block.heading()),
            items.stream().flatMap(item -> side(item, materials).stream()).toList(),
            materials.prose(block.intro()),
            materials.sources(items),
            materials.comparison(items)));
  }

  private static Optional<CompareBlock.Side> side(Item item, Materials materials) {
    return materials
        .named(item)
        .map(Materials.Sheet::record)
        .or(() -> materials.record(item))
        .map(
            record ->
                new CompareBlock.Side(
                    record, materials.image(item), materials.title(item), materials.prose(item)));
  }
}
