package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Rico;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdfDumpTest {

  @TempDir private static Path folder;
  private static TestSystem system;

  @BeforeAll
  static void loadTheSamples() throws IOException {
    system = new TestSystem(folder);
    system.load(TestSystem.SAMPLES);
  }

  @ParameterizedTest
  @CsvSource({"nt,N-Triples", "nt,N-Quads", "ttl,Turtle", "jsonld,JSON-LD"})
  void holdsEveryTripleOfTheStage(String format, String language) throws IOException {
    Graph dump = parse(system.export(format), language);
    Graph stage = system.stage().read(dataset -> copy(dataset.getDefaultGraph()));
    assertEquals(stage.size(), dump.size());
    assertTrue(dump.isIsomorphicWith(stage));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt", "ttl", "jsonld"})
  void isTheSameWhateverTheOrderInWhichThingsCameIn(String format) throws IOException {
    TestSystem other = new TestSystem(folder.resolve("other"));
    Holdings.read(
        system.stage(),
        holdings -> {
          for (int i = EntityType.values().length - 1; i >= 0; i--) {
            holdings.ofType(EntityType.values()[i]).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(entity -> other.put(holdings.graph(entity).orElseThrow()));
          }
          return null;
        });
    assertArrayEquals(system.export(format), other.export(format));
  }

  @ParameterizedTest
  @CsvSource({"nt,N-Triples", "ttl,Turtle", "jsonld,JSON-LD"})
  void oddCharactersSurvive(String format, String language) throws IOException {
    String odd = "\"引\" \\ | ； \t\n　𠮷🏮 <a> {b} \u0001 _x0041_";
    TestSystem small = new TestSystem(folder.resolve("small"));
    small.put(
        new GraphWriter(new EntityIri(EntityType.PERSON, "p1"), Rico.Person)
            .text(RDFS.label, LocalizedText.of(odd, odd))
            .toEntityGraph());
    Graph graph = parse(small.export(format), language);
    assertEquals(
        2,
        graph.stream()
            .filter(triple -> triple.predicateMatches(RDFS.label.asNode()))
            .filter(triple -> triple.getObject().getLiteralLexicalForm().equals(odd))
            .count());
  }

  @Test
  void aFondsBringsAlongWhatItRefersToAndNothingElse() throws IOException {
    Scope fonds = new Scope.Branch(new EntityIri(EntityType.RECORD_SET, "x001"));
    String dump = new String(system.export(fonds, "nt"), StandardCharsets.UTF_8);
    assertTrue(dump.contains("<https://example.org/id/record/r001> <" + Rico.title));
    assertTrue(dump.contains("<https://example.org/id/person/chenwangdao> <" + Rico.name));
    assertTrue(dump.contains("<https://example.org/id/organisation/org-syda> <" + Rico.name));
    assertFalse(dump.contains("<https://example.org/id/record/r006> <" + Rico.title));
    assertFalse(dump.contains("<https://example.org/id/exhibition/"));
  }

  @Test
  void aBranchBringsAlongTheSetsAboveIt() throws IOException {
    Scope branch = new Scope.Branch(new EntityIri(EntityType.RECORD_SET, "x001-zl"));
    String dump = new String(system.export(branch, "nt"), StandardCharsets.UTF_8);
    assertTrue(dump.contains("<https://example.org/id/set/x001> <" + Rico.title));
  }

  private static Graph parse(byte[] dump, String language) {
    return RDFParser.source(new ByteArrayInputStream(dump))
        .lang(RDFLanguages.nameToLang(language))
        .toGraph();
  }

  private static Graph copy(Graph graph) {
    Graph copy = GraphMemFactory.createDefaultGraph();
    graph.stream().forEach(copy::add);
    return copy;
  }
}
