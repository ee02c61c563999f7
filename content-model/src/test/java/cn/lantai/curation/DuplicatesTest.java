package cn.lantai.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.evidence.Evidence;
import cn.lantai.journal.Draft;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.stage.MemoryGraphStore;
import cn.lantai.stage.StageFollower;
import cn.lantai.stage.StageKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryGraphStore store = new MemoryGraphStore();

  @Test
  void findsOneNameInOtherCharactersAmongAllNames() {
    put(person("a", "茅盾", "1896", Name.of(NameKind.BIRTH, "沈德鸿")));
    put(person("b", "沈德鴻", "1896-07"));
    put(person("c", "巴金", ""));
    List<Duplicates.Pair> pairs = find();
    assertEquals(List.of("a b"), keys(pairs));
    assertTrue(pairs.get(0).why().zh().contains("沈德鸿"), pairs.get(0).why().zh());
    assertTrue(pairs.get(0).why().zh().contains("日期相合"), pairs.get(0).why().zh());
  }

  @Test
  void personsOfOneNameWithOtherDatesAreTwo() {
    put(person("a", "李达", "1890"));
    put(person("b", "李达", "1905"));
    assertEquals(List.of(), find());
    put(person("c", "李达", ""));
    assertEquals(List.of("a c"), keys(find()));
  }

  @Test
  void namesInLettersAndOfOneCharacterAreSharedByTooMany() {
    put(person("a", "李立", "", Name.of(NameKind.PINYIN, "Lǐ Lì"), Name.of(NameKind.GIVEN, "立")));
    put(person("b", "黎历", "", Name.of(NameKind.PINYIN, "Lǐ Lì"), Name.of(NameKind.GIVEN, "立")));
    assertEquals(List.of(), find());
  }

  @Test
  void aPersonAndAPlaceOfOneNameAreTwoThings() {
    put(person("a", "中山", ""));
    put(place("b", "中山", "22.5", "113.4"));
    assertEquals(List.of(), find());
  }

  @Test
  void placesFarApartAreTwo() {
    put(place("a", "新县", "31.64", "114.87"));
    put(place("b", "新縣", "31.65", "114.88"));
    put(place("c", "新县", "38.40", "112.73"));
    assertEquals(List.of("a b"), keys(find()));
  }

  @Test
  void aHundredOfOneNameGiveNoThousandsOfPairs() {
    for (int i = 0; i < 100; i++) {
      put(person("p" + i, "王建国", ""));
    }
    assertEquals(99, find().size());
  }

  @Test
  void whatWasMergedIsNoDuplicateAnyMore() {
    put(person("a", "茅盾", ""));
    put(Successor.stub(iri(EntityType.PERSON, "b"), iri(EntityType.PERSON, "a")));
    assertEquals(List.of(), find());
  }

  private List<Duplicates.Pair> find() {
    new StageFollower(StageKind.WORKING, journal, store, "https://archive.example/").catchUp();
    return Duplicates.in(store);
  }

  private static List<String> keys(List<Duplicates.Pair> pairs) {
    return pairs.stream().map(pair -> pair.first().key() + " " + pair.second().key()).toList();
  }

  private void put(EntityGraph graph) {
    journal.append(List.of(Draft.put(graph, "test", "")));
  }

  private static EntityIri iri(EntityType type, String key) {
    return new EntityIri(type, key);
  }

  private static EntityGraph person(String key, String name, String born, Name... names) {
    return new Agent(
            iri(EntityType.PERSON, key),
            LocalizedText.of(name),
            List.of(names),
            Optional.empty(),
            born.isEmpty()
                ? Optional.empty()
                : Optional.of(HistoricalDate.of(EdtfDate.parse(born))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Evidence.NONE)
        .toGraph();
  }

  private static EntityGraph place(String key, String name, String north, String east) {
    return new Place(
            iri(EntityType.PLACE, key),
            LocalizedText.of(name),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Coordinates(new BigDecimal(north), new BigDecimal(east))),
            Optional.empty(),
            List.of(),
            Evidence.NONE)
        .toGraph();
  }
}
