package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;

/** A document with the transcript of its pages. */
final class TranscriptType extends BlockType {

  TranscriptType() {
    super(
        "block-transcript",
        LocalizedText.of(
            "一件文献，原图旁附录文和校注。", "A document: its pages beside their transcripts, with notes."),
        LocalizedText.of("件文献", "document"),
        new Range(1, 1));
    requires(ItemField.MEMBER);
    uses(ItemField.TITLE, ItemField.TEXT, ItemField.SOURCES);
    calls(ItemField.TEXT, "校注", "notes");
  }
}
