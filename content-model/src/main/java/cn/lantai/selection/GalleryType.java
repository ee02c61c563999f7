package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;

/** Records side by side on a wall. */
final class GalleryType extends BlockType {

  GalleryType() {
    super(
        "block-gallery",
        LocalizedText.of(
            "几件展品并排挂在一面墙上，各配一句话。", "Several records side by side, each with a line of text."),
        LocalizedText.of("件展品", "exhibits"),
        new Range(2, 60));
    requires(ItemField.MEMBER);
    uses(ItemField.IMAGE, ItemField.TEXT);
    calls(ItemField.TEXT, "一句话说明", "line of text");
  }

  @Override
  public boolean hasHeading() {
    return true;
  }

  @Override
  public boolean isHeadedByFirstItem() {
    return true;
  }
}
