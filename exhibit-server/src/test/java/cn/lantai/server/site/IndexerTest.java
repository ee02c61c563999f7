package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.TestData;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.NameIndex;
import cn.lantai.server.site.view.Text;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;

class IndexerTest {

  private static final Graph PUBLIC =
      TestData.graph(
          """
          @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
          @prefix dcterms: <http://purl.org/dc/terms/> .
          <id/record/r1> a rico:Record ; rdfs:label "信"@zh ; rico:title "信"@zh ;
              rico:identifier "X1-1" ; rico:isDirectlyIncludedIn <id/set/f1> ;
              rico:hasCreator <id/person/mao> ;
              rico:hasOrHadSubject <id/person/mao>, <id/person/ma>, <id/person/closed> ;
              rico:isAssociatedWithPlace <id/place/wuzhen> .
          <id/record/r2> a rico:Record ; rdfs:label "电"@zh ; rico:title "电"@zh ;
              rico:identifier "X1-2" ; rico:isDirectlyIncludedIn <id/set/f1> ;
              rico:hasOrHadSubject <id/person/mao> .
          <id/person/mao> a rico:Person ; rdfs:label "茅盾"@zh, "Mao Dun"@en .
          <id/person/ma> a rico:Person ; rdfs:label "马叙伦"@zh .
          <id/person/a> a rico:Person ; rdfs:label "阿甲"@zh, "Zoë"@en .
          <id/place/wuzhen> a rico:Place ; rdfs:label "乌镇"@zh .
          """,
          Lang.TURTLE);

  private static final NameIndex.Place FIRST = document(1);
  private static final NameIndex.Place SECOND = document(2);

  @Test
  void aNameStandsOnceWithEveryPlaceInTheOrderOfThePage() {
    NameIndex index = index(Language.ZH, showing("record/r1", FIRST), showing("record/r2", SECOND));
    assertEquals(List.of("马叙伦 [1]", "茅盾 [1, 2]"), entries(index, Kind.PERSON));
  }

  @Test
  void whatIsNotPublicIsLeftOut() {
    assertFalse(index(Language.ZH, showing("record/r1", FIRST)).toString().contains("closed"));
    assertEquals(List.of(), index(Language.ZH, showing("record/none", FIRST)).groups());
  }

  @Test
  void namesAreGroupedByKind() {
    NameIndex index = index(Language.ZH, showing("record/r1", FIRST));
    assertEquals(
        List.of(Kind.PERSON, Kind.PLACE),
        index.groups().stream().map(NameIndex.Group::kind).toList());
  }

  @Test
  void aChinesePageGoesByPinyinAndAnEnglishOneByTheNamesThatItShows() {
    Blocks.Showing[] shown = {showing("record/r1", FIRST), showing("person/a", SECOND)};
    assertEquals(
        List.of("阿甲 [2]", "马叙伦 [1]", "茅盾 [1]"), entries(index(Language.ZH, shown), Kind.PERSON));
    assertEquals(
        List.of("马叙伦 [1]", "Mao Dun [1]", "Zoë [2]"),
        entries(index(Language.EN, shown), Kind.PERSON));
  }

  @Test
  void whatBeginsWithNoLetterComesLast() {
    NameIndex index =
        Indexer.ordered(
            List.of(named("1937年大会", ""), named("茅盾", "mao dun"), named("阿甲", "a jia")));
    assertEquals(
        List.of("A", "M", "#"),
        index.groups().get(0).letters().stream().map(NameIndex.Letter::initial).toList());
  }

  @Test
  void onlyAmongManyNamesAreLettersOfUse() {
    assertFalse(many(10).isLong());
    assertTrue(many(100).isLong());
    assertEquals(26, many(100).letters().size());
  }

  private static NameIndex.Group many(int names) {
    return Indexer.ordered(
            IntStream.range(0, names)
                .mapToObj(i -> named("某" + i, (char) ('a' + i % 26) + " " + i))
                .toList())
        .groups()
        .get(0);
  }

  private static Indexer.Named named(String name, String filed) {
    return new Indexer.Named(
        EntityType.PERSON,
        filed,
        new NameIndex.Entry(Link.unlinked(Text.zh(name)), List.of(FIRST)));
  }

  private static List<String> entries(NameIndex index, Kind kind) {
    return index.groups().stream()
        .filter(group -> group.kind() == kind)
        .flatMap(group -> group.entries().stream())
        .map(
            entry ->
                entry.name().label().value()
                    + " "
                    + entry.places().stream().map(place -> place.document().orElseThrow()).toList())
        .toList();
  }

  private static NameIndex.Place document(int number) {
    return new NameIndex.Place("d" + number, Optional.of(number), Text.zh("第" + number + "件"));
  }

  private static Blocks.Showing showing(String name, NameIndex.Place place) {
    String[] parts = name.split("/", 2);
    EntityType type = EntityType.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new Blocks.Showing(new EntityIri(type, parts[1]), place);
  }

  private static NameIndex index(Language language, Blocks.Showing... shown) {
    StageReader stage = new StageReader(PUBLIC, TestData.BASE);
    Cards cards = new Cards(stage, null, new Wording(language), TestData.addresses());
    return new Indexer(stage, spelling(), cards).of(List.of(shown));
  }

  /** Knows how names are spelt and nothing else. */
  private static StageIndex spelling() {
    Map<String, String> spelt =
        Map.of("mao", "mao dun", "ma", "ma xulun", "a", "a jia", "wuzhen", "wu zhen");
    return (StageIndex)
        Proxy.newProxyInstance(
            StageIndex.class.getClassLoader(),
            new Class<?>[] {StageIndex.class},
            (proxy, method, arguments) -> {
              Map<EntityIri, Summary> summaries = new HashMap<>();
              for (Object name : (Collection<?>) arguments[0]) {
                EntityIri iri = (EntityIri) name;
                summaries.put(iri, summary(iri, spelt.getOrDefault(iri.key(), "")));
              }
              return summaries;
            });
  }

  private static Summary summary(EntityIri iri, String spelling) {
    return new Summary(
        iri,
        LocalizedText.of(iri.key()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        spelling);
  }
}
