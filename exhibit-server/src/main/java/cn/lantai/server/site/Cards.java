package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Nature;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.FindingAid;
import cn.lantai.loan.ImageService;
import cn.lantai.loan.Loan;
import cn.lantai.media.PageImage;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.Certainty;
import cn.lantai.server.site.view.Cover;
import cn.lantai.server.site.view.EntityLinks;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.PersonCard;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How entities appear inside other pages: as links, images and cards. */
final class Cards {

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Addresses addresses;
  private final Staging staging;

  Cards(StageReader stage, StageIndex index, Wording words, Addresses addresses) {
    this(stage, index, words, addresses, Staging.NONE);
  }

  Cards(StageReader stage, StageIndex index, Wording words, Addresses addresses, Staging staging) {
    this.staging = staging;
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.addresses = addresses;
  }

  /** Where the page of an entity is. */
  String path(EntityIri iri) {
    return staging.path(iri);
  }

  /** A link, as far as the entity is public; otherwise nothing, not even its name. */
  Optional<Link> link(EntityIri iri) {
    return stage.label(iri).map(label -> Link.to(words.text(label), Addresses.pagePath(iri)));
  }

  List<Link> links(Collection<EntityIri> iris) {
    return iris.stream().flatMap(iri -> link(iri).stream()).toList();
  }

  EntityLinks entityLinks(EntityIri iri) {
    String data = Addresses.dataPath(iri, RdfSyntax.TURTLE);
    return new EntityLinks(
        addresses.id(iri),
        data.substring(0, data.lastIndexOf('.')),
        FindingAid.isFor(iri.type()),
        addresses
            .presentation(iri)
            .map(manifest -> "/" + manifest.substring(addresses.base().length())));
  }

  /** The canvas on which manifests show an image. */
  String canvas(PageImage image) {
    return canvas(image.iri());
  }

  /** The canvas on which manifests show an image, or play a recording. */
  String canvas(EntityIri digital) {
    return addresses.canvas(digital);
  }

  Optional<String> manifest(EntityIri thing) {
    return addresses.manifest(thing);
  }

  Image image(PageImage image) {
    return words.image(image);
  }

  Optional<Image> image(EntityIri iri) {
    return stage.image(iri).map(this::image);
  }

  Optional<Image> firstImage(EntityIri record) {
    return stage.images(record).stream().findFirst().map(this::image);
  }

  Optional<RecordCard> record(EntityIri iri) {
    return stage.record(iri).map(this::record);
  }

  RecordCard record(ArchivalRecord record) {
    return new RecordCard(
        Addresses.pagePath(record.iri()),
        words.text(record.title()),
        record.code().value(),
        facts(record),
        words.text(record.elements().text("scope")),
        firstImage(record.iri()),
        record.nature() == Nature.ILLUSTRATIVE);
  }

  /** The same record, its address opening it at a page. */
  static RecordCard at(RecordCard record, PageImage image) {
    return new RecordCard(
        record.href() + Site.page(image),
        record.title(),
        record.code(),
        record.facts(),
        record.summary(),
        record.image(),
        record.example(),
        record.held());
  }

  /** The same for a canvas of a loan. */
  static RecordCard at(RecordCard loan, int canvas) {
    return new RecordCard(
        loan.href() + "#canvas-" + canvas,
        loan.title(),
        loan.code(),
        loan.facts(),
        loan.summary(),
        loan.image(),
        loan.example(),
        loan.held());
  }

  Optional<RecordCard> loan(EntityIri iri) {
    return stage.loan(iri).map(this::loan);
  }

  RecordCard loan(Loan loan) {
    List<Text> facts = new ArrayList<>();
    facts.add(words.text(loan.holder()));
    loan.date().map(words::date).ifPresent(facts::add);
    return new RecordCard(
        Addresses.pagePath(loan.iri()),
        words.text(loan.title()),
        loan.code().orElse(""),
        facts,
        words.text(loan.summary()),
        loan.canvases().stream().findFirst().map(canvas -> image(canvas, loan)),
        false,
        Optional.of(
            new RecordCard.Held(
                words.text(loan.holder()),
                words.text(loan.statement()),
                loan.rights(),
                loan.homepage().orElse(loan.manifest()))));
  }

  /**
   * A picture that its holder shows. By http it can be shown only where this site is seen by http
   * as well, for browsers do not mix the two.
   */
  Image image(Loan.Canvas canvas, Loan loan) {
    Text title = words.text(loan.title());
    Text label = words.text(canvas.label());
    Text alt =
        loan.canvases().size() == 1
            ? title
            : Text.of(title.lang(), title.value() + " · " + label.value());
    String address = canvas.service().map(ImageService::address).orElse(canvas.picture());
    if (address.startsWith("http:") && addresses.base().startsWith("https:")) {
      return Image.unreadable(alt);
    }
    return Image.borrowed(
        canvas.service().isPresent() ? Image.Giver.SERVICE : Image.Giver.PICTURE,
        address,
        canvas.width(),
        canvas.height(),
        alt);
  }

  /** The records on one page of a list. */
  record RecordList(List<RecordCard> records, Pager pager) {}

  /** The records that point to an entity, by date. */
  RecordList recordsAbout(EntityIri entity, int page) {
    return records(
        Listing.linkedWith(entity, Set.of(EntityType.RECORD)).by(Listing.Order.DATE),
        new Paging(path(entity), page, 48));
  }

  RecordList records(Listing listing, Paging paging) {
    Listing.Stretch stretch = index.list(listing, paging.first(), paging.size());
    return new RecordList(records(stretch.summaries()), paging.pager(stretch.total()));
  }

  /** From what the index keeps, with the first image of each. */
  List<RecordCard> records(List<Summary> records) {
    Map<EntityIri, PageImage> images =
        index.firstImages(records.stream().map(Summary::iri).toList());
    return records.stream()
        .map(record -> record(record, Optional.ofNullable(images.get(record.iri()))))
        .toList();
  }

  private RecordCard record(Summary record, Optional<PageImage> image) {
    return new RecordCard(
        Addresses.pagePath(record.iri()),
        words.text(record.title()),
        record.code().orElse(""),
        words.facts(record),
        words.text(record.about()),
        image.map(page -> image(stage.image(page.iri()).orElse(page))),
        record.terms().contains(Nature.ILLUSTRATIVE.slug()));
  }

  /** Date, form and extent: what stands below a title. */
  List<Text> facts(ArchivalRecord record) {
    List<Text> facts = new ArrayList<>();
    record.date().map(words::date).ifPresent(facts::add);
    record.elements().string("form").map(words::form).ifPresent(facts::add);
    record.elements().string("extent").map(Text::zh).ifPresent(facts::add);
    return facts;
  }

  Card selection(Selection selection) {
    long records = selection.items().flatMap(item -> item.member().stream()).distinct().count();
    List<Text> facts = new ArrayList<>();
    selection.editor().flatMap(this::link).map(Link::label).ifPresent(facts::add);
    facts.add(words.own(records + " 件", records + " items"));
    return new Card(
        Kind.valueOf(selection.iri().type().name()),
        Addresses.pagePath(selection.iri()),
        words.title(selection.title()),
        words.text(selection.subtitle()),
        words.prose(selection.intro()).stream().map(Passage::plain).findFirst(),
        cover(selection),
        facts,
        false);
  }

  Optional<Cover> cover(Selection selection) {
    return selection
        .cover()
        .flatMap(stage::image)
        .map(image -> new Cover(part(image(image), selection), image.record().isEmpty()))
        .or(
            () ->
                selection
                    .items()
                    .flatMap(item -> item.member().stream())
                    .flatMap(member -> firstImage(member).stream())
                    .findFirst()
                    .map(Cover::sheet));
  }

  private static Image part(Image whole, Selection selection) {
    return selection.coverPart().map(Region::of).map(whole::of).orElse(whole);
  }

  List<Card> appearances(EntityIri member) {
    return showing(member).stream().map(this::selection).toList();
  }

  /** The selections that show a record or a person's card. */
  List<Selection> showing(EntityIri member) {
    return stage.selectionsShowing(member).stream()
        .flatMap(iri -> stage.selection(iri).stream())
        .toList();
  }

  Optional<PersonCard> person(EntityIri person) {
    return index.summary(person).map(this::person);
  }

  PersonCard person(Summary person) {
    return new PersonCard(
        Addresses.pagePath(person.iri()),
        words.text(person.title()),
        person.initial(),
        words.life(person.date(), person.end()),
        person.roles().stream().map(Text::zh).toList(),
        Optional.empty());
  }

  static Optional<String> pinyin(Agent person) {
    return person.names().stream()
        .filter(name -> name.kind() == NameKind.PINYIN)
        .map(Name::text)
        .findFirst();
  }

  static Optional<Certainty> certainty(Optional<cn.lantai.evidence.Certainty> certainty) {
    return certainty.map(
        value ->
            switch (value) {
              case VERIFIED -> Certainty.VERIFIED;
              case PARTLY_VERIFIED -> Certainty.PARTLY;
              case GENERAL_KNOWLEDGE -> Certainty.GENERAL;
              case DOUBTFUL -> Certainty.DOUBTFUL;
              case ILLUSTRATION -> Certainty.INVENTED;
            });
  }

  Optional<LocalizedText> label(EntityIri iri) {
    return stage.label(iri);
  }

  Text date(HistoricalDate date) {
    return words.date(date);
  }

  /** Only what a page may show: records in public, persons, and so on. */
  List<EntityIri> ofType(Collection<EntityIri> iris, EntityType... types) {
    List<EntityType> wanted = List.of(types);
    return iris.stream().filter(iri -> wanted.contains(iri.type())).toList();
  }
}
