package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Source;
import cn.lantai.name.Name;
import cn.lantai.place.Place;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.MapSketch;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.ThingView;
import cn.lantai.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.SKOS;

/** The page that every place, event, theme, organisation and source has. */
final class ThingPages {

  private static final int NARROWER = 200;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;

  ThingPages(StageReader stage, StageIndex index, Wording words, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
  }

  Optional<PageView> page(EntityIri iri, int page) {
    return stage.find(iri).map(graph -> page(graph, page));
  }

  private PageView page(EntityGraph graph, int page) {
    EntityIri iri = graph.iri();
    Fields fields = new Fields(words, cards);
    List<Text> summary = List.of();
    Evidence evidence = Evidence.NONE;
    Optional<MapSketch.Spot> spot = Optional.empty();
    switch (iri.type()) {
      case PLACE -> {
        Place place = Place.of(graph);
        fill(fields, place);
        evidence = place.evidence();
        spot = spot(place);
      }
      case EVENT -> {
        HistoricalEvent event = HistoricalEvent.of(graph);
        fill(fields, event);
        summary = words.paragraphs(event.summary());
        evidence = event.evidence();
        spot =
            event.places().stream()
                .flatMap(place -> stage.find(place).stream())
                .flatMap(place -> spot(Place.of(place)).stream())
                .findFirst();
      }
      case THEME -> {
        Theme theme = Theme.of(graph);
        fill(fields, theme);
        evidence = theme.evidence();
      }
      case ORGANISATION, FAMILY -> {
        Agent agent = Agent.of(graph);
        fill(fields, agent);
        summary = words.paragraphs(agent.summary());
        evidence = agent.evidence();
      }
      case SOURCE -> {
        Source source = Source.of(graph);
        fields.zh(Field.Name.TYPE, source.kind());
        fields.zh(Field.Name.RELIABILITY, source.reliability());
      }
      default -> {}
    }
    Notes notes = new Notes(cards::link);
    notes.numbers(evidence.sources());
    evidence.certainty().ifPresent(value -> fields.term(Field.Name.CERTAINTY, value.slug()));
    Cards.RecordList records = cards.recordsAbout(iri, page);
    return new ThingView(
        Kind.valueOf(iri.type().name()),
        words.text(stage.label(iri).orElseThrow()),
        summary,
        fields.all(),
        spot,
        cards.claims(evidence, notes),
        notes.all(),
        narrower(iri),
        records.records(),
        records.pager(),
        cards.appearances(iri),
        cards.entityLinks(iri));
  }

  private void fill(Fields fields, Place place) {
    fields.zh(Field.Name.TYPE, place.kind());
    fields.zh(Field.Name.FORMER_NAMES, place.names().stream().map(Name::text).toList());
    fields.zh(Field.Name.MODERN_PLACE, place.today());
    place
        .coordinates()
        .ifPresent(
            point ->
                fields.text(
                    Field.Name.COORDINATES,
                    Text.zh(
                        point.latitude().toPlainString()
                            + "，"
                            + point.longitude().toPlainString()
                            + place.basis().map(basis -> "（" + basis + "）").orElse(""))));
  }

  private void fill(Fields fields, HistoricalEvent event) {
    fields.date(Field.Name.DATE, event.date());
    fields.links(Field.Name.PLACES, event.places());
    fields.links(Field.Name.PARTICIPANTS, event.participants());
  }

  private void fill(Fields fields, Theme theme) {
    fields.links(Field.Name.TYPE, List.of(theme.scheme()));
    fields.zh(Field.Name.WORDING, theme.wording());
    fields.zh(Field.Name.GROUP, theme.group());
    fields.date(Field.Name.PROPOSED, theme.named());
    fields.links(Field.Name.BROADER, theme.links().broader());
    fields.links(Field.Name.RELATED, theme.links().related());
    fields.zh(Field.Name.NOTE, theme.note());
  }

  private void fill(Fields fields, Agent agent) {
    fields.zh(Field.Name.TYPE, agent.kind());
    fields.zh(Field.Name.OTHER_NAMES, agent.names().stream().map(Name::text).distinct().toList());
    fields.text(Field.Name.PERIOD, agent.begin().flatMap(HistoricalDate::edtf).map(words::date));
  }

  private Optional<MapSketch.Spot> spot(Place place) {
    return place
        .coordinates()
        .map(
            point ->
                new MapSketch.Spot(
                    words.text(place.name()),
                    point.longitude().doubleValue(),
                    point.latitude().doubleValue()));
  }

  /** The themes of a scheme in their order, or those below a theme; the fonds of an archive. */
  private List<Link> narrower(EntityIri iri) {
    return switch (iri.type()) {
      case SCHEME -> linked(iri, EntityType.THEME);
      case THEME -> cards.links(stage.pointingAt(SKOS.broader, iri, EntityType.THEME));
      case ORGANISATION -> linked(iri, EntityType.RECORD_SET);
      case PLACE -> linked(iri, EntityType.EVENT);
      default -> List.of();
    };
  }

  private List<Link> linked(EntityIri iri, EntityType type) {
    return index.list(Listing.linkedWith(iri, Set.of(type)), 0, NARROWER).summaries().stream()
        .map(each -> Link.to(words.text(each.title()), Addresses.pagePath(each.iri())))
        .toList();
  }

  /** Everything that has a page of this kind. */
  static Stream<EntityType> types() {
    return Stream.of(
        EntityType.PLACE,
        EntityType.EVENT,
        EntityType.THEME,
        EntityType.SCHEME,
        EntityType.ORGANISATION,
        EntityType.FAMILY,
        EntityType.SOURCE);
  }
}
