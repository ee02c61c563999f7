package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An exhibition; {@code next} leads on to another one at its end. */
public record ExhibitionView(SelectionHead head, List<Section> sections, Optional<Card> next)
    implements PageView {
  public ExhibitionView {
    Objects.requireNonNull(head);
    sections = List.copyOf(sections);
    Objects.requireNonNull(next);
  }

  @Override
  public String template() {
    return "exhibition";
  }
}
