package cn.lantai.server.site.blocks;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.TimelineBlock;
import java.util.List;
import java.util.Optional;

final class TimelineMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.TIMELINE;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    return Optional.of(
        new TimelineBlock(
            materials.text(block.heading()),
            items.stream().map(item -> entry(item, materials)).toList(),
            materials.sources(items)));
  }

  private static TimelineBlock.Entry entry(Item item, Materials materials) {
    Optional<EdtfDate> edtf = item.date().flatMap(HistoricalDate::edtf);
    return new TimelineBlock.Entry(
        item.date().map(materials::date).orElseGet(() -> materials.own("不详", "unknown")),
        edtf.map(EdtfDate::value).filter(value -> value.matches("\\d{4}(-\\d\\d){0,2}")),
        edtf.flatMap(EdtfDate::earliest),
        materials.title(item),
        materials.prose(item),
        false);
  }
}
