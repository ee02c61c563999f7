package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words empty for everything
 * @param chosen the values of each facet of which a result has at least one
 * @param from results reach to this day or beyond
 * @param to results begin on this day or before
 * @param branch a record set: only what lies in it, at any depth
 * @param reach nothing beyond is found
 * @param page counted from 1
 * @param size results on a page
 */
public record SearchQuery(
    SearchWords words,
    Map<Facet, Set<String>> chosen,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<EntityIri> branch,
    Reach reach,
    Order order,
    int page,
    int size) {

  /** How far a search can be paged; what lies deeper is found by narrowing it. */
  public static final int DEPTH = 10_000;

  static final int MOST_VALUES = 50;
  private static final int LARGEST_PAGE = 100;

  /** In which order results come. */
  public enum Order {
    RELEVANCE,
    /** By reference code; what has none comes after, in the order of its kind. */
    ARCHIVAL,
    /** The earliest first; what has no date comes last. */
    DATE
  }

  /**
   * @throws SearchRefusedException if the page lies too deep or too many values are chosen
   */
  public SearchQuery {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(reach, "reach");
    Objects.requireNonNull(order, "order");
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    chosen.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            copy.put(facet, Set.copyOf(new LinkedHashSet<>(values)));
          }
        });
    if (copy.values().stream().mapToInt(Set::size).sum() > MOST_VALUES) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_MANY_FILTERS);
    }
    chosen = Map.copyOf(copy);
    if (branch.isPresent() && branch.get().type() != EntityType.RECORD_SET) {
      throw new IllegalArgumentException("Not a branch of the tree: " + branch.get());
    }
    if (page < 1 || size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("Page " + page + " of " + size);
    }
    if ((long) page * size > DEPTH) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_DEEP);
    }
  }

  public static SearchQuery of(String text) {
    return new SearchQuery(
        SearchWords.parse(text),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Reach.EVERYTHING,
        Order.RELEVANCE,
        1,
        20);
  }

  public SearchQuery with(Facet facet, Set<String> values) {
    Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
    more.putAll(chosen);
    more.put(facet, values);
    return new SearchQuery(words, more, from, to, branch, reach, order, page, size);
  }

  public SearchQuery during(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new SearchQuery(words, chosen, first, last, branch, reach, order, page, size);
  }

  public SearchQuery within(EntityIri set) {
    return new SearchQuery(words, chosen, from, to, Optional.of(set), reach, order, page, size);
  }

  public SearchQuery ordered(Order other) {
    return new SearchQuery(words, chosen, from, to, branch, reach, other, page, size);
  }

  public SearchQuery reaching(Reach other) {
    return new SearchQuery(words, chosen, from, to, branch, other, order, page, size);
  }

  public SearchQuery page(int number, int results) {
    return new SearchQuery(words, chosen, from, to, branch, reach, order, number, results);
  }

  Set<String> chosen(Facet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  int first() {
    return (page - 1) * size;
  }
}
