package cn.lantai.server.site;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.place.Place;
import cn.lantai.selection.Item;
import cn.lantai.selection.Section;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.CompareBlock;
import cn.lantai.server.site.view.ExhibitBlock;
import cn.lantai.server.site.view.GalleryBlock;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.MapBlock;
import cn.lantai.server.site.view.PersonBlock;
import cn.lantai.server.site.view.QuestionBlock;
import cn.lantai.server.site.view.QuoteBlock;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.TextBlock;
import cn.lantai.server.site.view.TimelineBlock;
import cn.lantai.server.site.view.Transcript;
import cn.lantai.server.site.view.TranscriptBlock;
import cn.lantai.server.site.view.ZoomBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the blocks of a selection into their views. An item whose record is not public is left out,
 * and a block that has nothing left with it: a page never shows a gap that tells of closed
 * holdings.
 */
final class Blocks {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private int documents;
  private int questions;

  Blocks(StageReader stage, Wording words, Cards cards) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
  }

  List<cn.lantai.server.site.view.Section> sections(List<Section> sections) {
    return sections.stream()
        .map(
            section ->
                new cn.lantai.server.site.view.Section(
                    section.number(),
                    section.title().map(words::title).orElseGet(() -> words.own("前言", "Preface")),
                    section.time().map(Text::zh),
                    words.paragraphs(section.lede()),
                    section.blocks().stream().flatMap(block -> block(block).stream()).toList()))
        .toList();
  }

  private Optional<Block> block(cn.lantai.selection.Block block) {
    List<Item> items = block.items().stream().filter(this::isPublic).toList();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Optional<Text> heading = words.text(block.heading());
    Item first = items.get(0);
    return switch (block.kind()) {
      case TEXT ->
          Optional.of(
              new TextBlock(
                  title(first),
                  items.stream().flatMap(item -> paragraphs(item).stream()).toList(),
                  sources(items)));
      case EXHIBIT -> record(first).map(record -> exhibit(block, first, record));
      case GALLERY ->
          Optional.of(
              new GalleryBlock(
                  heading, items.stream().flatMap(item -> galleryItem(item).stream()).toList()));
      case ZOOM -> zoom(items);
      case QUOTATION ->
          Optional.of(new QuoteBlock(paragraphs(first), title(first), sources(items)));
      case TIMELINE ->
          Optional.of(
              new TimelineBlock(heading, items.stream().map(this::entry).toList(), sources(items)));
      case MAP -> map(heading, items);
      case COMPARISON ->
          Optional.of(
              new CompareBlock(
                  heading,
                  items.stream().flatMap(item -> side(item).stream()).toList(),
                  words.paragraphs(block.intro()),
                  sources(items),
                  ComparePage.address(items.stream().flatMap(item -> name(item).stream()))));
      case PERSON ->
          first
              .member()
              .flatMap(cards::person)
              .map(person -> new PersonBlock(person, paragraphs(first), sources(items)));
      case TRANSCRIPT -> record(first).map(record -> transcript(first, record));
      case QUESTION ->
          Optional.of(
              new QuestionBlock(
                  ++questions,
                  title(first).orElseGet(() -> Text.zh("")),
                  paragraphs(first),
                  record(first),
                  sources(items)));
    };
  }

  private boolean isPublic(Item item) {
    return item.member().map(stage::exists).orElse(true)
        && item.image().map(stage::exists).orElse(true);
  }

  private ExhibitBlock exhibit(cn.lantai.selection.Block block, Item item, RecordCard record) {
    ExhibitBlock.Layout layout =
        block
            .layout()
            .map(
                value ->
                    switch (value) {
                      case FLIP -> ExhibitBlock.Layout.FLIP;
                      case WIDE -> ExhibitBlock.Layout.WIDE;
                    })
            .orElse(ExhibitBlock.Layout.NORMAL);
    return new ExhibitBlock(
        record, image(item), layout, title(item), paragraphs(item), sources(List.of(item)));
  }

  private Optional<GalleryBlock.Item> galleryItem(Item item) {
    return record(item)
        .map(
            record ->
                new GalleryBlock.Item(
                    record,
                    image(item),
                    paragraphs(item).stream().findFirst().or(() -> title(item))));
  }

  private Optional<Block> zoom(List<Item> items) {
    Optional<PageImage> shown =
        items.stream()
            .flatMap(item -> item.image().stream())
            .flatMap(iri -> stage.image(iri).stream())
            .findFirst()
            .or(
                () ->
                    items.stream()
                        .flatMap(item -> item.member().stream())
                        .flatMap(record -> stage.images(record).stream())
                        .findFirst());
    Optional<RecordCard> record =
        shown
            .flatMap(PageImage::record)
            .flatMap(cards::record)
            .map(card -> Cards.at(card, shown.get()));
    return shown.flatMap(
        image ->
            record.map(
                card ->
                    new ZoomBlock(
                        Optional.empty(),
                        card,
                        cards.image(image),
                        items.stream()
                            .map(
                                item ->
                                    new ZoomBlock.Step(
                                        item.region().map(Blocks::region),
                                        title(item),
                                        paragraphs(item)))
                            .toList(),
                        sources(items))));
  }

  private TimelineBlock.Entry entry(Item item) {
    Optional<EdtfDate> edtf = item.date().flatMap(HistoricalDate::edtf);
    return new TimelineBlock.Entry(
        item.date().map(words::date).orElseGet(() -> words.own("不详", "unknown")),
        edtf.map(EdtfDate::value).filter(value -> value.matches("\\d{4}(-\\d\\d){0,2}")),
        edtf.flatMap(EdtfDate::earliest),
        title(item),
        paragraphs(item),
        false);
  }

  private Optional<Block> map(Optional<Text> heading, List<Item> items) {
    List<MapBlock.Stop> stops = items.stream().flatMap(item -> stop(item).stream()).toList();
    boolean route = items.stream().filter(item -> item.date().isPresent()).count() == items.size();
    return stops.isEmpty()
        ? Optional.empty()
        : Optional.of(new MapBlock(heading, stops, route, sources(items)));
  }

  private Optional<MapBlock.Stop> stop(Item item) {
    Optional<Place> place = item.place().flatMap(stage::find).map(Place::of);
    return place.flatMap(
        known ->
            known
                .coordinates()
                .map(
                    point ->
                        new MapBlock.Stop(
                            Link.to(words.text(known.name()), Addresses.pagePath(known.iri())),
                            point.longitude().doubleValue(),
                            point.latitude().doubleValue(),
                            item.date().map(words::date),
                            title(item),
                            paragraphs(item))));
  }

  private Optional<CompareBlock.Side> side(Item item) {
    Optional<PageImage> page = item.image().flatMap(stage::image);
    return record(item)
        .or(() -> page.flatMap(PageImage::record).flatMap(cards::record))
        .map(card -> page.map(image -> Cards.at(card, image)).orElse(card))
        .map(card -> new CompareBlock.Side(card, image(item), title(item), paragraphs(item)));
  }

  /** What an item is called in the address of a comparison. */
  private Optional<String> name(Item item) {
    Optional<PageImage> page = item.image().flatMap(stage::image);
    return item.member()
        .filter(iri -> iri.type() == EntityType.RECORD)
        .or(() -> page.flatMap(PageImage::record))
        .map(record -> record.key() + page.map(image -> ":" + image.page()).orElse(""));
  }

  private TranscriptBlock transcript(Item item, RecordCard record) {
    List<TranscriptBlock.Leaf> leaves =
        stage.images(item.member().orElseThrow()).stream()
            .map(
                image ->
                    new TranscriptBlock.Leaf(
                        words.text(image.label()),
                        record.href() + "?page=" + image.page(),
                        Optional.of(cards.image(image)),
                        image.transcript().map(Blocks::transcript)))
            .toList();
    return new TranscriptBlock(
        ++documents, record, title(item), leaves, paragraphs(item), sources(List.of(item)));
  }

  static Transcript transcript(PageImage.Transcript transcript) {
    return new Transcript(
        transcript.lines().stream()
            .map(line -> new Transcript.Line(line.text(), line.region().map(Blocks::region)))
            .toList(),
        transcript.language(),
        transcript.vertical());
  }

  private static Region region(cn.lantai.media.Region region) {
    return new Region(
        region.x().doubleValue(),
        region.y().doubleValue(),
        region.width().doubleValue(),
        region.height().doubleValue());
  }

  private Optional<RecordCard> record(Item item) {
    return item.member().filter(iri -> iri.type() == EntityType.RECORD).flatMap(cards::record);
  }

  private Optional<Image> image(Item item) {
    return item.image().flatMap(cards::image);
  }

  private Optional<Text> title(Item item) {
    return words.text(item.title());
  }

  private List<Text> paragraphs(Item item) {
    return words.paragraphs(item.text());
  }

  private List<Link> sources(List<Item> items) {
    List<EntityIri> iris =
        items.stream().flatMap(item -> item.sources().stream()).distinct().toList();
    return Stream.of(iris).flatMap(each -> cards.links(each).stream()).toList();
  }
}
