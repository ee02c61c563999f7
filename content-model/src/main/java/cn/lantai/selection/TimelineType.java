package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.Set;

/** Dated entries in order. */
final class TimelineType extends BlockType {

  TimelineType() {
    super(
        "block-timeline",
        LocalizedText.of("按时间先后列出的事。", "What happened, in order of time."),
        LocalizedText.of("个时刻", "moments"),
        new Range(2, 100));
    requires(ItemField.DATE);
    uses(ItemField.TITLE);
    requires(ItemField.TEXT);
    uses(ItemField.SOURCES);
  }

  @Override
  public boolean hasHeading() {
    return true;
  }

  @Override
  public Set<ItemField> telling() {
    return Set.of(ItemField.DATE);
  }
}
