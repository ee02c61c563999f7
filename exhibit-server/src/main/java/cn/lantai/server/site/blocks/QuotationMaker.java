package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.QuoteBlock;
import java.util.List;
import java.util.Optional;

final class QuotationMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.QUOTATION;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    Item item = items.get(0);
    return Optional.of(
        new QuoteBlock(materials.prose(item), materials.title(item), materials.sources(items)));
  }
}
