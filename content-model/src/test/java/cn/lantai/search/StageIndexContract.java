package cn.lantai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Rico;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index of a stage does. Inherit, and make an index of some entities. */
abstract class StageIndexContract {

  private static final EntityIri MAODUN = Holdings.iri(EntityType.PERSON, "maodun");
  private static final EntityIri FONDS = Holdings.iri(EntityType.RECORD_SET, "f1");
  private static final EntityIri FILE = Holdings.iri(EntityType.RECORD_SET, "f1-a");

  private static final int MANY = 1200;
  private static final int NO_YEAR = 9999;

  private final List<EntityGraph> holdings = new ArrayList<>();
  private StageIndex index;

  /** An index of these, and of nothing else; closed after the test. */
  protected abstract StageIndex index(Collection<EntityGraph> entities);

  @BeforeEach
  void smallHoldings() {
    EntityIri archive = Holdings.iri(EntityType.ORGANISATION, "o1");
    EntityIri wuzhen = Holdings.iri(EntityType.PLACE, "pl-wuzhen");
    holdings.add(Holdings.of(EntityType.ORGANISATION, "o1", "桐乡市档案馆").graph());
    holdings.add(Holdings.of(EntityType.PLACE, "pl-wuzhen", "乌镇").graph());
    holdings.add(
        Holdings.of(EntityType.PERSON, "maodun", "茅盾")
            .name("沈雁冰", "name-courtesy")
            .name("Máo Dùn", "name-pinyin")
            .date(Rico.hasBirthDate, "1896-07-04")
            .date(Rico.hasDeathDate, "1981-03-27")
            .graph());
    holdings.add(Holdings.of(EntityType.PERSON, "chen", "陈望道").graph());
    holdings.add(
        Holdings.set("f1", "X1", Optional.empty(), "茅盾全宗")
            .link(Rico.hasOrHadHolder, archive)
            .graph());
    holdings.add(Holdings.set("f1-a", "X1-A", Optional.of("f1"), "书信").graph());
    holdings.add(Holdings.set("f2", "X2", Optional.empty(), "县政府全宗").graph());
    holdings.add(
        Holdings.record("r1", "X1-A-0002", "f1-a", "致母親信")
            .link(Rico.hasCreator, MAODUN)
            .link(Rico.isAssociatedWithPlace, wuzhen)
            .date(Rico.hasCreationDate, "1935-02-23")
            .form("书信")
            .text(Rico.scopeAndContent, "途中雨雪，學堂停課；鄉(xiāng)鎮(zhèn)檔(dàng)案附後。")
            .graph());
    holdings.add(
        Holdings.record("r2", "X1-A-0010", "f1-a", "借門板字據")
            .date(Rico.hasCreationDate, "1935/1938")
            .form("字据")
            .graph());
    holdings.add(
        Holdings.record("r3", "X2-0001", "f2", "急電")
            .link(Rico.hasOrHadSubject, MAODUN)
            .date(Rico.hasCreationDate, "1949-10-02")
            .form("电报")
            .graph());
    holdings.add(Holdings.page("r1-1", "r1", 1, "天明始知\n门板被借"));
    holdings.add(Holdings.page("r1-2", "r1", 2, "太平\n渡"));
    index = index(holdings);
  }

  @ParameterizedTest
  @CsvSource({
    "门板, record/r1, r1-1",
    "門板, '', r1-1",
    "太平渡, record/r1, r1-2",
    "天明 门板, '', r1-1",
    "天明 -门板, '', ''",
    "门板 太平渡, '', ''",
    "门板, record/r2, ''",
    "门板, set/f1, r1-1",
    "门板, set/f1-a, r1-1",
    "门板, set/f2, ''",
    "门板, person/maodun, r1-1",
    "门板, person/chen, ''",
    "门板, set/nothing, ''",
    "信, '', ''",
    "？, '', ''"
  })
  void wordsFindPagesOfAThing(String words, String thing, String images) {
    Optional<EntityIri> within = EntityIri.parse(EntityIri.INTERNAL_BASE + "id/" + thing);
    PageHits hits = pages(words, within, Optional.empty(), 0);
    assertEquals(
        images, hits.found().stream().map(EntityIri::key).collect(Collectors.joining(" ")));
    assertEquals(hits.found().size(), hits.total());
  }

  @Test
  void pagesAreSoughtAmongSomeAndLeafedThrough() {
    EntityIri other = Holdings.iri(EntityType.IMAGE, "r1-1");
    PageHits none = new PageHits(List.of(), 0);
    assertEquals(none, pages("太平", Optional.empty(), Optional.of(Set.of(other)), 0));
    assertEquals(none, pages("太平", Optional.empty(), Optional.of(Set.of()), 0));
    assertEquals(new PageHits(List.of(), 1), pages("太平", Optional.empty(), Optional.empty(), 1));
    assertRefused(
        SearchRefusedException.Reason.TOO_DEEP,
        () -> pages("太平", Optional.empty(), Optional.empty(), PageQuery.DEPTH));
  }

  @Test
  void allThatASearchFindsComesInArchivalOrder() {
    SearchQuery records = SearchQuery.of("").with(Facet.TYPE, Set.of("record")).page(3, 20);
    Versions none = index.versions();
    assertEquals(
        List.of("r1", "r2", "r3"),
        index.all(records, none, 10).stream().map(EntityIri::key).toList());
    assertEquals(2, index.all(records, none, 2).size());
    assertEquals(
        List.of("r1"),
        index.all(SearchQuery.of("母亲"), none, 10).stream().map(EntityIri::key).toList());
    Reach reach = Reach.within(Set.of(Holdings.iri(EntityType.RECORD_SET, "f2")), Set.of());
    assertEquals(
        List.of("r3"),
        index.all(records.reaching(reach), none, 10).stream().map(EntityIri::key).toList());
  }

  private PageHits pages(
      String words, Optional<EntityIri> within, Optional<Set<EntityIri>> among, int first) {
    return index.pages(new PageQuery(SearchWords.parse(words), false, within, among, first, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "信, 1",
    "母亲, 1",
    "母親, 1",
    "门板, 1 2",
    "門板 字據, 2",
    "“借门板”, 2",
    "“门板借”, ''",
    "门板 -字据, 1",
    "太平渡, 1",
    "乡镇, 1",
    "鄉鎮, 1",
    "zhèn, ''",
    "雨雪学堂, 1",
    "途中雨雪学堂停课, 1",
    "X1-A-0010, 2",
    "X1-A, 1 2",
    "0001, 3",
    "1935, 1 2",
    "茅盾, 1 3",
    "沈雁冰, 1 3",
    "maodun, 1 3",
    "md, 1 3",
    "mao dun, 1 3",
    "茅盾 急电, 3",
    "茅盾急电稿, ''",
    "茅盾急电, 3",
    "乌镇, 1",
    "wuzhen, 1",
    "没有这样的词, ''"
  })
  void wordsFindRecords(String words, String records) {
    SearchQuery query =
        SearchQuery.of(words)
            .with(Facet.TYPE, Set.of("record"))
            .ordered(SearchQuery.Order.ARCHIVAL);
    List<String> expected =
        records.isEmpty()
            ? List.of()
            : List.of(records.split(" ")).stream().map(number -> "r" + number).toList();
    assertEquals(Set.copyOf(expected), Set.copyOf(keys(index.search(query))));
    assertEquals(expected.size(), index.search(query).total());
  }

  @Test
  void whoIsCalledSoComesFirst() {
    assertEquals("maodun", keys(index.search(SearchQuery.of("茅盾"))).get(0));
    assertEquals("r2", keys(index.search(SearchQuery.of("X1-A-0010"))).get(0));
  }

  @Test
  void withoutWordsEverythingIsFoundThatCanBeAResult() {
    SearchResult all = index.search(SearchQuery.of("  "));
    assertEquals(10, all.total());
    assertEquals(3, count(all, Facet.TYPE, "record"));
    assertEquals(0, index.search(SearchQuery.of("？！")).total());
  }

  @Test
  void wordsAreMarkedInTheDocumentsOwnCharacters() {
    SearchResult.Hit hit = hit("门板", "r2");
    assertEquals(
        List.of(
            new Marked.Piece("借", false),
            new Marked.Piece("門板", true),
            new Marked.Piece("字據", false)),
        hit.title().zh().pieces());
    Marked snippet = hit("乡镇", "r1").snippet().orElseThrow();
    assertTrue(snippet.pieces().contains(new Marked.Piece("鄉(xiāng)鎮", true)), snippet.text());
  }

  @Test
  void aHitOnAPageOpensThatPage() {
    SearchResult.Hit hit = hit("太平渡", "r1");
    assertEquals(Optional.of(2), hit.page().map(PageImage::page));
    assertEquals(Optional.of(1), hit.image().map(PageImage::page));
    assertTrue(hit.snippet().orElseThrow().hasHit());
    assertEquals(Optional.empty(), hit("母亲", "r1").page());
  }

  @Test
  void facetsCountWhatWasFound() {
    SearchResult all = index.search(SearchQuery.of("").with(Facet.TYPE, Set.of("record")));
    assertEquals(2, count(all, Facet.FONDS, "f1"));
    assertEquals(1, count(all, Facet.FONDS, "f2"));
    assertEquals(2, count(all, Facet.ARCHIVE, "o1"));
    assertEquals(2, count(all, Facet.PERSON, "maodun"));
    assertEquals(1, count(all, Facet.PLACE, "pl-wuzhen"));
    assertEquals(1, count(all, Facet.GENRE, "书信"));
    assertEquals(1, count(all, Facet.PERIOD, "period-construction"));
    assertEquals(2, count(all, Facet.PERIOD, "period-agrarian"));
    assertEquals(Map.of(1930, 2L, 1940, 1L), all.decades());
    assertEquals(
        Optional.of(LocalizedText.of("茅盾")), all.facets().get(Facet.PERSON).get(0).label());
  }

  @Test
  void aChoiceDoesNotNarrowItsOwnFacet() {
    SearchResult letters =
        index.search(
            SearchQuery.of("")
                .with(Facet.TYPE, Set.of("record"))
                .with(Facet.GENRE, Set.of("书信", "电报")));
    assertEquals(Set.of("r1", "r3"), Set.copyOf(keys(letters)));
    assertEquals(1, count(letters, Facet.GENRE, "字据"));
    assertEquals(1, count(letters, Facet.FONDS, "f1"));
  }

  @ParameterizedTest
  @CsvSource({
    "FONDS, f1, r1 r2",
    "ARCHIVE, o1, r1 r2",
    "PERSON, maodun, r1 r3",
    "PERIOD, period-resistance, r2",
    "GENRE, 电报, r3",
    "PERSON, nobody, ''",
    "PERIOD, nothing, ''",
    "FONDS, No key, ''"
  })
  void aFacetNarrows(Facet facet, String value, String expected) {
    SearchQuery query =
        SearchQuery.of("").with(facet, Set.of(value)).with(Facet.TYPE, Set.of("record"));
    assertEquals(
        expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")),
        Set.copyOf(keys(index.search(query))));
  }

  @ParameterizedTest
  @CsvSource({"1935-02-24, 1940-01-01, r2", "1936-01-01, 1936-12-31, r2", "1939-01-01, , r3"})
  void datesOverlap(LocalDate from, LocalDate to, String expected) {
    SearchQuery query =
        SearchQuery.of("")
            .with(Facet.TYPE, Set.of("record"))
            .during(Optional.ofNullable(from), Optional.ofNullable(to));
    assertEquals(List.of(expected), keys(index.search(query)));
  }

  @Test
  void aBranchHoldsWhatLiesInItAtAnyDepth() {
    SearchResult found = index.search(SearchQuery.of("").within(FONDS));
    assertEquals(Set.of("f1-a", "r1", "r2"), Set.copyOf(keys(found)));
  }

  @Test
  void resultsComeInTheOrderAskedFor() {
    SearchQuery records = SearchQuery.of("").with(Facet.TYPE, Set.of("record"));
    assertEquals(
        List.of("r1", "r2", "r3"), keys(index.search(records.ordered(SearchQuery.Order.ARCHIVAL))));
    assertEquals(
        List.of("r2", "r1", "r3"), keys(index.search(records.ordered(SearchQuery.Order.DATE))));
    assertEquals(List.of("r3"), keys(index.search(records.page(2, 2))));
  }

  @Test
  void whatAsksForTooMuchIsRefused() {
    assertRefused(SearchRefusedException.Reason.TOO_LONG, () -> SearchQuery.of("长".repeat(201)));
    assertRefused(SearchRefusedException.Reason.TOO_LONG, () -> SearchQuery.of("长 ".repeat(9999)));
    assertRefused(
        SearchRefusedException.Reason.TOO_MANY_WORDS, () -> SearchQuery.of("字 ".repeat(17)));
    assertRefused(SearchRefusedException.Reason.TOO_DEEP, () -> SearchQuery.of("信").page(501, 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "“",
        "”“",
        "-",
        "--信",
        "- -",
        "*",
        "信*",
        "(.*)+$",
        "[信]{9}",
        "信 AND OR NOT",
        "title:信",
        "\u202e信\u202c",
        "\ud83d",
        "\ud83d\ude00",
        "信\0",
        "'; DROP TABLE journal; --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "%E4%BF%A1",
        "-信 -书"
      })
  void anythingMayBeTyped(String words) {
    assertTrue(index.search(SearchQuery.of(words)).total() >= 0);
  }

  @Test
  void namesAreSuggestedByTheirBeginning() {
    Set<EntityType> persons = Set.of(EntityType.PERSON);
    for (String beginning : List.of("茅", "沈雁", "mao", "m", "syb", "ＭＡＯ", "Máo")) {
      assertEquals(
          List.of(MAODUN),
          index.suggest(beginning, persons, 5).stream().map(Summary::iri).toList(),
          beginning);
    }
    assertEquals(List.of(), index.suggest("", persons, 5));
    assertEquals(List.of(), index.suggest("茅", Set.of(EntityType.PLACE), 5));
  }

  @Test
  void aListComesInItsNaturalOrder() {
    Listing.Stretch records = index.list(Listing.in(FILE, EntityType.RECORD), 0, 10);
    assertEquals(List.of("r1", "r2"), keys(records.summaries()));
    assertEquals(2, records.total());
    assertEquals(
        List.of("r2"), keys(index.list(Listing.in(FILE, EntityType.RECORD), 1, 10).summaries()));
    assertEquals(
        List.of(), keys(index.list(Listing.in(FILE, EntityType.RECORD), 9, 10).summaries()));
    assertEquals(
        List.of("chen", "maodun"),
        keys(index.list(Listing.all(EntityType.PERSON), 0, 10).summaries()));
    Listing about = Listing.linkedWith(MAODUN, Set.of(EntityType.RECORD));
    assertEquals(List.of("r1", "r3"), keys(index.list(about, 0, 10).summaries()));
    assertEquals(List.of("r3"), keys(index.list(about.by(Listing.Order.DATE), 1, 10).summaries()));
  }

  @Test
  void aThemeHoldsTheRecordsOfAllThemesBelowItOnceEach() {
    EntityIri scheme = Holdings.iri(EntityType.SCHEME, "s");
    StageIndex themes =
        index(
            List.of(
                theme("top", scheme),
                theme("left", scheme, "top"),
                theme("right", scheme, "top"),
                theme("both", scheme, "left", "right"),
                theme("lone", scheme, "not-public"),
                theme("elsewhere", Holdings.iri(EntityType.SCHEME, "t")),
                about("a", "1949", "left"),
                about("b", "1948", "both"),
                about("c", "1947", "elsewhere"),
                about("d", "1946", "top", "both")));
    assertEquals(
        Map.of("top", 3L, "left", 3L, "right", 2L, "both", 2L, "lone", 0L), held(themes, scheme));
    ThemeNode both = themes.themes(scheme).get(0);
    assertEquals("both", both.theme().iri().key());
    assertEquals(
        List.of("left", "right"), both.broader().stream().map(EntityIri::key).sorted().toList());
    Listing top = Listing.ofTheme(Holdings.iri(EntityType.THEME, "top"));
    assertEquals(List.of("a", "b", "d"), keys(themes.list(top, 0, 9).summaries()));
    assertEquals(
        List.of("d", "b"), keys(themes.list(top.by(Listing.Order.DATE), 0, 2).summaries()));
    assertEquals(3, themes.list(top, 2, 1).total());
    SearchResult chosen = themes.search(SearchQuery.of("").with(Facet.THEME, Set.of("left")));
    assertEquals(Set.of("a", "b", "d"), Set.copyOf(keys(chosen)));
    assertEquals(3, count(chosen, Facet.THEME, "left"));
    assertEquals(0, themes.search(SearchQuery.of("").with(Facet.THEME, Set.of("no key"))).total());
  }

  @Test
  void themesInACircleDoNoHarm() {
    EntityIri scheme = Holdings.iri(EntityType.SCHEME, "s");
    StageIndex circle =
        index(
            List.of(
                theme("one", scheme, "two"),
                theme("two", scheme, "one"),
                about("a", "1949", "two")));
    assertEquals(Map.of("one", 1L, "two", 1L), held(circle, scheme));
  }

  @Test
  void formsCarriersAndTypesOfEventsHoldRecordsByWhatTheseSay() {
    EntityIri genres = Holdings.iri(EntityType.SCHEME, "genre");
    EntityIri carriers = Holdings.iri(EntityType.SCHEME, "carrier");
    EntityIri types = Holdings.iri(EntityType.SCHEME, "event-type");
    StageIndex themes =
        index(
            List.of(
                theme("private", genres),
                Holdings.of(EntityType.THEME, "letter", "书信")
                    .link(SKOS.inScheme, genres)
                    .link(SKOS.broader, Holdings.iri(EntityType.THEME, "private"))
                    .string(SKOS.altLabel, "函")
                    .graph(),
                theme("纸", "paper", carriers),
                theme("battle", types),
                Holdings.of(EntityType.EVENT, "e1", "战斗")
                    .link(Rico.hasEventType, Holdings.iri(EntityType.THEME, "battle"))
                    .graph(),
                Holdings.record("a", "X-1", "f1", "甲").form("书信").graph(),
                Holdings.record("b", "X-2", "f1", "乙").form("函").carrier("纸").graph(),
                Holdings.set("f1", "X", Optional.empty(), "全宗").form("书信").graph(),
                Holdings.record("c", "X-3", "f1", "丙")
                    .link(Rico.isAssociatedWithEvent, Holdings.iri(EntityType.EVENT, "e1"))
                    .graph()));
    assertEquals(Map.of("private", 2L, "letter", 2L), held(themes, genres));
    assertEquals(Map.of("paper", 1L), held(themes, carriers));
    assertEquals(Map.of("battle", 1L), held(themes, types));
    SearchResult letters = themes.search(SearchQuery.of("").with(Facet.THEME, Set.of("private")));
    assertEquals(Set.of("a", "b"), Set.copyOf(keys(letters)));
    assertEquals(1, count(letters, Facet.CARRIER, "纸"));
    assertEquals(2, count(letters, Facet.THEME, "private"));
  }

  private static Map<String, Long> held(StageIndex index, EntityIri scheme) {
    return index.themes(scheme).stream()
        .collect(Collectors.toMap(node -> node.theme().iri().key(), ThemeNode::records));
  }

  private static EntityGraph theme(String key, EntityIri scheme, String... broader) {
    return theme(key, key, scheme, broader);
  }

  private static EntityGraph theme(String label, String key, EntityIri scheme, String... broader) {
    Holdings theme = Holdings.of(EntityType.THEME, key, label).link(SKOS.inScheme, scheme);
    for (String above : broader) {
      theme.link(SKOS.broader, Holdings.iri(EntityType.THEME, above));
    }
    return theme.graph();
  }

  private static EntityGraph about(String key, String date, String... themes) {
    Holdings record = Holdings.record(key, "X-" + key, "f1", key).date(Rico.hasCreationDate, date);
    for (String theme : themes) {
      record.link(Rico.hasOrHadSubject, Holdings.iri(EntityType.THEME, theme));
    }
    return record.graph();
  }

  @Test
  void whatStandsBesideInAListIsKnown() {
    Listing file = Listing.in(FILE, EntityType.RECORD);
    EntityIri second = Holdings.iri(EntityType.RECORD, "r2");
    assertEquals(List.of("r1", "r2"), keys(index.around(second, file, 3)));
    assertEquals(List.of(), index.around(Holdings.iri(EntityType.RECORD, "none"), file, 3));
  }

  @Test
  void aLongListIsTheSameByStretchesAndFromWithin() {
    StageIndex large = index(manyRecords());
    Listing list = Listing.in(Holdings.iri(EntityType.RECORD_SET, "f3"), EntityType.RECORD);
    List<Integer> numbers = IntStream.rangeClosed(1, MANY).boxed().toList();

    assertEquals(names(numbers), inStretches(large, list));
    assertEquals(
        names(numbers.stream().sorted(Comparator.comparing(n -> year(n))).toList()),
        inStretches(large, list.by(Listing.Order.DATE)));
    for (int n : new int[] {1, 2, 600, MANY - 1, MANY}) {
      assertEquals(
          names(numbers.subList(Math.max(0, n - 4), Math.min(MANY, n + 3))),
          keys(large.around(Holdings.iri(EntityType.RECORD, "n" + n), list, 3)));
    }
  }

  /** In no order, with pages between them, some without a date. */
  private static List<EntityGraph> manyRecords() {
    List<EntityGraph> records = new ArrayList<>();
    for (int i = 1; i <= MANY; i++) {
      int n = i * 7 % (MANY + 1);
      Holdings record = Holdings.record("n" + n, "X3-" + n, "f3", "报告");
      if (year(n) < NO_YEAR) {
        record.date(Rico.hasCreationDate, Integer.toString(year(n)));
      }
      records.add(record.graph());
      records.add(Holdings.page("n" + n + "-1", "n" + n, 1, "报告"));
    }
    return records;
  }

  private static int year(int n) {
    return n % 7 == 0 ? NO_YEAR : 1900 + n % 5;
  }

  private static List<String> names(List<Integer> numbers) {
    return numbers.stream().map(n -> "n" + n).toList();
  }

  private static List<String> inStretches(StageIndex index, Listing list) {
    List<String> read = new ArrayList<>();
    for (int first = 0; first < MANY; first += 45) {
      Listing.Stretch stretch = index.list(list, first, 45);
      assertEquals(MANY, stretch.total());
      read.addAll(keys(stretch.summaries()));
    }
    return read;
  }

  @Test
  void whatWasReplacedByAnotherIsInNoList() {
    EntityIri lost = Holdings.iri(EntityType.PERSON, "lost");
    holdings.add(Successor.stub(lost, MAODUN));
    StageIndex merged = index(holdings);
    Listing.Stretch persons = merged.list(Listing.all(EntityType.PERSON), 0, 100);
    assertEquals(Set.of("chen", "maodun"), Set.copyOf(keys(persons.summaries())));
    assertEquals(2, persons.total());
  }

  @Test
  void theTreeIsKnownUpwardsAndCounted() {
    assertEquals(List.of("f1", "f1-a"), keys(index.path(FILE)));
    assertEquals(List.of(), index.path(Holdings.iri(EntityType.RECORD_SET, "none")));
    assertEquals(Map.of(FONDS, 2L, FILE, 2L), index.recordsBelow(List.of(FONDS, FILE)));
    assertEquals(3, index.count(EntityType.RECORD));
  }

  @Test
  void aRowNeedsNoLookIntoTheGraph() {
    Summary letter = index.summary(Holdings.iri(EntityType.RECORD, "r1")).orElseThrow();
    assertEquals("致母親信", letter.title().zh());
    assertEquals(Optional.of("X1-A-0002"), letter.code());
    assertEquals(Optional.of("书信"), letter.form());
    assertEquals(Optional.of(FILE), letter.parent());
    assertTrue(letter.terms().contains("open"));
    assertEquals("M", index.summary(MAODUN).orElseThrow().initial());
    assertEquals(
        "C", index.summary(Holdings.iri(EntityType.PERSON, "chen")).orElseThrow().initial());
    EntityIri record = Holdings.iri(EntityType.RECORD, "r1");
    assertEquals("r1-1", index.firstImages(List.of(record)).get(record).iri().key());
  }

  @Test
  void noFacetIsCalledLikeASettingOfPages() {
    for (Facet facet : Facet.values()) {
      assertFalse(List.of("theme", "scheme", "lang", "page").contains(facet.slug()));
    }
  }

  @Test
  void theTopOfTheTreeIsKnown() {
    assertEquals(List.of("f1", "f2"), keys(index.fonds()));
  }

  @ParameterizedTest
  @CsvSource({"--02-20, r1 r3", "--12-31, r1 r3", "--10-02, r3 r1", "--02-29, r1 r3"})
  void recordsOfADayAreFoundRoundTheYear(MonthDay day, String expected) {
    assertEquals(List.of(expected.split(" ")), keys(index.nearDay(day, 5)));
  }

  @Test
  void movingABranchChangesWhereItsRecordsAreFound() {
    holdings.removeIf(graph -> graph.iri().equals(FILE));
    holdings.add(Holdings.set("f1-a", "X1-A", Optional.of("f2"), "书信").graph());
    StageIndex moved = index(holdings);
    SearchResult found = moved.search(SearchQuery.of("").with(Facet.FONDS, Set.of("f2")));
    assertTrue(keys(found).containsAll(List.of("r1", "r2", "r3", "f1-a")));
    assertEquals(List.of("f2", "f1-a"), keys(moved.path(FILE)));
  }

  @Test
  void aTreeThatBitesItsTailEnds() {
    holdings.add(Holdings.set("c1", "C1", Optional.of("c2"), "一").graph());
    holdings.add(Holdings.set("c2", "C2", Optional.of("c1"), "二").graph());
    StageIndex circle = index(holdings);
    EntityIri set = Holdings.iri(EntityType.RECORD_SET, "c1");
    assertFalse(circle.path(set).isEmpty());
    assertTrue(circle.search(SearchQuery.of("").within(set)).total() > 0);
    assertEquals(0, circle.recordsBelow(List.of(set)).get(set));
  }

  @Test
  void stagesAreCompared() {
    List<EntityGraph> newer = new ArrayList<>(holdings);
    newer.removeIf(graph -> graph.iri().key().equals("r2"));
    newer.add(Holdings.record("r2", "X1-A-0010", "f1-a", "借門板、條凳字據").graph());
    newer.add(Holdings.record("r4", "X1-A-0011", "f1-a", "未发表").graph());
    newer.add(Holdings.closed("r5", "X1-A-0012", "f1-a", "不开放").access("controlled").graph());
    StageIndex working = index(newer);
    SearchQuery records = SearchQuery.of("").with(Facet.TYPE, Set.of("record"));
    SearchResult compared = working.search(records, index.versions());
    assertEquals(
        Map.of(
            "r1", Publication.PUBLISHED,
            "r2", Publication.CHANGED,
            "r3", Publication.PUBLISHED,
            "r4", Publication.UNPUBLISHED,
            "r5", Publication.CONTROLLED),
        compared.hits().stream()
            .collect(
                Collectors.toMap(
                    hit -> hit.summary().iri().key(), hit -> hit.publication().orElseThrow())));
    assertEquals(2, count(compared, Facet.STATE, "PUBLISHED"));
    SearchQuery changed = records.with(Facet.STATE, Set.of("CHANGED"));
    assertEquals(List.of("r2"), keys(working.search(changed, index.versions())));
  }

  private SearchResult.Hit hit(String words, String key) {
    return index.search(SearchQuery.of(words)).hits().stream()
        .filter(hit -> hit.summary().iri().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(SearchRefusedException.Reason reason, Runnable search) {
    assertEquals(reason, assertThrows(SearchRefusedException.class, search::run).reason());
  }

  private static long count(SearchResult result, Facet facet, String key) {
    return result.facets().getOrDefault(facet, List.of()).stream()
        .filter(value -> value.key().equals(key))
        .mapToLong(SearchResult.Value::count)
        .sum();
  }

  private static List<String> keys(SearchResult result) {
    return keys(result.hits().stream().map(SearchResult.Hit::summary).toList());
  }

  private static List<String> keys(List<Summary> summaries) {
    return summaries.stream().map(summary -> summary.iri().key()).toList();
  }
}
