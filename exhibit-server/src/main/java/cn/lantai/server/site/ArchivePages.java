package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.ArchiveLevelView;
import cn.lantai.server.site.view.ArchivesView;
import cn.lantai.server.site.view.HolderCard;
import cn.lantai.server.site.view.LevelRow;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Nature;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree of holdings: holders, fonds, series and files. */
final class ArchivePages {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private final Map<EntityIri, List<ArchivalRecord>> records = new HashMap<>();

  ArchivePages(StageReader stage, Wording words, Cards cards) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
  }

  PageView list(int page) {
    Paging<HolderCard> paging = new Paging<>(holders(), "/archives", page, 20);
    return new ArchivesView(paging.items(), paging.pager());
  }

  List<HolderCard> holders() {
    Map<EntityIri, List<RecordSet>> fonds = new HashMap<>();
    for (EntityIri iri : stage.all(Rico.RecordSet, EntityType.RECORD_SET)) {
      RecordSet set = stage.recordSet(iri).orElseThrow();
      if (set.parent().isEmpty() && set.holder().isPresent()) {
        fonds.computeIfAbsent(set.holder().get(), key -> new ArrayList<>()).add(set);
      }
    }
    return fonds.entrySet().stream()
        .filter(entry -> stage.exists(entry.getKey()))
        .map(entry -> holder(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(HolderCard::recordCount)
                .reversed()
                .thenComparing(HolderCard::href))
        .toList();
  }

  private HolderCard holder(EntityIri iri, List<RecordSet> fonds) {
    List<LevelRow> rows =
        fonds.stream().sorted(Comparator.comparing(RecordSet::code)).map(this::row).toList();
    return new HolderCard(
        "/archives/" + iri.key(),
        words.text(stage.label(iri).orElseThrow()),
        Optional.empty(),
        rows.size(),
        rows.stream().mapToLong(LevelRow::recordCount).sum(),
        rows);
  }

  private LevelRow row(RecordSet set) {
    return new LevelRow(
        Addresses.pagePath(set.iri()),
        set.code().value(),
        words.text(set.title()),
        set.date().map(words::date),
        countBelow(set.iri(), 0),
        nature(set.nature()));
  }

  private long countBelow(EntityIri set, int depth) {
    long count = stage.pointingAt(Rico.isDirectlyIncludedIn, set, EntityType.RECORD).size();
    if (depth < StageReader.MAX_DEPTH) {
      for (EntityIri child :
          stage.pointingAt(Rico.isDirectlyIncludedIn, set, EntityType.RECORD_SET)) {
        count += countBelow(child, depth + 1);
      }
    }
    return count;
  }

  Optional<PageView> level(EntityIri iri, int page) {
    return stage.recordSet(iri).map(set -> level(set, page));
  }

  private PageView level(RecordSet set, int page) {
    Notes notes = new Notes(cards::link);
    notes.numbers(set.evidence().sources());
    Paging<ArchivalRecord> paging =
        new Paging<>(recordsIn(set.iri()), Addresses.pagePath(set.iri()), page, 48);
    List<RecordCard> shown = paging.items().stream().map(cards::record).toList();
    Description description =
        new Description(words, cards)
            .text("reference-code", Text.of("und", set.code().value()))
            .date(set.date())
            .links("creator", set.creators())
            .links("holder", set.holder().stream().toList())
            .term("nature", set.nature().slug())
            .elements(set.elements());
    set.access().ifPresent(state -> description.term("access", state.slug()));
    set.evidence().certainty().ifPresent(is -> description.term("certainty", is.slug()));
    List<Link> path = new ArrayList<>(path(set.iri()));
    path.remove(path.size() - 1);
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
        children(set.iri()),
        shown,
        paging.pager(),
        notes.all(),
        cards.entityLinks(set.iri()));
  }

  /** The page of an archive: its fonds. */
  Optional<PageView> holder(EntityIri iri, int page) {
    List<LevelRow> fonds =
        stage.pointingAt(Rico.hasOrHadHolder, iri, EntityType.RECORD_SET).stream()
            .flatMap(set -> stage.recordSet(set).stream())
            .sorted(Comparator.comparing(RecordSet::code))
            .map(this::row)
            .toList();
    Paging<RecordCard> none = new Paging<>(List.of(), "/archives/" + iri.key(), page, 48);
    return stage
        .agent(iri)
        .filter(agent -> !fonds.isEmpty())
        .map(
            agent ->
                new ArchiveLevelView(
                    ArchiveLevelView.Level.HOLDER,
                    words.text(agent.name()),
                    Optional.empty(),
                    Nature.REAL,
                    List.of(),
                    words.paragraphs(agent.summary()),
                    List.of(),
                    fonds,
                    none.items(),
                    none.pager(),
                    List.of(),
                    cards.entityLinks(iri)));
  }

  private List<LevelRow> children(EntityIri set) {
    return stage.pointingAt(Rico.isDirectlyIncludedIn, set, EntityType.RECORD_SET).stream()
        .flatMap(iri -> stage.recordSet(iri).stream())
        .sorted(Comparator.comparing(RecordSet::code))
        .map(this::row)
        .toList();
  }

  /** The records directly in a set, in archival order. */
  List<ArchivalRecord> recordsIn(EntityIri set) {
    return records.computeIfAbsent(
        set,
        key ->
            stage.pointingAt(Rico.isDirectlyIncludedIn, key, EntityType.RECORD).stream()
                .flatMap(iri -> stage.record(iri).stream())
                .sorted(Comparator.comparing(ArchivalRecord::code))
                .toList());
  }

  /** From the holder down to the set itself. */
  List<Link> path(EntityIri set) {
    List<Link> path = new ArrayList<>();
    Optional<EntityIri> here = Optional.of(set);
    Optional<EntityIri> holder = Optional.empty();
    while (here.isPresent() && path.size() < StageReader.MAX_DEPTH) {
      cards.link(here.get()).ifPresent(link -> path.add(0, link));
      Optional<RecordSet> described = here.flatMap(stage::recordSet);
      holder = described.flatMap(RecordSet::holder);
      here = described.flatMap(RecordSet::parent);
    }
    holder
        .flatMap(iri -> stage.label(iri).map(label -> holderLink(iri, words.text(label))))
        .ifPresent(link -> path.add(0, link));
    return path;
  }

  private static Link holderLink(EntityIri holder, Text name) {
    return Link.to(name, "/archives/" + holder.key());
  }

  private static Nature nature(cn.lantai.archive.Nature nature) {
    return switch (nature) {
      case KNOWN -> Nature.REAL;
      case PRESUMED -> Nature.ASSIGNED;
      case ILLUSTRATIVE -> Nature.EXAMPLE;
    };
  }
}
