package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.TextBlock;
import java.util.List;
import java.util.Optional;

final class TextMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.TEXT;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    return Optional.of(
        new TextBlock(
            materials.title(items.get(0)),
            items.stream().flatMap(item -> materials.prose(item).stream()).toList(),
            materials.sources(items)));
  }
}
