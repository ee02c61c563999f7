package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;

/** A question to think about, with hints. */
final class QuestionType extends BlockType {

  QuestionType() {
    super(
        "block-question",
        LocalizedText.of(
            "向观众或学生提一个问题，可附提示。", "A question to visitors or students, with hints if need be."),
        LocalizedText.of("个问题", "question"),
        new Range(1, 1));
    requires(ItemField.TITLE);
    uses(ItemField.MEMBER, ItemField.TEXT, ItemField.SOURCES);
    calls(ItemField.TITLE, "问题", "question");
    calls(ItemField.TEXT, "提示", "hints");
  }
}
