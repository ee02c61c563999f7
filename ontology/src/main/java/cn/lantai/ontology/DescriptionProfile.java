package cn.lantai.ontology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements of description by level, as {@code elements.csv} states them. SHACL shapes, form
 * fields, columns and labels are made of them.
 */
public final class DescriptionProfile {

  private static final DescriptionProfile PROFILE =
      new DescriptionProfile(ElementTable.read(Profile.vocabulary()));

  private final List<Element> elements;
  private final Map<String, Element> byId;

  private DescriptionProfile(List<Element> elements) {
    this.elements = List.copyOf(elements);
    byId = elements.stream().collect(Collectors.toMap(Element::id, Function.identity()));
  }

  public static DescriptionProfile get() {
    return PROFILE;
  }

  /** In the order of forms, columns and pages. */
  public List<Element> elements() {
    return elements;
  }

  /** Those that are used at a level. */
  public List<Element> elements(Level level) {
    return elements.stream().filter(element -> element.obligation(level).isPresent()).toList();
  }

  /**
   * @throws IllegalArgumentException if there is no such element
   */
  public Element element(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No such element: " + id));
  }

  public Optional<Element> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
