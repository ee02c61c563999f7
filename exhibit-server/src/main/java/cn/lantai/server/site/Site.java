package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.selection.Item;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.PageView;
import cn.lantai.table.DraftSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/**
 * All public pages over one state of the public stage and in one language. Made for one request and
 * used inside its read transaction.
 */
final class Site {

  private final StageReader stage;
  private final StageIndex index;
  private final Language language;
  private final SelectionPages selections;
  private final Cards cards;
  private final PersonPages persons;
  private final ArchivePages archives;
  private final RecordPage records;
  private final ComparePage comparison;
  private final ThingPages things;
  private final LoanPages loans;
  private final ThemePages themes;
  private final HomePage home;

  /**
   * @param index the index of the same stage
   */
  Site(Graph graph, StageIndex index, Language language, Addresses addresses, OpeningTimes times) {
    this(graph, index, language, addresses, times, Staging.NONE);
  }

  /**
   * @param staging what of it is shown elsewhere
   */
  Site(
      Graph graph,
      StageIndex index,
      Language language,
      Addresses addresses,
      OpeningTimes times,
      Staging staging) {
    this.index = index;
    this.language = language;
    stage = new StageReader(graph, addresses.base());
    Wording words = new Wording(language, staging);
    cards = new Cards(stage, index, words, addresses, staging);
    persons = new PersonPages(stage, index, words, cards);
    selections = new SelectionPages(stage, index, words, cards, persons, times);
    archives = new ArchivePages(stage, index, words, cards);
    records = new RecordPage(stage, index, words, cards, archives);
    comparison = new ComparePage(stage, index, words, cards);
    things = new ThingPages(stage, index, words, cards);
    loans = new LoanPages(stage, words, cards);
    themes = new ThemePages(stage, index, words, cards);
    home = new HomePage(stage, index, words, cards, selections, persons, archives);
  }

  PageView home(LocalDate today) {
    return home.view(today);
  }

  PageView selections(EntityType type, String path, int page) {
    return selections.list(type, path, page);
  }

  /** The page of a selection that may differ from the one that the stage has, and nothing else. */
  PageView preview(Selection selection) {
    return selections.preview(selection);
  }

  Cards cards() {
    return cards;
  }

  List<Previews.Leaf> leaves(EntityIri record) {
    return record.type() == EntityType.LOAN
        ? stage.loan(record).stream()
            .flatMap(
                loan ->
                    loan.canvases().stream()
                        .map(
                            canvas ->
                                new Previews.Leaf(
                                    loan.name(canvas).text(),
                                    canvas.number(),
                                    cards.image(canvas, loan))))
            .toList()
        : stage.images(record).stream()
            .map(
                page ->
                    new Previews.Leaf(
                        DraftSheet.imageName(page.iri()), page.page(), cards.image(page)))
            .toList();
  }

  Optional<EntityIri> recordOf(EntityIri image) {
    return stage.image(image).flatMap(PageImage::record);
  }

  PageView people(int page) {
    return persons.list(selections, page);
  }

  PageView archives(int page) {
    return archives.list(page);
  }

  PageView themes() {
    return themes.list();
  }

  Optional<PageView> theme(EntityIri iri, int page, Listing.Order order) {
    return themes.theme(iri, page, order);
  }

  PageView search(SearchRequest asked) {
    return new SearchPage(index, language, asked).view(index.search(asked.query()));
  }

  /** The page of a name-person collection or, where none has this key, of a person. */
  Optional<PageView> peoplePage(String key, int page) {
    return selections
        .page(new EntityIri(EntityType.COLLECTION, key))
        .or(() -> persons.page(new EntityIri(EntityType.PERSON, key), page));
  }

  /** The page of a fonds, series or file or, where none has this key, of the archive that holds. */
  Optional<PageView> archivePage(String key, int page) {
    return archives
        .level(new EntityIri(EntityType.RECORD_SET, key), page)
        .or(() -> archives.holder(new EntityIri(EntityType.ORGANISATION, key), page));
  }

  Optional<PageView> page(EntityIri iri, int page) {
    return switch (iri.type()) {
      case EXHIBITION, COLLECTION, COMPILATION, STUDY -> selections.page(iri);
      case RECORD -> record(iri, page, Optional.empty(), Optional.empty());
      case PERSON -> persons.page(iri, page);
      case RECORD_SET -> archives.level(iri, page);
      case THEME -> themes.theme(iri, page, Listing.Order.DATE);
      case SCHEME -> themes.scheme(iri, page);
      case LOAN -> loans.page(iri);
      default -> things.page(iri, page);
    };
  }

  /**
   * @param region the part of the page to look at, as the address has it
   */
  Optional<PageView> record(
      EntityIri iri, int page, Optional<String> region, Optional<RecordPage.Moment> moment) {
    return records.page(iri, page, region, moment).map(view -> view);
  }

  /**
   * @param names records, each with a page if not the first is meant
   * @param query what to look for among the records to add
   */
  PageView compare(List<String> names, String query) {
    return comparison.view(names, query);
  }

  List<Recording> recordings(EntityIri record) {
    return stage.recordings(record);
  }

  Optional<Recording> played(Item item) {
    return stage.played(item);
  }

  /** The query that opens a record at this page. */
  static String page(PageImage image) {
    return image.page() == 1 ? "" : "?page=" + image.page();
  }
}
