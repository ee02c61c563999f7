package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Nature;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.Level;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.FieldGroup;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.RecordView;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.ZoomBlock;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a record. */
final class RecordPage {

  private static final int NEIGHBOURS = 3;
  private static final int RELATED = 6;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;
  private final ArchivePages archives;

  RecordPage(
      StageReader stage, StageIndex index, Wording words, Cards cards, ArchivePages archives) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
    this.archives = archives;
  }

  /**
   * @param page the number of the page whose image is open; 1 is the first page there is
   * @param region the part of the page to look at, as the address has it
   * @param moment the part of a recording to play
   */
  Optional<RecordView> page(
      EntityIri iri, int page, Optional<String> region, Optional<Moment> moment) {
    return stage.record(iri).map(record -> view(record, page, region, moment));
  }

  private RecordView view(
      ArchivalRecord record, int page, Optional<String> region, Optional<Moment> moment) {
    List<PageImage> images = stage.images(record.iri());
    List<Selection> showing = cards.showing(record.iri());
    Notes notes = new Notes(stage, words, cards);
    Footing footing = notes.footing(record.evidence());
    return new RecordView(
        words.text(record.title()),
        record.code().value(),
        cards.facts(record),
        record.nature() == Nature.ILLUSTRATIVE,
        leaves(record, images, showing),
        players(record.iri(), moment),
        opening(page, region, images),
        order(record, images),
        words.paragraphs(record.elements().text("scope")),
        fields(record),
        citation(record),
        path(record),
        neighbours(record),
        new Statements(words, cards, notes).relations(explained(record)),
        notes.claims(record.evidence()),
        footing,
        notes.all(),
        related(record),
        showing.stream().map(cards::selection).toList(),
        cards.entityLinks(record.iri()));
  }

  /**
   * A part of a recording, as an address has it.
   *
   * @param recording its key; blank for the first one that the record has
   */
  record Moment(String recording, MediaTime.Span span) {}

  private List<Player> players(EntityIri record, Optional<Moment> moment) {
    Players players = new Players(words, cards);
    List<Recording> all = stage.recordings(record);
    return all.stream()
        .map(
            each ->
                players.player(
                    each,
                    Addresses.pagePath(record),
                    moment
                        .filter(
                            it ->
                                it.recording().equals(each.iri().key())
                                    || it.recording().isEmpty() && each.equals(all.get(0)))
                        .map(Moment::span)))
        .toList();
  }

  private static RecordView.Opening opening(
      int page, Optional<String> region, List<PageImage> images) {
    int current = position(page, images);
    Optional<Region> part =
        region.flatMap(
            text ->
                images.stream()
                    .skip(current)
                    .findFirst()
                    .flatMap(PageImage::content)
                    .flatMap(file -> Region.within(text, file.width(), file.height())));
    return new RecordView.Opening(current, part, region.isPresent() && part.isEmpty());
  }

  private RecordView.Order order(ArchivalRecord record, List<PageImage> images) {
    Reading reading = Reading.of(record, images, stage);
    return new RecordView.Order(
        reading.direction().orElse(Reading.Direction.LEFT_TO_RIGHT).slug(),
        reading.paging() == Reading.Paging.CONTINUOUS,
        reading.paging() == Reading.Paging.PAGED ? Openings.of(images) : List.of());
  }

  /** Of some records only a few pages are scanned: numbers may leave gaps, or begin later. */
  private static int position(int page, List<PageImage> images) {
    int position = images.stream().map(PageImage::page).toList().indexOf(page);
    if (position < 0 && page != 1) {
      throw new NotFoundException();
    }
    return Math.max(0, position);
  }

  private List<RecordView.Leaf> leaves(
      ArchivalRecord record, List<PageImage> images, List<Selection> showing) {
    Map<String, List<RecordView.Tour>> tours = tours(showing);
    return images.stream()
        .map(
            image -> {
              Image shown = cards.image(image);
              return new RecordView.Leaf(
                  image.page(),
                  words.text(image.label()),
                  href(record, image),
                  Optional.of(shown),
                  cards.canvas(image),
                  image.transcript().map(Blocks::transcript),
                  tours.getOrDefault(shown.service(), List.of()));
            })
        .toList();
  }

  /** By the image that they lead over. */
  private Map<String, List<RecordView.Tour>> tours(List<Selection> showing) {
    Map<String, List<RecordView.Tour>> tours = new HashMap<>();
    for (Selection selection : showing) {
      Link link = Link.to(words.title(selection.title()), Addresses.pagePath(selection.iri()));
      for (ZoomBlock look : new Blocks(stage, words, cards).closeReadings(selection)) {
        if (look.image().readable()) {
          tours
              .computeIfAbsent(look.image().service(), image -> new ArrayList<>())
              .add(new RecordView.Tour(link, look.steps()));
        }
      }
    }
    return tours;
  }

  private String href(ArchivalRecord record, PageImage image) {
    String path = cards.path(record.iri());
    return image.page() == 1 ? path : path + "?page=" + image.page();
  }

  private List<FieldGroup> fields(ArchivalRecord record) {
    List<EntityIri> subjects = record.related(RelationKind.SUBJECT);
    Description description =
        new Description(words, cards)
            .text("reference-code", Text.of("und", record.code().value()))
            .date(record.date())
            .links("creator", record.related(RelationKind.CREATOR))
            .links("sender", record.related(RelationKind.SENDER))
            .links("addressee", record.related(RelationKind.ADDRESSEE))
            .links("persons", cards.ofType(subjects, EntityType.PERSON))
            .links("organisations", groups(subjects))
            .links("places", record.related(RelationKind.RECORD_PLACE))
            .links("events", record.related(RelationKind.RECORD_EVENT))
            .links("themes", cards.ofType(subjects, EntityType.THEME))
            .term("access", record.access().slug())
            .term("nature", record.nature().slug())
            .elements(record.elements());
    return description.groups(Level.ITEM, "scope");
  }

  /** Of a plain link the description says all there is to say. */
  private static List<Relation> explained(ArchivalRecord record) {
    return record.relations().stream().filter(relation -> !relation.isBare()).toList();
  }

  private List<EntityIri> groups(List<EntityIri> subjects) {
    List<EntityIri> groups = new ArrayList<>(cards.ofType(subjects, EntityType.ORGANISATION));
    groups.addAll(cards.ofType(subjects, EntityType.FAMILY));
    return groups;
  }

  /** Title, date, archive, reference code and IRI, as a footnote wants them. */
  private Text citation(ArchivalRecord record) {
    List<String> parts = new ArrayList<>();
    parts.add(words.text(record.title()).value());
    record.date().map(words::date).map(Text::value).ifPresent(parts::add);
    stage
        .holder(record.parent())
        .flatMap(cards::link)
        .map(link -> link.label().value())
        .ifPresent(parts::add);
    parts.add(words.own("档号 ", "").value() + record.code());
    return words.own(
        String.join(words.isChinese() ? "，" : ", ", parts)
            + words.own("。", ". ").value()
            + cards.entityLinks(record.iri()).iri());
  }

  private List<RecordView.Level> path(ArchivalRecord record) {
    return archives.path(record.parent()).stream()
        .map(link -> new RecordView.Level(link, Optional.empty(), false))
        .toList();
  }

  /** The records before and after it in the file, itself included. */
  private List<RecordView.Level> neighbours(ArchivalRecord record) {
    Listing beside = Listing.in(record.parent(), EntityType.RECORD);
    return index.around(record.iri(), beside, NEIGHBOURS).stream()
        .map(
            each ->
                new RecordView.Level(
                    Link.to(words.text(each.title()), Addresses.pagePath(each.iri())),
                    each.code().map(code -> Text.of("und", code)),
                    each.iri().equals(record.iri())))
        .toList();
  }

  /** Records that share an event with it, then those that share a person. */
  private List<RecordCard> related(ArchivalRecord record) {
    Map<EntityIri, Summary> related = new LinkedHashMap<>();
    Stream.concat(
            record.related(RelationKind.RECORD_EVENT).stream(),
            cards.ofType(record.related(RelationKind.SUBJECT), EntityType.PERSON).stream())
        .map(shared -> Listing.linkedWith(shared, Set.of(EntityType.RECORD)))
        .flatMap(listing -> index.list(listing, 0, RELATED + 1).summaries().stream())
        .filter(other -> !other.iri().equals(record.iri()))
        .forEach(other -> related.putIfAbsent(other.iri(), other));
    return cards.records(related.values().stream().limit(RELATED).toList());
  }
}
