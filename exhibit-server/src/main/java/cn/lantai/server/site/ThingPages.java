package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.evidence.Source;
import cn.lantai.place.Place;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Claim;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.LifeEvent;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.MapSketch;
import cn.lantai.server.site.view.NameLine;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.RelationLine;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.ThingView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page that every place, event, organisation, family and source has. */
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
    Notes notes = new Notes(stage, words, cards);
    Statements statements = new Statements(words, cards, notes);
    Fields fields = new Fields(words, cards);
    List<Text> summary = List.of();
    Evidence evidence = Evidence.NONE;
    Optional<MapSketch.Spot> spot = Optional.empty();
    Footing footing = Footing.NONE;
    List<NameLine> names = List.of();
    List<RelationLine> relations = List.of();
    List<LifeEvent> chronology = List.of();
    switch (iri.type()) {
      case PLACE -> {
        Place place = Place.of(graph);
        fill(fields, place);
        evidence = place.evidence();
        footing = notes.footing(evidence);
        names = statements.names(place.names());
        relations = statements.relations(place.relations());
        spot = spot(place);
      }
      case EVENT -> {
        HistoricalEvent event = HistoricalEvent.of(graph);
        fill(fields, event);
        summary = words.paragraphs(event.summary());
        evidence = event.evidence();
        footing = notes.footing(evidence);
        names = statements.names(event.names());
        relations =
            statements.relations(
                event.relations().stream().filter(ThingPages::saysMoreThanItsField).toList());
        spot =
            event.places().stream()
                .flatMap(place -> stage.find(place).stream())
                .flatMap(place -> spot(Place.of(place)).stream())
                .findFirst();
      }
      case ORGANISATION, FAMILY -> {
        Agent agent = Agent.of(graph);
        fill(fields, agent);
        summary = words.paragraphs(agent.summary());
        evidence = agent.evidence();
        footing = notes.footing(evidence);
        names = statements.names(agent.names());
        relations = statements.relations(agent.relations());
        chronology = statements.chronology(agent);
      }
      case SOURCE -> {
        Source source = Source.of(graph);
        fields.zh(Field.Name.TYPE, source.kind());
        fields.zh(Field.Name.RELIABILITY, source.reliability());
      }
      default -> {}
    }
    List<Claim> claims = notes.claims(evidence);
    Cards.RecordList records = cards.recordsAbout(iri, page);
    return new ThingView(
        Kind.valueOf(iri.type().name()),
        words.text(stage.label(iri).orElseThrow()),
        summary,
        fields.all(),
        spot,
        names,
        relations,
        chronology,
        claims,
        footing,
        notes.all(),
        narrower(iri),
        records.records(),
        records.pager(),
        cards.appearances(iri),
        cards.entityLinks(iri));
  }

  /** Places and participants of an event have fields, which hold nothing but their names. */
  private static boolean saysMoreThanItsField(Relation relation) {
    return !relation.isBare()
        || relation.kind() != RelationKind.LOCATION && relation.kind() != RelationKind.PARTICIPANT;
  }

  private void fill(Fields fields, Place place) {
    fields.zh(Field.Name.TYPE, place.kind());
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
    fields.links(Field.Name.TYPE, event.kinds());
    fields.date(Field.Name.DATE, event.date());
    fields.links(Field.Name.PLACES, event.places());
    fields.links(Field.Name.PARTICIPANTS, event.participants());
  }

  private void fill(Fields fields, Agent agent) {
    fields.zh(Field.Name.TYPE, agent.kind());
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

  /** The fonds of an archive; what happened at a place. */
  private List<Link> narrower(EntityIri iri) {
    return switch (iri.type()) {
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
        EntityType.ORGANISATION,
        EntityType.FAMILY,
        EntityType.SOURCE);
  }
}
