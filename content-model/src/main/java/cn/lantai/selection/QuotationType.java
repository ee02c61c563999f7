package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;

/** Somebody's words, and where they stand. */
final class QuotationType extends BlockType {

  QuotationType() {
    super(
        "block-quotation",
        LocalizedText.of("一段原话，注明出处。", "Somebody's own words, and where they come from."),
        LocalizedText.of("段引文", "quotation"),
        new Range(1, 1));
    requires(ItemField.TEXT);
    requires(ItemField.TITLE);
    uses(ItemField.SOURCES);
    calls(ItemField.TEXT, "原话", "words");
    calls(ItemField.TITLE, "出处", "origin");
  }
}
