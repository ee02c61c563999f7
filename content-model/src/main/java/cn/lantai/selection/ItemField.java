package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.function.Predicate;

/** What an item of a block may say. Which of these it does depends on the type of the block. */
public enum ItemField {
  MEMBER("记录", "record", item -> item.member().isPresent()),
  IMAGE("页面", "page", Item::namesPage),
  REGION("局部", "part of the page", item -> item.region().isPresent()),
  RECORDING("音像", "recording", item -> item.recording().isPresent()),
  SPAN("时段", "from – to", item -> item.span().isPresent()),
  DATE("时间", "date", item -> item.date().isPresent()),
  PLACE("地点", "place", item -> item.place().isPresent()),
  TITLE("标题", "title", item -> item.title().isPresent()),
  TEXT("文字", "text", item -> item.text().isPresent()),
  SOURCES("依据", "sources", item -> !item.sources().isEmpty());

  private final LocalizedText label;
  private final Predicate<Item> filled;

  ItemField(String zh, String en, Predicate<Item> filled) {
    this.label = LocalizedText.of(zh, en);
    this.filled = filled;
  }

  /** What it is called where the type of the block has no better word. */
  public LocalizedText label() {
    return label;
  }

  public boolean isFilled(Item item) {
    return filled.test(item);
  }
}
