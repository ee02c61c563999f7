package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/** A name-person collection (名人专题): the person, and what the collection shows of their papers. */
public record CollectionView(
    SelectionHead head,
    PersonProfile person,
    List<Section> sections,
    List<RecordCard> records,
    List<Card> appearances)
    implements PageView {
  public CollectionView {
    Objects.requireNonNull(head);
    Objects.requireNonNull(person);
    sections = List.copyOf(sections);
    records = List.copyOf(records);
    appearances = List.copyOf(appearances);
  }

  @Override
  public String template() {
    return "collection";
  }
}
