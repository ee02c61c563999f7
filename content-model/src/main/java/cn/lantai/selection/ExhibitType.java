package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.List;

/** One record with its label. */
final class ExhibitType extends BlockType {

  ExhibitType() {
    super(
        "block-exhibit",
        LocalizedText.of("一件展品，旁边是说明牌。", "One record, with its label beside it."),
        LocalizedText.of("件展品", "exhibit"),
        new Range(1, 1));
    requires(ItemField.MEMBER);
    uses(ItemField.IMAGE, ItemField.TITLE, ItemField.TEXT, ItemField.SOURCES);
    calls(ItemField.TEXT, "说明牌", "label");
  }

  @Override
  public List<Block.Layout> layouts() {
    return List.of(Block.Layout.FLIP, Block.Layout.WIDE);
  }
}
