package cn.lantai.server.site;

import cn.lantai.archive.Elements;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.ElementGroup;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.FieldGroup;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays a description out as the profile does: its groups, its order, its labels. */
final class Description {

  private final Wording words;
  private final Cards cards;
  private final Map<String, List<Field.Value>> values = new HashMap<>();

  Description(Wording words, Cards cards) {
    this.words = words;
    this.cards = cards;
  }

  Description text(String element, Text text) {
    values.put(element, List.of(Field.Value.of(text)));
    return this;
  }

  Description term(String element, String slug) {
    return text(element, words.term(slug));
  }

  Description date(Optional<HistoricalDate> date) {
    date.ifPresent(value -> values.put("date", List.of(Fields.value(words, value))));
    return this;
  }

  /** Links to those of the entities that are public. */
  Description links(String element, Collection<EntityIri> entities) {
    values.put(
        element,
        cards.links(entities).stream()
            .map(link -> Field.Value.to(link.label(), link.href().orElseThrow()))
            .toList());
    return this;
  }

  Description elements(Elements elements) {
    elements
        .all()
        .forEach(
            (element, texts) ->
                values.put(
                    element.id(),
                    texts.stream().flatMap(text -> values(element, text).stream()).toList()));
    return this;
  }

  private List<Field.Value> values(Element element, LocalizedText text) {
    if (element.type() == ValueType.PARAGRAPHS) {
      return words.paragraphs(Optional.of(text)).stream().map(Field.Value::of).toList();
    }
    if (element.type() == ValueType.TERM) {
      return List.of(Field.Value.of(words.term(text.zh())));
    }
    Optional<Choice> choice = element.choice(text.zh());
    return List.of(
        Field.Value.of(
            choice.map(is -> words.own(is.zh(), is.en())).orElseGet(() -> words.text(text))));
  }

  /**
   * @param shownElsewhere an element that the page shows in its own way
   */
  List<FieldGroup> groups(Level level, String shownElsewhere) {
    Map<ElementGroup, List<FieldGroup.Line>> lines = new EnumMap<>(ElementGroup.class);
    for (Element element : DescriptionProfile.get().elements(level)) {
      List<Field.Value> found = values.getOrDefault(element.id(), List.of());
      if (!found.isEmpty() && !element.id().equals(shownElsewhere)) {
        lines
            .computeIfAbsent(element.group(), group -> new ArrayList<>())
            .add(new FieldGroup.Line(words.own(element.zh(), element.en()), found));
      }
    }
    List<FieldGroup> groups = new ArrayList<>();
    lines.forEach(
        (group, inGroup) ->
            groups.add(new FieldGroup(words.own(group.label("zh"), group.label("en")), inGroup)));
    return groups;
  }
}
