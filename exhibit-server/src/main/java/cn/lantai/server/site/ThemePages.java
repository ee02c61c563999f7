package cn.lantai.server.site;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.Facet;
import cn.lantai.search.Listing;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchResult;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.SchemeView;
import cn.lantai.server.site.view.SearchView;
import cn.lantai.server.site.view.ThemeItem;
import cn.lantai.server.site.view.ThemeView;
import cn.lantai.server.site.view.ThemesView;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;

/** The ways in which the holdings are divided: all of them, a concept scheme, a theme. */
final class ThemePages {

  private static final int RECORDS_ON_A_PAGE = 48;
  private static final int SCHEMES = 100;
  private static final int TOPS_ON_A_PAGE = 100;
  private static final int ROOM_BELOW = 400;
  private static final int ON_A_CARD = 8;
  private static final int EVENTS = 100;

  private static final List<Facet> DIMENSIONS =
      List.of(
          Facet.PERIOD, Facet.PLACE, Facet.EVENT, Facet.PERSON, Facet.ORGANISATION, Facet.GENRE);

  private static final List<EntityIri> FIRST = List.of(Scheme.OFFICIAL, Scheme.LOCAL);

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;
  private final Map<EntityIri, ThemeForest> forests = new HashMap<>();

  ThemePages(StageReader stage, StageIndex index, Wording words, Cards cards) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
  }

  PageView list() {
    List<Summary> schemes =
        index.list(Listing.all(EntityType.SCHEME), 0, SCHEMES).summaries().stream()
            .sorted(Comparator.comparingInt(ThemePages::place))
            .toList();
    return new ThemesView(
        schemes.stream().map(this::card).filter(card -> card.count() > 0).toList(), dimensions());
  }

  /** The official list and the local one come first, side by side. */
  private static int place(Summary scheme) {
    int place = FIRST.indexOf(scheme.iri());
    return place < 0 ? FIRST.size() : place;
  }

  private ThemesView.SchemeCard card(Summary scheme) {
    ThemeForest forest = forest(scheme.iri());
    return new ThemesView.SchemeCard(
        Link.to(words.text(scheme.title()), Addresses.pagePath(scheme.iri())),
        ThemeForest.standing(scheme.iri()),
        words.text(scheme.about()),
        forest.size(),
        forest.holdsRecords() ? forest.trees(0, ON_A_CARD, 0) : List.of());
  }

  private List<ThemesView.Dimension> dimensions() {
    SearchResult records =
        index.search(
            SearchQuery.of("")
                .with(Facet.TYPE, Set.of(EntityType.RECORD.segment()))
                .ordered(SearchQuery.Order.ARCHIVAL)
                .page(1, 1));
    List<ThemesView.Dimension> dimensions = new ArrayList<>();
    for (Facet facet : DIMENSIONS) {
      List<ThemeItem> values =
          records.facets().getOrDefault(facet, List.of()).stream()
              .map(value -> value(facet, value))
              .toList();
      if (!values.isEmpty()) {
        dimensions.add(new ThemesView.Dimension(facet, values));
      }
    }
    return dimensions;
  }

  private ThemeItem value(Facet facet, SearchResult.Value value) {
    return new ThemeItem(
        Link.to(
            value.label().map(words::text).orElseGet(() -> words.choice(facet, value.key())),
            search(facet, value.key())),
        value.count(),
        Optional.empty(),
        0,
        List.of());
  }

  private static String search(Facet facet, String key) {
    return "/search?type="
        + EntityType.RECORD.segment()
        + "&"
        + facet.slug()
        + "="
        + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  Optional<PageView> scheme(EntityIri iri, int page) {
    return stage.find(iri).map(Scheme::of).map(scheme -> scheme(scheme, page));
  }

  private PageView scheme(Scheme scheme, int page) {
    Notes notes = new Notes(stage, words, cards);
    Footing footing = notes.footing(scheme.evidence());
    ThemeForest forest = forest(scheme.iri());
    Paging paging = new Paging(cards.path(scheme.iri()), page, TOPS_ON_A_PAGE);
    return new SchemeView(
        words.text(scheme.label()),
        ThemeForest.standing(scheme.iri()),
        words.paragraphs(scheme.description()),
        forest.size(),
        forest.trees(paging.first(), paging.size(), ROOM_BELOW),
        paging.pager(forest.tops()),
        notes.claims(scheme.evidence()),
        footing,
        notes.all(),
        cards.entityLinks(scheme.iri()));
  }

  Optional<PageView> theme(EntityIri iri, int page, Listing.Order order) {
    return stage.find(iri).map(graph -> theme(graph, page, order));
  }

  private PageView theme(EntityGraph graph, int page, Listing.Order order) {
    Theme theme = Theme.of(graph);
    EntityIri iri = theme.iri();
    String path = cards.path(iri);
    Notes notes = new Notes(stage, words, cards);
    Footing footing = notes.footing(theme.evidence());
    ThemeForest forest = forest(theme.scheme());
    Cards.RecordList records =
        cards.records(
            Listing.ofTheme(iri).by(order),
            new Paging(address(path, order), page, RECORDS_ON_A_PAGE));
    List<Link> way = new ArrayList<>(cards.links(List.of(theme.scheme())));
    way.addAll(forest.path(iri));
    return new ThemeView(
        words.text(theme.label()),
        ThemeForest.standing(theme.scheme()),
        way,
        fields(theme),
        related(theme),
        forest.treesBelow(iri, TOPS_ON_A_PAGE, ROOM_BELOW),
        forest.below(iri).size(),
        events(iri),
        notes.claims(theme.evidence()),
        footing,
        notes.all(),
        records.records(),
        search(Facet.THEME, iri.key()),
        List.of(
            choice("date", path, Listing.Order.DATE, order),
            choice("archival", path, Listing.Order.NATURAL, order)),
        records.pager(),
        cards.appearances(iri),
        cards.entityLinks(iri));
  }

  private static SearchView.Choice choice(
      String name, String path, Listing.Order order, Listing.Order current) {
    return new SearchView.Choice(name, address(path, order), order == current);
  }

  private static String address(String path, Listing.Order order) {
    return order == Listing.Order.DATE ? path : path + "?sort=archival";
  }

  private List<Field> fields(Theme theme) {
    Fields fields = new Fields(words, cards);
    fields.zh(Field.Name.NOTATION, theme.notation());
    fields.zh(Field.Name.WORDING, theme.wording());
    fields.zh(Field.Name.GROUP, theme.group());
    fields.zh(Field.Name.SCOPE, theme.scope());
    fields.date(Field.Name.PROPOSED, theme.named());
    fields.zh(Field.Name.NOTE, theme.note());
    return fields.all();
  }

  private List<ThemeView.Group> related(Theme theme) {
    Theme.Links links = theme.links();
    List<ThemeView.Group> groups = new ArrayList<>();
    add(groups, ThemeView.Bond.BROADER, links.broader());
    add(groups, ThemeView.Bond.SAME, bothWays(theme, links.exactMatch(), SKOS.exactMatch));
    add(groups, ThemeView.Bond.CLOSE, bothWays(theme, links.closeMatch(), SKOS.closeMatch));
    add(groups, ThemeView.Bond.RELATED, bothWays(theme, links.related(), SKOS.related));
    return groups;
  }

  /** These properties say the same in both directions, whichever theme says it. */
  private Collection<EntityIri> bothWays(Theme theme, List<EntityIri> said, Property property) {
    Set<EntityIri> both = new LinkedHashSet<>(said);
    both.addAll(stage.pointingAt(property, theme.iri(), EntityType.THEME));
    return both;
  }

  private void add(
      List<ThemeView.Group> groups, ThemeView.Bond bond, Collection<EntityIri> themes) {
    List<ThemeItem> items =
        themes.stream()
            .flatMap(iri -> stage.find(iri).stream())
            .map(Theme::of)
            .flatMap(other -> forest(other.scheme()).item(other.iri()).stream())
            .toList();
    if (!items.isEmpty()) {
      groups.add(new ThemeView.Group(bond, items));
    }
  }

  private List<Link> events(EntityIri theme) {
    return index
        .list(Listing.linkedWith(theme, Set.of(EntityType.EVENT)), 0, EVENTS)
        .summaries()
        .stream()
        .map(each -> Link.to(words.text(each.title()), Addresses.pagePath(each.iri())))
        .toList();
  }

  private ThemeForest forest(EntityIri scheme) {
    return forests.computeIfAbsent(scheme, key -> new ThemeForest(index, key, words));
  }
}
