package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of one stage. Any number of threads may read while one writes; each answer is of one
 * consistent state.
 */
public interface StageIndex {

  /**
   * Stays the same as long as all answers stay the same, and never comes back for others within the
   * life of the process.
   */
  long changed();

  /**
   * @throws SearchRefusedException if it takes too long
   */
  SearchResult search(SearchQuery query);

  /**
   * The same, with each result's {@link Publication}.
   *
   * @param published the versions of the public stage
   */
  SearchResult search(SearchQuery query, Versions published);

  /**
   * All that a search finds, in archival order, whatever page is asked for.
   *
   * @param published the versions of the public stage
   * @param limit more are left out
   * @throws SearchRefusedException if it takes too long
   */
  List<EntityIri> all(SearchQuery query, Versions published, int limit);

  /**
   * Page images on which words stand, and recordings in which they are said.
   *
   * @throws SearchRefusedException if it takes too long
   */
  PageHits pages(PageQuery query);

  /** Which version of each entity the index holds. */
  Versions versions();

  /**
   * A stretch of a list, at any depth.
   *
   * @param first counted from 0
   */
  Listing.Stretch list(Listing listing, long first, int size);

  /**
   * Up to {@code each} entities before and after this one in its list, itself between them; empty
   * if the index does not have it.
   */
  List<Summary> around(EntityIri entity, Listing listing, int each);

  /** What the index keeps of these; those that it does not have are left out. */
  Map<EntityIri, Summary> summaries(Collection<EntityIri> entities);

  /** The first page image of each of these records; those without images are left out. */
  Map<EntityIri, PageImage> firstImages(Collection<EntityIri> records);

  /** The sets from the fonds down to this one, itself included. */
  List<Summary> path(EntityIri set);

  /** The sets at the top of the tree. */
  List<Summary> fonds();

  /**
   * Records of an exact day that come first round the year from this one on, both ways.
   *
   * @param limit how many at most
   */
  List<Summary> nearDay(MonthDay day, int limit);

  /** How many records lie in each of these sets, at any depth. */
  Map<EntityIri, Long> recordsBelow(Collection<EntityIri> sets);

  /** The themes of a concept scheme in their order, each with what it holds. */
  List<ThemeNode> themes(EntityIri scheme);

  /** The records whose opening is due, and how many there are by year and fonds. */
  DueList due(DueQuery query);

  /**
   * The entities of these types whose whole names stand in a text, with the place of each. Of names
   * that overlap the longest counts; namesakes are all told.
   */
  List<NameInText> named(String text, Set<EntityType> types);

  /** How many entities of the type there are. */
  long count(EntityType type);

  /** Entities one of whose names, or its pinyin, begins like this. */
  List<Summary> suggest(String beginning, Set<EntityType> types, int limit);

  /** What the index has of one entity. */
  default Optional<Summary> summary(EntityIri entity) {
    return Optional.ofNullable(summaries(Set.of(entity)).get(entity));
  }
}
