package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** A person introduced in this context. */
public record PersonBlock(PersonCard person, List<Passage> paragraphs, List<Link> sources)
    implements Block {
  public PersonBlock {
    Objects.requireNonNull(person);
    paragraphs = List.copyOf(paragraphs);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "person";
  }
}
