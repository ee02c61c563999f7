package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.SoundBlock;
import java.util.List;
import java.util.Optional;

final class SoundMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.SOUND;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    Item item = items.get(0);
    boolean lines =
        block.layout().filter(cn.lantai.selection.Block.Layout.LINES::equals).isPresent();
    return materials
        .record(item)
        .flatMap(
            record ->
                materials
                    .player(item, lines)
                    .map(
                        player ->
                            new SoundBlock(
                                record,
                                player,
                                materials.title(item),
                                materials.prose(item),
                                materials.sources(items))));
  }
}
