package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something to mend in a block before it is shown. It keeps nobody from saving a draft.
 *
 * @param item the item that it is about, counted from 0; empty for the block as a whole
 */
public record Finding(OptionalInt item, Optional<ItemField> field, LocalizedText message) {

  static Finding ofBlock(String zh, String en) {
    return new Finding(OptionalInt.empty(), Optional.empty(), LocalizedText.of(zh, en));
  }

  static Finding of(int item, ItemField field, String zh, String en) {
    return new Finding(OptionalInt.of(item), Optional.of(field), LocalizedText.of(zh, en));
  }
}
