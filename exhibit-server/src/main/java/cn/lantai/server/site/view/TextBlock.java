package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Running text; its sources stand in the margin. */
public record TextBlock(Optional<Text> heading, List<Passage> paragraphs, List<Link> sources)
    implements Block {
  public TextBlock {
    Objects.requireNonNull(heading);
    paragraphs = List.copyOf(paragraphs);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "text";
  }
}
