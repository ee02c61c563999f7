package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.ExhibitBlock;
import java.util.List;
import java.util.Optional;

final class ExhibitMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.EXHIBIT;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    Item item = items.get(0);
    return materials
        .record(item)
        .map(
            record ->
                new ExhibitBlock(
                    record,
                    materials.image(item),
                    block.layout().map(ExhibitMaker::layout).orElse(ExhibitBlock.Layout.NORMAL),
                    materials.title(item),
                    materials.prose(item),
                    materials.sources(List.of(item))));
  }

  private static ExhibitBlock.Layout layout(cn.lantai.selection.Block.Layout layout) {
    return switch (layout) {
      case FLIP -> ExhibitBlock.Layout.FLIP;
      case WIDE -> ExhibitBlock.Layout.WIDE;
      case LINES -> ExhibitBlock.Layout.NORMAL;
    };
  }
}
