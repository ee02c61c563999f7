package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * A chapter of a selection.
 *
 * @param number from 1; 0 is the preface
 * @param time the time it tells of, in words
 */
public record Section(
    int number,
    Optional<LocalizedText> title,
    Optional<LocalizedText> lede,
    Optional<String> time,
    List<Block> blocks) {

  public Section {
    blocks = List.copyOf(blocks);
  }
}
