package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.stage.Replaceable;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The index that a stage has at the moment. */
public final class ReplaceableIndex implements StageIndex {

  private final Replaceable<LuceneStageIndex> current;

  public ReplaceableIndex(Replaceable<LuceneStageIndex> current) {
    this.current = current;
  }

  @Override
  public long changed() {
    return current.use(StageIndex::changed);
  }

  @Override
  public SearchResult search(SearchQuery query) {
    return current.use(index -> index.search(query));
  }

  @Override
  public SearchResult search(SearchQuery query, Versions published) {
    return current.use(index -> index.search(query, published));
  }

  @Override
  public List<EntityIri> all(SearchQuery query, Versions published, int limit) {
    return current.use(index -> index.all(query, published, limit));
  }

  @Override
  public PageHits pages(PageQuery query) {
    return current.use(index -> index.pages(query));
  }

  @Override
  public Versions versions() {
    return current.use(StageIndex::versions);
  }

  @Override
  public Listing.Stretch list(Listing listing, long first, int size) {
    return current.use(index -> index.list(listing, first, size));
  }

  @Override
  public List<Summary> around(EntityIri entity, Listing listing, int each) {
    return current.use(index -> index.around(entity, listing, each));
  }

  @Override
  public Map<EntityIri, Summary> summaries(Collection<EntityIri> entities) {
    return current.use(index -> index.summaries(entities));
  }

  @Override
  public Map<EntityIri, PageImage> firstImages(Collection<EntityIri> records) {
    return current.use(index -> index.firstImages(records));
  }

  @Override
  public List<Summary> path(EntityIri set) {
    return current.use(index -> index.path(set));
  }

  @Override
  public List<Summary> fonds() {
    return current.use(StageIndex::fonds);
  }

  @Override
  public List<Summary> nearDay(MonthDay day, int limit) {
    return current.use(index -> index.nearDay(day, limit));
  }

  @Override
  public Map<EntityIri, Long> recordsBelow(Collection<EntityIri> sets) {
    return current.use(index -> index.recordsBelow(sets));
  }

  @Override
  public List<ThemeNode> themes(EntityIri scheme) {
    return current.use(index -> index.themes(scheme));
  }

  @Override
  public DueList due(DueQuery query) {
    return current.use(index -> index.due(query));
  }

  @Override
  public List<NameInText> named(String text, Set<EntityType> types) {
    return current.use(index -> index.named(text, types));
  }

  @Override
  public long count(EntityType type) {
    return current.use(index -> index.count(type));
  }

  @Override
  public List<Summary> suggest(String beginning, Set<EntityType> types, int limit) {
    return current.use(index -> index.suggest(beginning, types, limit));
  }
}
