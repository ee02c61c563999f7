package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** A study pack: every section is one step of the lesson. */
public record StudyView(SelectionHead head, List<Section> sections) implements PageView {
  public StudyView {
    Objects.requireNonNull(head);
    sections = List.copyOf(sections);
  }

  @Override
  public String template() {
    return "study";
  }
}
