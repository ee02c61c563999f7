package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A recording that is played, with a label written for this context.
 *
 * @param heading overrides the title of the recording
 */
public record SoundBlock(
    RecordCard record,
    Player player,
    Optional<Text> heading,
    List<Passage> label,
    List<Link> sources)
    implements Block {

  public SoundBlock {
    Objects.requireNonNull(record);
    Objects.requireNonNull(player);
    Objects.requireNonNull(heading);
    label = List.copyOf(label);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "sound";
  }

  public Text title() {
    return heading.orElseGet(player::title);
  }
}
