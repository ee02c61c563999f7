package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A section of a selection.
 *
 * @param number 0 for the preface, which carries no number
 * @param time what the section says about its time, such as {@code 一月十九日至二十九日}
 * @param lead paragraphs that open it
 */
public record Section(
    int number, Text title, Optional<Text> time, List<Passage> lead, List<Block> blocks) {
  public Section {
    Objects.requireNonNull(title);
    Objects.requireNonNull(time);
    lead = List.copyOf(lead);
    blocks = List.copyOf(blocks);
  }

  public String anchor() {
    return anchorOf(number);
  }

  static String anchorOf(int number) {
    return "s" + number;
  }
}
