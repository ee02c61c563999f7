package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import cn.lantai.selection.Selection;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.CollectionView;
import cn.lantai.server.site.view.CompilationView;
import cn.lantai.server.site.view.ExhibitionView;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.SelectionHead;
import cn.lantai.server.site.view.SelectionsView;
import cn.lantai.server.site.view.StudyView;
import cn.lantai.server.site.view.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pages of exhibitions, name-person collections, compilations and study packs, and their lists. */
final class SelectionPages {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private final PersonPages persons;

  SelectionPages(StageReader stage, Wording words, Cards cards, PersonPages persons) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
    this.persons = persons;
  }

  List<Selection> all(EntityType type) {
    return stage.all(Rico.RecordSet, type).stream()
        .flatMap(iri -> stage.selection(iri).stream())
        .sorted(Comparator.comparingInt(Selection::rank).thenComparing(Selection::iri))
        .toList();
  }

  List<Card> cards(EntityType type) {
    return all(type).stream().map(cards::selection).toList();
  }

  PageView list(EntityType type, String path, int page) {
    Paging<Card> paging = new Paging<>(cards(type), path, page, 24);
    return new SelectionsView(Kind.valueOf(type.name()), paging.items(), paging.pager());
  }

  Optional<PageView> page(EntityIri iri) {
    return stage.selection(iri).map(this::page);
  }

  private PageView page(Selection selection) {
    SelectionHead head = head(selection);
    List<cn.lantai.server.site.view.Section> sections =
        new Blocks(stage, words, cards).sections(selection.sections());
    return switch (selection.iri().type()) {
      case EXHIBITION -> new ExhibitionView(head, sections, next(selection));
      case COMPILATION -> new CompilationView(head, sections);
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
                    head, profile, sections, persons.records(person), cards.appearances(person)))
        .orElseGet(() -> new CompilationView(head, sections));
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
        words.paragraphs(selection.intro()),
        cards.cover(selection),
        selection.notes().stream().map(Text::zh).toList(),
        selection.rights().map(Text::zh),
        records,
        cards.entityLinks(selection.iri()));
  }

  private Optional<Card> next(Selection exhibition) {
    List<Selection> all = all(EntityType.EXHIBITION);
    if (all.size() < 2) {
      return Optional.empty();
    }
    int here = all.stream().map(Selection::iri).toList().indexOf(exhibition.iri());
    return Optional.of(cards.selection(all.get((here + 1) % all.size())));
  }
}
