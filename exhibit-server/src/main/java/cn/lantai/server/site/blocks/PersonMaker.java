package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.PersonBlock;
import java.util.List;
import java.util.Optional;

final class PersonMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.PERSON;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    Item item = items.get(0);
    return item.member()
        .flatMap(materials::person)
        .map(person -> new PersonBlock(person, materials.prose(item), materials.sources(items)));
  }
}
