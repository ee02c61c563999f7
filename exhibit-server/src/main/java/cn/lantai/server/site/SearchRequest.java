package cn.lantai.server.site;

import cn.lantai.date.EdtfDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.Facet;
import cn.lantai.search.Reach;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchWords;
import cn.lantai.server.site.view.SearchView;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A search as its address asks for it. What it does not know is passed over; each address that it
 * gives out asks for this search with one thing changed.
 */
public final class SearchRequest {

  static final String GALLERY = "gallery";
  private static final int ON_A_PAGE = 20;
  private static final int LONGEST_VALUE = 200;

  private final String path;
  private final String text;
  private final Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
  private final String from;
  private final String to;
  private final Optional<EntityIri> branch;
  private final SearchQuery.Order order;
  private final boolean gallery;
  private final int page;

  /**
   * @param path of the search itself
   * @throws NotFoundException if the page is no number
   */
  public SearchRequest(String path, MultivaluedMap<String, String> parameters) {
    this.path = path;
    text = first(parameters, "q");
    for (Facet facet : Facet.values()) {
      Set<String> values = new LinkedHashSet<>();
      for (String value : parameters.getOrDefault(facet.slug(), List.of())) {
        if (!value.isBlank() && value.length() <= LONGEST_VALUE) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        chosen.put(facet, values);
      }
    }
    from = shortened(first(parameters, "from"));
    to = shortened(first(parameters, "to"));
    branch =
        Optional.of(first(parameters, "in"))
            .filter(EntityIri::isKey)
            .map(key -> new EntityIri(EntityType.RECORD_SET, key));
    order = order(first(parameters, "sort"));
    gallery = first(parameters, "view").equals(GALLERY);
    String number = first(parameters, "page");
    if (!number.isEmpty() && !number.matches("[1-9]\\d{0,5}")) {
      throw new NotFoundException();
    }
    page = number.isEmpty() ? 1 : Integer.parseInt(number);
  }

  /**
   * A search as the query of an address has it.
   *
   * @param query without the question mark
   * @throws IllegalArgumentException if it is none
   */
  public static SearchRequest of(String path, String query) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.add(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    parameters.remove("page");
    return new SearchRequest(path, parameters);
  }

  /** The query of its address, without the page and how it is shown. */
  public String asQuery() {
    String address = without("view", "sort");
    return address.substring(Math.min(address.length(), path.length() + 1));
  }

  /**
   * @throws SearchRefusedException if it asks for too much
   */
  public SearchQuery query() {
    return new SearchQuery(
        SearchWords.parse(text),
        chosen,
        date(from).flatMap(EdtfDate::earliest),
        date(to).flatMap(EdtfDate::latest),
        branch,
        Reach.EVERYTHING,
        order,
        page,
        ON_A_PAGE);
  }

  /** What was typed, cut to what a page can show again. */
  String text() {
    return text.length() <= SearchWords.LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SearchWords.LONGEST / 2));
  }

  String path() {
    return path;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  Optional<EntityIri> branch() {
    return branch;
  }

  /** The record sets to which the search is narrowed. */
  public Set<EntityIri> sets() {
    Set<EntityIri> sets = new LinkedHashSet<>(branch.stream().toList());
    chosen.getOrDefault(Facet.FONDS, Set.of()).stream()
        .filter(EntityIri::isKey)
        .map(key -> new EntityIri(EntityType.RECORD_SET, key))
        .forEach(sets::add);
    return sets;
  }

  boolean gallery() {
    return gallery;
  }

  SearchQuery.Order order() {
    return order;
  }

  int page() {
    return page;
  }

  Map<Facet, Set<String>> chosen() {
    return chosen;
  }

  /** The values that are chosen in a facet. */
  public Set<String> chosen(Facet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  boolean isChosen(Facet facet, String value) {
    return chosen.getOrDefault(facet, Set.of()).contains(value);
  }

  /** Whether a bound was typed that is no date. */
  boolean hasBadDate() {
    return !from.isEmpty() && date(from).isEmpty() || !to.isEmpty() && date(to).isEmpty();
  }

  /** Whether a decade lies within the dates asked for; all do if none are. */
  boolean touches(int decade) {
    Optional<LocalDate> first = date(from).flatMap(EdtfDate::earliest);
    Optional<LocalDate> last = date(to).flatMap(EdtfDate::latest);
    return first.map(day -> day.getYear() <= decade + 9).orElse(true)
        && last.map(day -> day.getYear() >= decade).orElse(true);
  }

  /** This search without its page number. */
  public String address() {
    return address(parameters());
  }

  String without(Facet facet, String value) {
    List<SearchView.Parameter> rest = parameters();
    rest.remove(new SearchView.Parameter(facet.slug(), value));
    return address(rest);
  }

  String without(String... names) {
    List<SearchView.Parameter> rest = parameters();
    rest.removeIf(parameter -> List.of(names).contains(parameter.name()));
    return address(rest);
  }

  String with(String name, String value) {
    List<SearchView.Parameter> rest = parameters();
    rest.removeIf(parameter -> parameter.name().equals(name));
    if (!value.isEmpty()) {
      rest.add(new SearchView.Parameter(name, value));
    }
    return address(rest);
  }

  /** Words and way of showing, without what narrows. */
  String cleared() {
    return address(kept());
  }

  /** What a form that changes the facets has to carry along. */
  List<SearchView.Parameter> kept() {
    List<SearchView.Parameter> kept = parameters();
    Set<String> narrowing = new LinkedHashSet<>(List.of("from", "to", "in"));
    for (Facet facet : Facet.values()) {
      narrowing.add(facet.slug());
    }
    kept.removeIf(parameter -> narrowing.contains(parameter.name()));
    return kept;
  }

  private List<SearchView.Parameter> parameters() {
    List<SearchView.Parameter> all = new ArrayList<>();
    add(all, "q", text());
    chosen.forEach((facet, values) -> values.forEach(value -> add(all, facet.slug(), value)));
    add(all, "from", from);
    add(all, "to", to);
    branch.ifPresent(set -> add(all, "in", set.key()));
    add(all, "sort", order == SearchQuery.Order.RELEVANCE ? "" : slug(order));
    add(all, "view", gallery ? GALLERY : "");
    return all;
  }

  private String address(List<SearchView.Parameter> parameters) {
    StringBuilder address = new StringBuilder(path);
    char joint = '?';
    for (SearchView.Parameter parameter : parameters) {
      address
          .append(joint)
          .append(parameter.name())
          .append('=')
          .append(URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8));
      joint = '&';
    }
    return address.toString();
  }

  static String slug(SearchQuery.Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  private static SearchQuery.Order order(String slug) {
    for (SearchQuery.Order order : SearchQuery.Order.values()) {
      if (slug(order).equals(slug)) {
        return order;
      }
    }
    return SearchQuery.Order.RELEVANCE;
  }

  /** A year, a month or a day. */
  private static Optional<EdtfDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(EdtfDate.parse(text));
    } catch (IllegalArgumentException notADate) {
      return Optional.empty();
    }
  }

  private static void add(List<SearchView.Parameter> all, String name, String value) {
    if (!value.isEmpty()) {
      all.add(new SearchView.Parameter(name, value));
    }
  }

  private static String first(MultivaluedMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private static String shortened(String value) {
    return value.length() <= 20 ? value : value.substring(0, 20);
  }
}
