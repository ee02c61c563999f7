package cn.lantai.server.site;

import cn.lantai.archive.Nature;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.search.Facet;
import cn.lantai.search.Marked;
import cn.lantai.search.Publication;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchResult;
import cn.lantai.search.SearchWords;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.SearchView;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Sheet;
import jakarta.ws.rs.NotFoundException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of a search, over whichever stage. */
public final class SearchPage {

  private static final int SUGGESTIONS = 6;
  private static final int BEGINNING = 118;
  private static final int BAR = 18;
  private static final int BAR_HEIGHT = 60;

  private final StageIndex index;
  private final Wording words;
  private final SearchRequest asked;
  private final Map<EntityIri, List<Text>> places = new HashMap<>();

  public SearchPage(StageIndex index, Language language, SearchRequest asked) {
    this(index, language, asked, Staging.NONE);
  }

  /**
   * @param staging where pictures are that are not public
   */
  public SearchPage(StageIndex index, Language language, SearchRequest asked, Staging staging) {
    this.index = index;
    this.words = new Wording(language, staging);
    this.asked = asked;
  }

  /** The page of a search that is not carried out. */
  public SearchView refused(SearchRefusedException.Reason reason) {
    return view(
        new SearchResult(0, List.of(), Map.of(), Map.of(), 0),
        Pager.single(asked.cleared(), 0),
        Optional.of(SearchView.Notice.valueOf(reason.name())));
  }

  /**
   * @throws NotFoundException if there is no such page
   */
  public SearchView view(SearchResult result) {
    SearchQuery query = asked.query();
    long reachable = Math.min(result.total(), SearchQuery.DEPTH);
    Pager pager = new Paging(asked.address(), asked.page(), query.size()).pager(reachable);
    return view(
        result,
        new Pager(pager.base(), pager.page(), pager.pages(), result.total()),
        asked.hasBadDate() ? Optional.of(SearchView.Notice.NOT_A_DATE) : Optional.empty());
  }

  private SearchView view(SearchResult result, Pager pager, Optional<SearchView.Notice> notice) {
    List<SearchView.Group> groups = groups(result);
    return new SearchView(
        asked.path(),
        asked.text(),
        asked.kept(),
        chips(groups),
        asked.cleared(),
        groups,
        histogram(result.decades()),
        asked.from(),
        asked.to(),
        orders(),
        new SearchView.Choice("list", asked.without("view"), !asked.gallery()),
        new SearchView.Choice(
            "gallery", asked.with("view", SearchRequest.GALLERY), asked.gallery()),
        result.total(),
        result.hits().stream().map(this::result).toList(),
        pager,
        notice,
        result.total() == 0 && notice.isEmpty() ? suggestions() : List.of());
  }

  private List<SearchView.Group> groups(SearchResult result) {
    List<SearchView.Group> groups = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<SearchView.Value> values =
          result.facets().getOrDefault(facet, List.of()).stream()
              .map(value -> value(facet, value))
              .toList();
      if (!values.isEmpty()) {
        groups.add(new SearchView.Group(facet, values));
      }
    }
    return groups;
  }

  private SearchView.Value value(Facet facet, SearchResult.Value value) {
    boolean chosen = asked.isChosen(facet, value.key());
    Optional<Kind> kind =
        facet == Facet.TYPE
            ? EntityType.ofSegment(value.key()).map(SearchPage::kind)
            : Optional.empty();
    Optional<Publication> state =
        facet == Facet.STATE
            ? Arrays.stream(Publication.values())
                .filter(each -> each.name().equals(value.key()))
                .findFirst()
            : Optional.empty();
    Optional<Text> text =
        kind.isPresent() || state.isPresent()
            ? Optional.empty()
            : Optional.of(
                value.label().map(words::text).orElseGet(() -> words.choice(facet, value.key())));
    return new SearchView.Value(value.key(), text, kind, state, value.count(), chosen);
  }

  private List<SearchView.Chip> chips(List<SearchView.Group> groups) {
    List<SearchView.Chip> chips = new ArrayList<>();
    asked
        .branch()
        .ifPresent(
            branch ->
                chips.add(
                    new SearchView.Chip(
                        Optional.of(Facet.FONDS),
                        plain(branch.key(), index.summary(branch).map(Summary::title)),
                        asked.without("in"))));
    for (SearchView.Group group : groups) {
      for (SearchView.Value value : group.values()) {
        if (value.chosen()) {
          chips.add(
              new SearchView.Chip(
                  Optional.of(group.facet()), value, asked.without(group.facet(), value.key())));
        }
      }
    }
    if (!asked.from().isEmpty() || !asked.to().isEmpty()) {
      chips.add(
          new SearchView.Chip(
              Optional.empty(),
              plain(asked.from() + "—" + asked.to(), Optional.empty()),
              asked.without("from", "to")));
    }
    return chips;
  }

  private SearchView.Value plain(String key, Optional<LocalizedText> label) {
    return new SearchView.Value(
        key,
        Optional.of(label.map(words::text).orElseGet(() -> Text.of("und", key))),
        Optional.empty(),
        Optional.empty(),
        0,
        true);
  }

  private Optional<SearchView.Histogram> histogram(Map<Integer, Long> decades) {
    if (decades.size() < 2) {
      return Optional.empty();
    }
    int first = decades.keySet().stream().min(Integer::compare).orElseThrow();
    int last = decades.keySet().stream().max(Integer::compare).orElseThrow();
    var peak = decades.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    List<SearchView.Bar> bars = new ArrayList<>();
    for (int decade = first; decade <= last; decade += 10) {
      long count = decades.getOrDefault(decade, 0L);
      int height =
          count == 0 ? 0 : (int) Math.max(2, BAR_HEIGHT * count / Math.max(1, peak.getValue()));
      bars.add(
          new SearchView.Bar(
              decade,
              count,
              (decade - first) / 10 * BAR,
              BAR_HEIGHT + 2 - height,
              height,
              asked.touches(decade)));
    }
    return Optional.of(
        new SearchView.Histogram(bars, peak.getKey(), peak.getValue(), bars.size() * BAR));
  }

  private List<SearchView.Choice> orders() {
    return EnumSet.allOf(SearchQuery.Order.class).stream()
        .map(
            order ->
                new SearchView.Choice(
                    SearchRequest.slug(order),
                    asked.with(
                        "sort",
                        order == SearchQuery.Order.RELEVANCE ? "" : SearchRequest.slug(order)),
                    order == asked.order()))
        .toList();
  }

  private SearchView.Result result(SearchResult.Hit hit) {
    Summary summary = hit.summary();
    boolean chinese = words.isChinese() || hit.title().en().isEmpty();
    String path = Addresses.pagePath(summary.iri());
    int page = hit.page().map(PageImage::page).orElse(1);
    return new SearchView.Result(
        summary.iri().type().segment() + "/" + summary.iri().key(),
        kind(summary.iri().type()),
        hit.publication().isPresent() && Sheet.TYPES.contains(summary.iri().type())
            ? Addresses.formPath(summary.iri())
            : hit.moment()
                .map(moment -> at(moment, path))
                .orElse(page > 1 ? path + "?page=" + page : path),
        marks(chinese ? hit.title().zh() : hit.title().en().get(), chinese ? "zh-Hans" : "en"),
        summary.code(),
        facts(summary),
        place(summary),
        hit.snippet()
            .map(snippet -> marks(snippet, "zh-Hans"))
            .or(() -> summary.about().map(words::text).map(SearchPage::unmarked)),
        hit.page()
            .map(PageImage::label)
            .or(() -> hit.moment().map(SearchResult.Moment::label))
            .map(words::text),
        hit.image().map(words::image),
        summary.terms().contains(Nature.ILLUSTRATIVE.slug()),
        hit.publication());
  }

  private static String at(SearchResult.Moment moment, String path) {
    String key = moment.recording().key();
    return moment.start().isPresent()
        ? StatePlaces.moment(
            path, key, new MediaTime.Span(moment.start().getAsLong(), Optional.empty()))
        : path + "#recording-" + key;
  }

  private List<Text> facts(Summary summary) {
    if (summary.iri().type() == EntityType.PERSON) {
      List<Text> facts = new ArrayList<>();
      words.life(summary.date(), summary.end()).ifPresent(facts::add);
      summary.roles().stream().limit(3).map(Text::zh).forEach(facts::add);
      return facts;
    }
    return words.facts(summary);
  }

  /** Archive and fonds; looked up once for all results of a set. */
  private List<Text> place(Summary summary) {
    return summary.parent().map(set -> places.computeIfAbsent(set, this::place)).orElse(List.of());
  }

  private List<Text> place(EntityIri set) {
    List<Text> place = new ArrayList<>();
    Optional<Summary> fonds = index.path(set).stream().findFirst();
    fonds
        .flatMap(Summary::holder)
        .flatMap(index::summary)
        .map(holder -> words.text(holder.title()))
        .ifPresent(place::add);
    fonds.map(top -> words.text(top.title())).ifPresent(place::add);
    return place;
  }

  /** Names that begin like a word of the search, or like its first two characters. */
  private List<Link> suggestions() {
    Map<EntityIri, Link> found = new LinkedHashMap<>();
    Set<EntityType> types =
        EnumSet.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.EVENT);
    for (SearchWords.Word word : SearchWords.parse(asked.text()).wanted()) {
      String start = word.folded();
      for (String beginning : List.of(start, start.substring(0, Math.min(2, start.length())))) {
        index
            .suggest(beginning, types, SUGGESTIONS)
            .forEach(
                name ->
                    found.putIfAbsent(
                        name.iri(),
                        Link.to(words.text(name.title()), Addresses.pagePath(name.iri()))));
      }
    }
    return found.values().stream().limit(SUGGESTIONS).toList();
  }

  private static SearchView.Marks marks(Marked marked, String lang) {
    return new SearchView.Marks(
        lang,
        marked.pieces().stream()
            .map(piece -> new SearchView.Mark(piece.text(), piece.hit()))
            .toList());
  }

  private static SearchView.Marks unmarked(Text text) {
    return new SearchView.Marks(
        text.lang(), List.of(new SearchView.Mark(beginning(text.value()), false)));
  }

  /** As much as a row has room for, ending between two words. */
  private static String beginning(String text) {
    if (text.length() <= BEGINNING) {
      return text;
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int end = words.preceding(BEGINNING);
    return text.substring(0, end > 0 ? end : BEGINNING).stripTrailing() + "…";
  }

  private static Kind kind(EntityType type) {
    return type == EntityType.RECORD_SET ? Kind.SET : Kind.valueOf(type.name());
  }
}
