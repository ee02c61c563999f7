package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** A compilation; its documents are the {@link TranscriptBlock}s of its sections. */
public record CompilationView(SelectionHead head, List<Section> sections, NameIndex index)
    implements PageView {
  public CompilationView {
    Objects.requireNonNull(head);
    sections = List.copyOf(sections);
    Objects.requireNonNull(index);
  }

  @Override
  public String template() {
    return "compilation";
  }

  public long documents() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(TranscriptBlock.class::isInstance)
        .count();
  }
}
