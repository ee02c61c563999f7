package cn.lantai.server.site.blocks;

import cn.lantai.entity.EntityIri;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.TranscriptBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class TranscriptMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.TRANSCRIPT;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    Item item = items.get(0);
    return materials
        .record(item)
        .map(
            record ->
                new TranscriptBlock(
                    materials.number(type()),
                    record,
                    materials.title(item),
                    leaves(item, record, materials),
                    materials.prose(item),
                    materials.sources(List.of(item))));
  }

  private static List<TranscriptBlock.Leaf> leaves(
      Item item, RecordCard record, Materials materials) {
    EntityIri member = item.member().orElseThrow();
    return Stream.concat(
            materials.pages(member).stream()
                .map(
                    page ->
                        new TranscriptBlock.Leaf(
                            materials.text(Optional.of(page.label())).orElseThrow(),
                            record.href() + "?page=" + page.page(),
                            Optional.of(materials.image(page)),
                            materials.transcript(page))),
            materials.canvases(member).stream()
                .map(
                    canvas ->
                        new TranscriptBlock.Leaf(
                            canvas.label(),
                            canvas.record().href(),
                            Optional.of(canvas.image()),
                            Optional.empty())))
        .toList();
  }
}
