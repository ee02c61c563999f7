package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;

/**
 * A person without a collection.
 *
 * @param appearances exhibitions, compilations … that show the person's papers
 */
public record PersonView(
    PersonProfile person, List<RecordCard> records, Pager pager, List<Card> appearances)
    implements PageView {
  public PersonView {
    Objects.requireNonNull(person);
    records = List.copyOf(records);
    Objects.requireNonNull(pager);
    appearances = List.copyOf(appearances);
  }

  @Override
  public String template() {
    return "person";
  }
}
