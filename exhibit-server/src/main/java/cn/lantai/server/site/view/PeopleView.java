package cn.lantai.server.site.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Name-person collections and the persons of the authority file.
 *
 * @param collections only on the first page
 * @param persons of this page, in the order of their pinyin
 */
public record PeopleView(List<Card> collections, List<PersonCard> persons, Pager pager)
    implements PageView {
  public PeopleView {
    collections = List.copyOf(collections);
    persons = List.copyOf(persons);
    Objects.requireNonNull(pager);
  }

  @Override
  public String template() {
    return "people";
  }

  public Map<String, List<PersonCard>> byInitial() {
    return persons.stream()
        .collect(
            Collectors.groupingBy(PersonCard::initial, LinkedHashMap::new, Collectors.toList()));
  }
}
