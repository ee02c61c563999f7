package cn.lantai.server.site;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gathers the lines of a description; a line without values is left out. */
final class Fields {

  private final Wording words;
  private final Cards cards;
  private final List<Field> fields = new ArrayList<>();

  Fields(Wording words, Cards cards) {
    this.words = words;
    this.cards = cards;
  }

  void text(Field.Name name, Text text) {
    fields.add(Field.of(name, text));
  }

  void text(Field.Name name, Optional<Text> text) {
    text.ifPresent(value -> text(name, value));
  }

  void zh(Field.Name name, Optional<String> text) {
    text(name, text.map(Text::zh));
  }

  void zh(Field.Name name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      fields.add(
          new Field(name, texts.stream().map(text -> Field.Value.of(Text.zh(text))).toList()));
    }
  }

  void date(Field.Name name, Optional<HistoricalDate> date) {
    date.ifPresent(value -> fields.add(new Field(name, List.of(value(words, value)))));
  }

  /** A date as written, with its EDTF value as a remark where that adds something. */
  static Field.Value value(Wording words, HistoricalDate date) {
    return new Field.Value(
        words.date(date),
        Optional.empty(),
        date.edtf()
            .filter(edtf -> date.expressed().isPresent())
            .map(edtf -> Text.of("und", edtf.value())));
  }

  /** Links to those of the entities that are public. */
  void links(Field.Name name, Collection<EntityIri> entities) {
    List<Field.Value> values =
        cards.links(entities).stream()
            .map(link -> Field.Value.to(link.label(), link.href().orElseThrow()))
            .toList();
    if (!values.isEmpty()) {
      fields.add(new Field(name, values));
    }
  }

  List<Field> all() {
    return List.copyOf(fields);
  }
}
