package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.search.Facet;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchResult;
import cn.lantai.search.Summary;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.DraftMerge;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.guide.Guides;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.loans.Partners;
import cn.lantai.server.render.Language;
import cn.lantai.server.review.Publishings;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.Previews;
import cn.lantai.server.site.view.BuilderView;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Publishing;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.StageKind;
import cn.lantai.table.DraftSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the page of the builder shows. */
@ApplicationScoped
public class BuilderPage {

  private static final int FOUND = 20;

  /** Who has not found it by then asks for less. */
  static final int LAST_PAGE = 50;

  /** So many records of a draft offer their pages for its cover. */
  private static final int COVERS_FROM = 48;

  @Inject DraftDesk desk;
  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Previews previews;
  @Inject Publishings publishings;
  @Inject Guides guides;
  @Inject Partners partners;

  /** A draft and what is told beside it. */
  static final class Shown {

    final Draft draft;
    final long base;
    String selected;
    boolean saved;
    boolean strict;
    boolean searching;
    int page = 1;
    String query = "";
    String address = "";
    String manifest = "";
    final List<LocalizedText> refused = new ArrayList<>();
    final List<LocalizedText> notes = new ArrayList<>();
    Optional<LocalizedText> said = Optional.empty();
    Optional<DraftDesk.Overtaken> overtaken = Optional.empty();
    final List<LocalizedText> faults = new ArrayList<>();

    Shown(Draft draft, long base, String selected) {
      this.draft = draft;
      this.base = base;
      this.selected =
          draft.level(selected) > 2 ? draft.parent(selected).orElseThrow().id() : selected;
    }
  }

  BuilderView view(Shown shown, Language language, Rights rights) {
    Draft draft = shown.draft;
    String selected = draft.find(shown.selected).map(Piece::id).orElse(draft.whole().id());
    DraftSheet.Reading reading = desk.read(draft, rights);
    Set<EntityIri> mentioned =
        reading.mentions().stream()
            .map(DraftSheet.Mention::target)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<EntityIri, LocalizedText> names = new HashMap<>();
    stores.names(rights).of(mentioned).forEach((iri, name) -> names.put(iri, name.title()));
    DraftWording words = new DraftWording(language, names);
    Set<EntityIri> records = records(draft, selected, reading);
    BuilderForm form =
        new BuilderForm(
            words,
            draft,
            reading,
            shown.overtaken.map(each -> each.merge().collisions()).orElse(List.of()),
            previews.leaves(records, language),
            previews.recordings(records),
            previews.inPublic(mentioned),
            cover(draft, selected, reading, language),
            shown.strict);
    List<BuilderView.Section> sections = outline(draft, words, form);
    EntityIri entity = draft.entity();
    Optional<EntityState> state = journal.state(entity);
    String title = draft.whole().cell("题名");
    int troubles =
        form.troubles(draft.whole())
            + sections.stream()
                .mapToInt(
                    section ->
                        section.troubles()
                            + section.blocks().stream()
                                .mapToInt(BuilderView.BlockLine::troubles)
                                .sum())
                .sum();
    Optional<String> page =
        state.filter(EntityState::isPublic).map(known -> Addresses.pagePath(entity));
    Publishing publishing =
        state
            .map(known -> publishings.of(entity, known, NewSelections.state(known)))
            .orElse(Publishing.NOTHING);
    boolean guided = entity.type() == EntityType.EXHIBITION && guides.isOpen(Guides.EXHIBITION);
    return new BuilderView(
        title.isEmpty() ? words.text("（未定题）", "(no title yet)") : Text.title("zh-Hans", title),
        Kind.valueOf(entity.type().name()),
        entity.type().segment(),
        entity.key(),
        shown.base,
        state.map(NewSelections::state).orElse(EntryView.EntryState.NEW),
        shown.saved,
        DraftJson.write(draft),
        selected,
        shown.said.map(words::text),
        shown.faults.stream().map(words::text).toList(),
        shown.overtaken.map(each -> overtaken(each, words)),
        sections,
        form.editor(selected),
        BlockTypes.ALL.stream()
            .map(
                type ->
                    new BuilderView.BlockKind(
                        type.name(), words.text(type.label()), words.text(type.help())))
            .toList(),
        finder(shown, selected, words, language, rights),
        troubles,
        sections.stream()
            .flatMap(section -> section.blocks().stream())
            .mapToInt(BuilderView.BlockLine::hidden)
            .sum(),
        page,
        publishing,
        guided
            ? Optional.of(
                FirstExhibition.guide(draft, isSaved(draft, state), troubles, publishing, page))
            : Optional.empty());
  }

  /** Whether the newest version says what the draft says. */
  private boolean isSaved(Draft draft, Optional<EntityState> state) {
    return state
        .flatMap(known -> desk.draft(draft.entity(), known.current()))
        .filter(version -> version.whole().saysAs(draft.whole()))
        .isPresent();
  }

  private static List<BuilderView.Section> outline(
      Draft draft, DraftWording words, BuilderForm form) {
    List<BuilderView.Section> sections = new ArrayList<>();
    int number = 1;
    for (Piece section : draft.whole().pieces()) {
      boolean preface = sections.isEmpty() && section.type().equals(Piece.PREFACE);
      sections.add(
          new BuilderView.Section(
              section.id(),
              preface ? Optional.empty() : Optional.of(number++),
              words.section(section),
              form.troubles(section),
              section.pieces().stream().map(block -> line(block, words, form)).toList()));
    }
    return sections;
  }

  private static BuilderView.BlockLine line(Piece block, DraftWording words, BuilderForm form) {
    Optional<BlockType> type = BlockTypes.ofName(block.type());
    long hidden =
        block.pieces().stream()
            .filter(item -> type.isPresent() && form.isHidden(item, type.get()))
            .count();
    return new BuilderView.BlockLine(
        block.id(),
        words.kind(block),
        words.block(block),
        block.pieces().size(),
        form.troubles(block),
        (int) hidden);
  }

  /** The image that is the cover, while the whole is in the editor. */
  private Optional<Image> cover(
      Draft draft, String selected, DraftSheet.Reading reading, Language language) {
    return draft.level(selected) != 0
        ? Optional.empty()
        : reading.mentions().stream()
            .filter(each -> each.id().equals(Piece.WHOLE))
            .filter(each -> each.heading().equals(Operation.COVER))
            .findFirst()
            .flatMap(each -> previews.image(each.target(), language));
  }

  /** The records that a draft shows, in its order. */
  private static Set<EntityIri> shown(Draft draft, DraftSheet.Reading reading) {
    Map<String, EntityIri> records = new HashMap<>();
    reading.mentions().stream()
        .filter(each -> isShown(each.target().type()))
        .forEach(each -> records.put(each.id(), each.target()));
    return draft
        .whole()
        .all()
        .flatMap(piece -> Optional.ofNullable(records.get(piece.id())).stream())
        .distinct()
        .limit(COVERS_FROM)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isShown(EntityType type) {
    return type == EntityType.RECORD || type == EntityType.LOAN;
  }

  /** The records whose pages the form of the selected block, or of the whole, offers. */
  private Set<EntityIri> records(Draft draft, String selected, DraftSheet.Reading reading) {
    if (draft.level(selected) == 0) {
      return shown(draft, reading);
    }
    if (draft.level(selected) != 2) {
      return Set.of();
    }
    Set<String> items =
        draft.find(selected).orElseThrow().pieces().stream()
            .map(Piece::id)
            .collect(Collectors.toSet());
    Set<EntityIri> records = new LinkedHashSet<>();
    for (DraftSheet.Mention mention : reading.mentions()) {
      if (items.contains(mention.id()) && isShown(mention.target().type())) {
        records.add(mention.target());
      } else if (items.contains(mention.id()) && mention.target().type() == EntityType.IMAGE) {
        previews.recordOf(mention.target()).ifPresent(records::add);
      }
    }
    return records;
  }

  private static BuilderView.Overtaken overtaken(
      DraftDesk.Overtaken overtaken, DraftWording words) {
    DraftMerge merge = overtaken.merge();
    Draft merged = merge.merged();
    return new BuilderView.Overtaken(
        overtaken.agent(),
        merge.taken().stream()
            .flatMap(id -> merged.find(id).stream())
            .map(piece -> words.place(merged, piece))
            .toList(),
        merge.collisions().stream()
            .flatMap(
                each ->
                    merged
                        .find(each.id())
                        .map(
                            piece ->
                                new BuilderView.Collision(
                                    each.id(),
                                    words.place(merged, piece),
                                    each.theirs()
                                        .map(theirs -> lines(theirs, each.heading()))
                                        .orElse(List.of())))
                        .stream())
            .toList());
  }

  private static List<Text> lines(Piece theirs, String heading) {
    return heading.isEmpty()
        ? theirs
            .all()
            .flatMap(piece -> piece.cells().entrySet().stream())
            .map(cell -> Text.zh(cell.getKey() + "：" + cell.getValue()))
            .toList()
        : List.of(Text.zh(heading + "：" + theirs.cell(heading)));
  }

  private BuilderView.Finder finder(
      Shown shown, String selected, DraftWording words, Language language, Rights rights) {
    BlockType wanted =
        shown.draft.level(selected) == 2
            ? BlockTypes.ofName(shown.draft.find(selected).orElseThrow().type())
                .orElse(BlockTypes.EXHIBIT)
            : BlockTypes.EXHIBIT;
    boolean people = wanted.member() == EntityType.PERSON;
    Optional<BuilderView.Borrowing> borrowing =
        Optional.of(
                new BuilderView.Borrowing(
                    partners.names(),
                    shown.address,
                    shown.manifest,
                    shown.refused.stream().map(words::text).toList(),
                    shown.notes.stream().map(words::text).toList()))
            .filter(any -> wanted.members().contains(EntityType.LOAN));
    if (shown.query.isBlank() && !shown.searching) {
      return new BuilderView.Finder(
          shown.query, people, List.of(), 0, 1, 0, Optional.empty(), borrowing);
    }
    try {
      SearchResult result =
          stores
              .index(StageKind.WORKING)
              .search(
                  SearchQuery.of(shown.query)
                      .with(
                          Facet.TYPE,
                          wanted.members().stream()
                              .map(EntityType::segment)
                              .collect(Collectors.toSet()))
                      .reaching(rights.reach())
                      .page(shown.page, FOUND),
                  stores.index(StageKind.PUBLIC).versions());
      return new BuilderView.Finder(
          shown.query,
          people,
          found(result, shown.draft, words, language),
          result.total(),
          shown.page,
          (int) Math.min(LAST_PAGE, (result.total() + FOUND - 1) / FOUND),
          Optional.empty(),
          borrowing);
    } catch (SearchRefusedException | IllegalArgumentException refused) {
      return new BuilderView.Finder(
          shown.query,
          people,
          List.of(),
          0,
          1,
          0,
          Optional.of(words.text("这样检索不成，请写简单些", "That cannot be searched; ask more simply")),
          borrowing);
    }
  }

  private List<BuilderView.Found> found(
      SearchResult result, Draft draft, DraftWording words, Language language) {
    Set<String> used =
        draft.whole().all().map(piece -> piece.cell("记录")).collect(Collectors.toSet());
    List<Summary> summaries = result.hits().stream().map(SearchResult.Hit::summary).toList();
    List<RecordCard> cards = previews.records(summaries, language);
    List<BuilderView.Found> found = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      RecordCard card = cards.get(i);
      Summary summary = summaries.get(i);
      List<Text> facts = new ArrayList<>(card.facts().stream().limit(1).toList());
      if (summary.iri().type() == EntityType.LOAN) {
        facts.add(words.text("外馆", "of another institution"));
      }
      summary.code().map(code -> Text.of("zxx", code)).ifPresent(facts::add);
      found.add(
          new BuilderView.Found(
              "take:" + summary.iri().type().segment() + ":" + summary.iri().key(),
              words.text(summary.title()),
              facts,
              card.image().filter(image -> image.readable()),
              result.hits().get(i).publication(),
              used.contains(DraftSheet.memberName(summary.iri()))));
    }
    return found;
  }
}
