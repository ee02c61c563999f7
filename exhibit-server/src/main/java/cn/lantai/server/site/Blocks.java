package cn.lantai.server.site;

import cn.lantai.access.AccessPolicy;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.loan.Loan;
import cn.lantai.media.PageImage;
import cn.lantai.place.Place;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.blocks.BlockMaker;
import cn.lantai.server.site.blocks.Materials;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.NameIndex;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.PersonCard;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.Transcript;
import cn.lantai.server.site.view.TranscriptBlock;
import cn.lantai.server.site.view.ZoomBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the blocks of a selection into their views. An item whose record is not public is left out,
 * and a block that has nothing left with it: a page never shows a gap that tells of closed
 * holdings.
 */
final class Blocks implements Materials {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private final Map<BlockType, Integer> numbers = new HashMap<>();
  private final List<Showing> shown = new ArrayList<>();

  Blocks(StageReader stage, Wording words, Cards cards) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
  }

  List<cn.lantai.server.site.view.Section> sections(List<Section> sections) {
    return sections.stream().map(this::section).toList();
  }

  private cn.lantai.server.site.view.Section section(Section section) {
    Text title = section.title().map(words::title).orElseGet(() -> words.own("前言", "Preface"));
    NameIndex.Place place = NameIndex.Place.in(section.number(), title);
    return new cn.lantai.server.site.view.Section(
        section.number(),
        title,
        section.time().map(Text::zh),
        words.prose(section.lede()),
        section.blocks().stream().flatMap(block -> block(block, place).stream()).toList());
  }

  private Optional<Block> block(cn.lantai.selection.Block block, NameIndex.Place section) {
    Optional<Block> view = block(block);
    view.map(made -> made instanceof TranscriptBlock text ? NameIndex.Place.of(text) : section)
        .ifPresent(
            place ->
                block.items().stream()
                    .filter(this::isPublic)
                    .flatMap(item -> subject(item).stream())
                    .forEach(subject -> shown.add(new Showing(subject, place))));
    return view;
  }

  /** What an item stands for, or the record of the page that it shows. */
  private Optional<EntityIri> subject(Item item) {
    return item.member().or(() -> item.image().flatMap(stage::image).flatMap(PageImage::record));
  }

  /** Something that stands at a place of the page. */
  record Showing(EntityIri subject, NameIndex.Place place) {}

  /** What the sections show that were made so far, in the order of the page. */
  List<Showing> shown() {
    return List.copyOf(shown);
  }

  /** The guided looks at single pages that a selection takes. */
  List<ZoomBlock> closeReadings(Selection selection) {
    return selection.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(block -> block.type() == BlockTypes.ZOOM)
        .flatMap(block -> block(block).stream())
        .map(ZoomBlock.class::cast)
        .toList();
  }

  private Optional<Block> block(cn.lantai.selection.Block block) {
    List<Item> items = block.items().stream().filter(this::isPublic).toList();
    return items.isEmpty()
        ? Optional.empty()
        : BlockMaker.ALL.get(block.type()).view(block, items, this);
  }

  private boolean isPublic(Item item) {
    return item.member().map(stage::exists).orElse(true)
        && item.image().map(stage::exists).orElse(true)
        && item.canvas().map(CanvasName::loan).map(stage::exists).orElse(true)
        && item.recording().map(stage::exists).orElse(true);
  }

  @Override
  public Optional<Text> text(Optional<LocalizedText> text) {
    return words.text(text);
  }

  @Override
  public List<Passage> prose(Optional<LocalizedText> text) {
    return words.prose(text);
  }

  @Override
  public Text own(String zh, String en) {
    return words.own(zh, en);
  }

  @Override
  public Text date(HistoricalDate date) {
    return words.date(date);
  }

  @Override
  public Optional<RecordCard> record(Item item) {
    return item.member()
        .flatMap(
            iri ->
                switch (iri.type()) {
                  case RECORD -> cards.record(iri);
                  case LOAN -> cards.loan(iri);
                  default -> Optional.empty();
                });
  }

  @Override
  public List<Sheet> canvases(EntityIri loan) {
    return loan.type() == EntityType.LOAN
        ? stage.loan(loan).stream()
            .flatMap(it -> it.canvases().stream().map(canvas -> sheet(it, canvas)))
            .toList()
        : List.of();
  }

  @Override
  public Optional<Sheet> canvas(Item item) {
    return item.canvas()
        .flatMap(
            name ->
                stage
                    .loan(name.loan())
                    .flatMap(
                        loan -> loan.canvas(name.number()).map(canvas -> sheet(loan, canvas))));
  }

  private Sheet sheet(Loan loan, Loan.Canvas canvas) {
    return new Sheet(
        Cards.at(cards.loan(loan), canvas.number()),
        words.text(canvas.label()),
        cards.image(canvas, loan));
  }

  @Override
  public Optional<RecordCard> recordAt(PageImage page) {
    return page.record().flatMap(cards::record).map(card -> Cards.at(card, page));
  }

  @Override
  public Optional<PersonCard> person(EntityIri person) {
    return cards.person(person);
  }

  @Override
  public Optional<Place> place(EntityIri place) {
    return stage.find(place).map(Place::of);
  }

  @Override
  public Link link(Place place) {
    return Link.to(words.text(place.name()), Addresses.pagePath(place.iri()));
  }

  @Override
  public Optional<PageImage> page(EntityIri image) {
    return stage.image(image);
  }

  @Override
  public List<PageImage> pages(EntityIri record) {
    return stage.images(record);
  }

  @Override
  public Image image(PageImage page) {
    return cards.image(page);
  }

  @Override
  public Optional<Player> player(Item item, boolean lines) {
    return stage
        .played(item)
        .filter(recording -> recording.content().isPresent())
        .filter(recording -> AccessPolicy.audience(recording) == AccessPolicy.Audience.EVERYONE)
        .flatMap(
            recording ->
                recording
                    .record()
                    .map(
                        record ->
                            new Players(words, cards)
                                .part(recording, Addresses.pagePath(record), item.span(), lines)));
  }

  @Override
  public Optional<Transcript> transcript(PageImage page) {
    return page.transcript().map(Blocks::transcript);
  }

  static Transcript transcript(PageImage.Transcript transcript) {
    return new Transcript(
        transcript.lines().stream()
            .map(line -> new Transcript.Line(line.text(), line.region().map(Region::of)))
            .toList(),
        transcript.language(),
        transcript.vertical());
  }

  @Override
  public List<Link> sources(List<Item> items) {
    return cards.links(items.stream().flatMap(item -> item.sources().stream()).distinct().toList());
  }

  @Override
  public String comparison(List<Item> items) {
    return ComparePage.address(items.stream().flatMap(item -> name(item).stream()));
  }

  /** What an item is called in the address of a comparison. */
  private Optional<String> name(Item item) {
    Optional<PageImage> page = item.image().flatMap(stage::image);
    return item.member()
        .filter(iri -> iri.type() == EntityType.RECORD)
        .or(() -> page.flatMap(PageImage::record))
        .map(record -> record.key() + page.map(image -> ":" + image.page()).orElse(""));
  }

  @Override
  public int number(BlockType type) {
    return numbers.merge(type, 1, Integer::sum);
  }
}
