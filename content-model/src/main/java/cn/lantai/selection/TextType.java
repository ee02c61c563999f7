package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;

/** Running text; its sources stand in the margin. */
final class TextType extends BlockType {

  TextType() {
    super(
        "block-text",
        LocalizedText.of("连续的叙述文字，依据列在页边。", "Running text, with its sources in the margin."),
        LocalizedText.of("段文字", "passage"),
        new Range(1, 20));
    uses(ItemField.TITLE);
    requires(ItemField.TEXT);
    uses(ItemField.SOURCES);
  }
}
