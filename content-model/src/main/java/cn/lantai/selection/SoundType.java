package cn.lantai.selection;

import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.util.List;

/** A recording of sound or film, or a part of one. */
final class SoundType extends BlockType {

  SoundType() {
    super(
        "block-sound",
        LocalizedText.of(
            "播放一段录音或影片，可以只取其中一段。", "Plays a recording of sound or film, or only a part of it."),
        LocalizedText.of("段音像", "recording"),
        new Range(1, 1));
    requires(ItemField.MEMBER);
    uses(ItemField.RECORDING, ItemField.SPAN, ItemField.TITLE, ItemField.TEXT, ItemField.SOURCES);
    calls(ItemField.TEXT, "说明牌", "label");
  }

  /** What others keep is borrowed with its images alone. */
  @Override
  public List<EntityType> members() {
    return List.of(EntityType.RECORD);
  }

  @Override
  public List<Block.Layout> layouts() {
    return List.of(Block.Layout.LINES);
  }
}
