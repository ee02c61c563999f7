package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.selection.Selection;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.CollectionView;
import cn.lantai.server.site.view.CompilationView;
import cn.lantai.server.site.view.ExhibitionView;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.NameIndex;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.SelectionHead;
import cn.lantai.server.site.view.SelectionsView;
import cn.lantai.server.site.view.StudyView;
import cn.lantai.server.site.view.Text;
import java.util.List;
import java.util.Optional;

/** Pages of exhibitions, name-person collections, compilations and study packs, and their lists. */
final class SelectionPages {

  private static final int ON_A_PAGE = 24;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;
  private final PersonPages persons;
  private final OpeningTimes times;

  SelectionPages(
      StageReader stage,
      StageIndex index,
      Wording words,
      Cards cards,
      PersonPages persons,
      OpeningTimes times) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
    this.persons = persons;
    this.times = times;
  }

  /** The first of a kind, by rank. */
  List<Card> cards(EntityType type) {
    return cards(type, 0, ON_A_PAGE).cards();
  }

  PageView list(EntityType type, String path, int page) {
    Paging paging = new Paging(path, page, ON_A_PAGE);
    Shelf shelf = cards(type, paging.first(), paging.size());
    return new SelectionsView(
        Kind.valueOf(type.name()), shelf.cards(), paging.pager(shelf.total()));
  }

  private record Shelf(List<Card> cards, long total) {}

  private Shelf cards(EntityType type, long first, int size) {
    Listing.Stretch stretch = index.list(Listing.all(type), first, size);
    return new Shelf(
        stretch.summaries().stream()
            .flatMap(each -> stage.selection(each.iri()).stream())
            .map(cards::selection)
            .toList(),
        stretch.total());
  }

  Optional<PageView> page(EntityIri iri) {
    return stage.selection(iri).map(this::page);
  }

  /** The page without what comes after it in the stage. */
  PageView preview(Selection selection) {
    return page(selection) instanceof ExhibitionView view
        ? new ExhibitionView(view.head(), view.sections(), Optional.empty())
        : page(selection);
  }

  private PageView page(Selection selection) {
    SelectionHead head = head(selection);
    Blocks blocks = new Blocks(stage, words, cards);
    List<cn.lantai.server.site.view.Section> sections = blocks.sections(selection.sections());
    return switch (selection.iri().type()) {
      case EXHIBITION -> new ExhibitionView(head, sections, next(selection));
      case COMPILATION ->
          new CompilationView(head, sections, new Indexer(stage, index, cards).of(blocks.shown()));
      case STUDY -> new StudyView(head, sections);
      default -> collection(selection, head, sections);
    };
  }

  private PageView collection(
      Selection selection, SelectionHead head, List<cn.lantai.server.site.view.Section> sections) {
    EntityIri person = selection.person().orElse(selection.iri());
    return persons
        .profile(person)
        .<PageView>map(
            profile ->
                new CollectionView(
                    head,
                    profile,
                    sections,
                    cards.recordsAbout(person, 1).records(),
                    cards.appearances(person)))
        .orElseGet(() -> new CompilationView(head, sections, NameIndex.NONE));
  }

  private SelectionHead head(Selection selection) {
    int records =
        (int)
            selection
                .items()
                .flatMap(item -> item.member().stream())
                .filter(stage::exists)
                .distinct()
                .count();
    return new SelectionHead(
        words.title(selection.title()),
        words.text(selection.subtitle()),
        selection.editor().flatMap(cards::link).stream().toList(),
        words.prose(selection.intro()),
        cards.cover(selection),
        selection.notes().stream().map(Text::zh).toList(),
        selection.rights().map(Text::zh),
        records,
        times.of(selection.iri()).map(words::span),
        cards.entityLinks(selection.iri()));
  }

  /** The one after it by rank; after the last comes the first. */
  private Optional<Card> next(Selection exhibition) {
    Listing all = Listing.all(EntityType.EXHIBITION);
    List<Summary> around = index.around(exhibition.iri(), all, 1);
    int here = around.stream().map(Summary::iri).toList().indexOf(exhibition.iri());
    return around.stream()
        .skip(here + 1L)
        .findFirst()
        .or(() -> index.list(all, 0, 1).summaries().stream().findFirst())
        .map(Summary::iri)
        .filter(next -> !next.equals(exhibition.iri()))
        .flatMap(stage::selection)
        .map(cards::selection);
  }
}
