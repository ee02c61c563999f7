package cn.lantai.server.iiif.presentation;

import cn.lantai.access.Licence;
import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.RelationKind;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import cn.lantai.place.Place;
import cn.lantai.prose.Prose;
import cn.lantai.selection.Selection;
import cn.lantai.server.iiif.presentation.Description.Named;
import cn.lantai.server.iiif.presentation.Description.Pair;
import cn.lantai.server.iiif.presentation.Description.Provider;
import cn.lantai.server.site.DateWording;
import cn.lantai.server.site.StageReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what things are, from one state of the public stage. */
final class Describer {

  private static final DateWording CHINESE = new DateWording(true);
  private static final DateWording ENGLISH = new DateWording(false);
  private static final String SHOWN_ELSEWHERE = "scope";

  private final StageReader stage;

  Describer(StageReader stage) {
    this.stage = stage;
  }

  /**
   * @param drawn whether pages of it are drawn facsimiles
   */
  Description record(ArchivalRecord record, boolean drawn) {
    List<EntityIri> subjects = record.related(RelationKind.SUBJECT);
    List<EntityIri> places = record.related(RelationKind.RECORD_PLACE);
    Lines lines = new Lines();
    lines.put("creator", names(record.related(RelationKind.CREATOR)));
    lines.put("sender", names(record.related(RelationKind.SENDER)));
    lines.put("addressee", names(record.related(RelationKind.ADDRESSEE)));
    lines.put("persons", names(subjects, EntityType.PERSON));
    lines.put("organisations", names(subjects, EntityType.ORGANISATION, EntityType.FAMILY));
    lines.put("places", names(places));
    lines.put("events", names(record.related(RelationKind.RECORD_EVENT)));
    lines.put("themes", names(subjects, EntityType.THEME));
    Optional<Provider> holder = stage.holder(record.parent()).flatMap(this::provider);
    lines.put("holder", holder.map(it -> it.agent().name()).stream().toList());
    lines.common(record.code().value(), record.date(), record.nature(), record.elements());
    return new Description(
        record.iri(),
        record.title(),
        record.elements().text(SHOWN_ELSEWHERE),
        lines.in(Level.ITEM),
        required(record.nature(), drawn),
        rights(record.iri()),
        holder,
        record.date(),
        places(places),
        named(record.parent()));
  }

  Description set(RecordSet set) {
    Lines lines = new Lines();
    lines.put("creator", names(set.creators()));
    Optional<Provider> holder = stage.holder(set.iri()).flatMap(this::provider);
    lines.put("holder", holder.map(it -> it.agent().name()).stream().toList());
    lines.common(set.code().value(), set.date(), set.nature(), set.elements());
    return new Description(
        set.iri(),
        set.title(),
        set.elements().text(SHOWN_ELSEWHERE),
        lines.in(set.level()),
        required(set.nature(), false),
        rights(set.iri()),
        holder,
        set.date(),
        List.of(),
        set.parent().flatMap(this::named));
  }

  /**
   * @param drawn whether pages in it are drawn facsimiles
   */
  Description selection(Selection selection, boolean drawn) {
    List<Pair> lines = new ArrayList<>();
    line(lines, LocalizedText.of("副题", "Subtitle"), selection.subtitle().stream().toList());
    line(
        lines,
        LocalizedText.of("人物", "Person"),
        selection.person().flatMap(stage::label).stream().toList());
    line(
        lines,
        LocalizedText.of("说明与凡例", "Notes"),
        selection.notes().stream().map(LocalizedText::of).toList());
    line(
        lines,
        LocalizedText.of("版权", "Rights"),
        selection.rights().map(LocalizedText::of).stream().toList());
    List<EntityIri> places =
        selection.items().flatMap(item -> item.place().stream()).distinct().toList();
    return new Description(
        selection.iri(),
        selection.plainTitle(),
        selection.intro().map(Prose::plain).or(selection::subtitle),
        lines,
        required(Nature.KNOWN, drawn),
        selection.rights().flatMap(Licence::in),
        selection.editor().flatMap(this::provider),
        selection.items().flatMap(item -> item.date().stream()).findFirst(),
        places(places),
        Optional.empty());
  }

  /** An authority, of which its collection says only the name. */
  Description linked(Named thing) {
    return new Description(
        thing.iri(),
        thing.name(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        thing.iri().type() == EntityType.PLACE ? places(List.of(thing.iri())) : List.of(),
        Optional.empty());
  }

  private static void line(List<Pair> lines, LocalizedText label, List<LocalizedText> values) {
    if (!values.isEmpty()) {
      lines.add(new Pair(label, values, false));
    }
  }

  Optional<Named> named(EntityIri iri) {
    return stage.label(iri).map(name -> new Named(iri, name));
  }

  private Optional<Provider> provider(EntityIri agent) {
    return named(agent)
        .map(
            name ->
                new Provider(
                    name,
                    stage
                        .agent(agent)
                        .flatMap(Agent::logo)
                        .flatMap(stage::image)
                        .filter(logo -> logo.content().isPresent())));
  }

  private List<LocalizedText> names(Collection<EntityIri> entities, EntityType... types) {
    List<EntityType> wanted = List.of(types);
    return entities.stream()
        .filter(iri -> wanted.isEmpty() || wanted.contains(iri.type()))
        .flatMap(iri -> stage.label(iri).stream())
        .toList();
  }

  private List<NavPlace> places(Collection<EntityIri> places) {
    return places.stream()
        .flatMap(iri -> stage.find(iri).map(Place::of).stream())
        .flatMap(
            place ->
                place.coordinates().stream()
                    .map(point -> new NavPlace(place.iri(), place.name(), point)))
        .toList();
  }

  /** That pages are drawn, or that all of it is made up. */
  private static Optional<LocalizedText> required(Nature nature, boolean drawn) {
    if (nature == Nature.ILLUSTRATIVE) {
      return Optional.of(Parts.term(nature.slug()));
    }
    return drawn ? Optional.of(Parts.term("drawn-facsimile")) : Optional.empty();
  }

  private Optional<String> rights(EntityIri thing) {
    return stage.nearest(thing, Licence::said).flatMap(Licence::address);
  }

  static LocalizedText wording(HistoricalDate date) {
    return LocalizedText.of(CHINESE.of(date), ENGLISH.of(date));
  }

  /** Values by element, to be laid out in the order of the profile. */
  private static final class Lines {

    private final Map<String, List<LocalizedText>> values = new HashMap<>();

    void put(String element, List<LocalizedText> texts) {
      if (!texts.isEmpty()) {
        values.put(element, texts);
      }
    }

    void common(String code, Optional<HistoricalDate> date, Nature nature, Elements elements) {
      put("reference-code", List.of(LocalizedText.of(code)));
      put("date", date.map(Describer::wording).stream().toList());
      put("nature", List.of(Parts.term(nature.slug())));
      elements
          .all()
          .forEach(
              (element, texts) ->
                  put(element.id(), texts.stream().map(text -> value(element, text)).toList()));
    }

    private static LocalizedText value(Element element, LocalizedText text) {
      return element.type() == ValueType.TERM
          ? Parts.term(text.zh())
          : element.choice(text.zh()).map(choice -> choice(choice, text)).orElse(text);
    }

    private static LocalizedText choice(Choice choice, LocalizedText written) {
      return LocalizedText.of(written.zh(), choice.en());
    }

    List<Pair> in(Level level) {
      List<Pair> pairs = new ArrayList<>();
      for (Element element : DescriptionProfile.get().elements(level)) {
        List<LocalizedText> texts = values.get(element.id());
        if (texts != null && !element.id().equals(SHOWN_ELSEWHERE)) {
          pairs.add(
              new Pair(
                  LocalizedText.of(element.zh(), element.en()),
                  texts,
                  element.id().equals("reference-code")));
        }
      }
      return pairs;
    }
  }
}
