package cn.lantai.server.site;

import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.ArchiveLevelView;
import cn.lantai.server.site.view.ArchivesView;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.HolderCard;
import cn.lantai.server.site.view.LevelRow;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree of holdings: holders, fonds, series and files. */
final class ArchivePages {

  private static final int ON_A_PAGE = 48;
  private static final int HOLDERS_ON_A_PAGE = 20;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;

  ArchivePages(StageReader stage, StageIndex index, Wording words, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
  }

  PageView list(int page) {
    List<HolderCard> holders = holders();
    Paging paging = new Paging("/archives", page, HOLDERS_ON_A_PAGE);
    return new ArchivesView(
        holders.stream().skip(paging.first()).limit(paging.size()).toList(),
        paging.pager(holders.size()));
  }

  /** Those who hold most come first. */
  List<HolderCard> holders() {
    Map<EntityIri, List<Summary>> fonds = new LinkedHashMap<>();
    for (Summary set : index.fonds()) {
      set.holder()
          .ifPresent(holder -> fonds.computeIfAbsent(holder, key -> new ArrayList<>()).add(set));
    }
    Map<EntityIri, Summary> named = index.summaries(fonds.keySet());
    return fonds.entrySet().stream()
        .filter(entry -> named.containsKey(entry.getKey()))
        .map(entry -> holder(named.get(entry.getKey()), entry.getValue()))
        .sorted(
            Comparator.comparingLong(HolderCard::recordCount)
                .reversed()
                .thenComparing(HolderCard::href))
        .toList();
  }

  private HolderCard holder(Summary holder, List<Summary> fonds) {
    List<LevelRow> rows = rows(fonds);
    return new HolderCard(
        holderPath(holder.iri()),
        words.text(holder.title()),
        Optional.empty(),
        rows.size(),
        rows.stream().mapToLong(LevelRow::recordCount).sum(),
        rows);
  }

  private List<LevelRow> rows(List<Summary> sets) {
    Map<EntityIri, Long> records = index.recordsBelow(sets.stream().map(Summary::iri).toList());
    return sets.stream()
        .map(
            set ->
                new LevelRow(
                    Addresses.pagePath(set.iri()),
                    set.code().orElse(""),
                    words.text(set.title()),
                    set.date().map(words::date),
                    records.getOrDefault(set.iri(), 0L),
                    nature(Nature.of(set.terms()))))
        .toList();
  }

  Optional<PageView> level(EntityIri iri, int page) {
    return stage.recordSet(iri).map(set -> level(set, page));
  }

  private PageView level(RecordSet set, int page) {
    Notes notes = new Notes(stage, words, cards);
    Footing footing = notes.footing(set.evidence());
    Paging paging = new Paging(cards.path(set.iri()), page, ON_A_PAGE);
    Content content = content(set.iri(), paging);
    Description description =
        new Description(words, cards)
            .text("reference-code", Text.of("und", set.code().value()))
            .date(set.date())
            .links("creator", set.creators())
            .links("holder", set.holder().stream().toList())
            .term("nature", set.nature().slug())
            .elements(set.elements());
    set.access().ifPresent(state -> description.term("access", state.slug()));
    List<Link> path = new ArrayList<>(path(set.iri()));
    if (!path.isEmpty()) {
      path.remove(path.size() - 1);
    }
    return new ArchiveLevelView(
        switch (set.level()) {
          case FONDS -> ArchiveLevelView.Level.FONDS;
          case SERIES -> ArchiveLevelView.Level.SERIES;
          case FILE, ITEM -> ArchiveLevelView.Level.FILE;
        },
        words.text(set.title()),
        Optional.of(set.code().value()),
        nature(set.nature()),
        path,
        words.paragraphs(set.elements().text("scope")),
        description.groups(set.level(), "scope"),
        content.sets(),
        content.setCount(),
        content.records(),
        content.recordCount(),
        paging.pager(content.setCount() + content.recordCount()),
        footing,
        notes.all(),
        cards.entityLinks(set.iri()));
  }

  /**
   * What lies directly in a set: first the sets, then the records.
   *
   * @param sets of this page, as the records are
   */
  private record Content(
      List<LevelRow> sets, long setCount, List<RecordCard> records, long recordCount) {}

  private Content content(EntityIri set, Paging paging) {
    Listing.Stretch sets =
        index.list(Listing.in(set, EntityType.RECORD_SET), paging.first(), paging.size());
    int left = paging.size() - sets.summaries().size();
    Listing.Stretch records =
        index.list(
            Listing.in(set, EntityType.RECORD), Math.max(0, paging.first() - sets.total()), left);
    return new Content(
        rows(sets.summaries()), sets.total(), cards.records(records.summaries()), records.total());
  }

  /** The page of an archive: its fonds. */
  Optional<PageView> holder(EntityIri iri, int page) {
    Paging paging = new Paging(holderPath(iri), page, ON_A_PAGE);
    Listing.Stretch fonds =
        index.list(
            Listing.linkedWith(iri, Set.of(EntityType.RECORD_SET)), paging.first(), paging.size());
    return stage
        .agent(iri)
        .filter(agent -> fonds.total() > 0)
        .map(
            agent ->
                new ArchiveLevelView(
                    ArchiveLevelView.Level.HOLDER,
                    words.text(agent.name()),
                    Optional.empty(),
                    nature(Nature.KNOWN),
                    List.of(),
                    words.paragraphs(agent.summary()),
                    List.of(),
                    rows(fonds.summaries()),
                    fonds.total(),
                    List.of(),
                    0,
                    paging.pager(fonds.total()),
                    Footing.NONE,
                    List.of(),
                    cards.entityLinks(iri)));
  }

  /** From the holder down to the set itself. */
  List<Link> path(EntityIri set) {
    List<Link> path = new ArrayList<>();
    List<Summary> sets = index.path(set);
    sets.stream()
        .findFirst()
        .flatMap(Summary::holder)
        .flatMap(index::summary)
        .map(holder -> Link.to(words.text(holder.title()), holderPath(holder.iri())))
        .ifPresent(path::add);
    sets.forEach(
        each -> path.add(Link.to(words.text(each.title()), Addresses.pagePath(each.iri()))));
    return path;
  }

  private static String holderPath(EntityIri holder) {
    return "/archives/" + holder.key();
  }

  private static cn.lantai.server.site.view.Nature nature(Nature nature) {
    return switch (nature) {
      case KNOWN -> cn.lantai.server.site.view.Nature.REAL;
      case PRESUMED -> cn.lantai.server.site.view.Nature.ASSIGNED;
      case ILLUSTRATIVE -> cn.lantai.server.site.view.Nature.EXAMPLE;
    };
  }
}
