package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.search.Facet;
import cn.lantai.search.Listing;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchResult;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.site.view.CompareView;
import cn.lantai.server.site.view.RecordCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page that lays records side by side. What the address names and is not there is said, and the
 * rest is shown.
 */
final class ComparePage {

  static final String PATH = "/compare";
  static final int MOST = 4;
  private static final int OFFERED = 8;
  private static final int LONGEST_NAME = 210;

  /** A record and one of its pages: {@code r005}, {@code r005:2}. */
  private static final Pattern NAME = Pattern.compile("([a-z0-9._-]+)(?::([1-9]\\d{0,5}))?");

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;

  ComparePage(StageReader stage, StageIndex index, Wording words, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
  }

  /** A record that is there, and the page at which it is opened. */
  private record Opened(String name, EntityIri record, Optional<PageImage> page) {}

  /**
   * @param names records, each with a page if not the first is meant
   * @param query what to look for among the records to add
   */
  CompareView view(List<String> names, String query) {
    List<Opened> opened = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    names.stream()
        .distinct()
        .limit(MOST)
        .forEach(
            name ->
                open(name)
                    .ifPresentOrElse(
                        opened::add,
                        () ->
                            missing.add(name.substring(0, Math.min(name.length(), LONGEST_NAME)))));
    boolean full = opened.size() >= MOST;
    return new CompareView(
        opened.stream().map(each -> pane(each, opened)).toList(),
        query,
        full ? List.of() : offered(opened, query),
        missing,
        full);
  }

  private Optional<Opened> open(String name) {
    Matcher matcher = NAME.matcher(name);
    if (name.length() > LONGEST_NAME || !matcher.matches() || !EntityIri.isKey(matcher.group(1))) {
      return Optional.empty();
    }
    EntityIri record = new EntityIri(EntityType.RECORD, matcher.group(1));
    if (stage.record(record).isEmpty()) {
      return Optional.empty();
    }
    List<PageImage> pages = stage.images(record);
    if (matcher.group(2) == null) {
      return Optional.of(new Opened(name, record, pages.stream().findFirst()));
    }
    int number = Integer.parseInt(matcher.group(2));
    return pages.stream()
        .filter(page -> page.page() == number)
        .findFirst()
        .map(page -> new Opened(name, record, Optional.of(page)));
  }

  private CompareView.Pane pane(Opened opened, List<Opened> all) {
    RecordCard card = cards.record(opened.record()).orElseThrow();
    boolean readable =
        stage.images(opened.record()).stream().anyMatch(page -> page.content().isPresent());
    return new CompareView.Pane(
        opened.name(),
        opened.page().map(page -> Cards.at(card, page)).orElse(card),
        opened.page().map(page -> words.text(page.label())),
        opened.page().map(cards::image),
        cards.entityLinks(opened.record()).manifest().filter(manifest -> readable),
        opened.page().filter(page -> page.content().isPresent()).map(cards::canvas),
        address(all.stream().map(Opened::name).filter(name -> !name.equals(opened.name()))));
  }

  private List<CompareView.Offer> offered(List<Opened> opened, String query) {
    Set<EntityIri> there = opened.stream().map(Opened::record).collect(Collectors.toSet());
    List<Summary> records =
        (query.isBlank() ? beside(opened) : found(query))
            .stream().filter(record -> !there.contains(record.iri())).limit(OFFERED).toList();
    List<RecordCard> shown = cards.records(records);
    return IntStream.range(0, shown.size())
        .mapToObj(
            i ->
                new CompareView.Offer(
                    shown.get(i),
                    address(
                        Stream.concat(
                            opened.stream().map(Opened::name),
                            Stream.of(records.get(i).iri().key())))))
        .toList();
  }

  private List<Summary> beside(List<Opened> opened) {
    return opened.stream()
        .findFirst()
        .flatMap(first -> stage.record(first.record()))
        .map(
            first ->
                index.around(
                    first.iri(), Listing.in(first.parent(), EntityType.RECORD), OFFERED / 2))
        .orElse(List.of());
  }

  private List<Summary> found(String query) {
    SearchQuery records =
        SearchQuery.of(query)
            .with(Facet.TYPE, Set.of(EntityType.RECORD.segment()))
            .page(1, OFFERED + MOST);
    return index.search(records).hits().stream().map(SearchResult.Hit::summary).toList();
  }

  /**
   * The address of a comparison.
   *
   * @param names which need no escape in a query
   */
  static String address(Stream<String> names) {
    String query = names.map(name -> "r=" + name).collect(Collectors.joining("&"));
    return PATH + (query.isEmpty() ? "" : "?" + query);
  }
}
