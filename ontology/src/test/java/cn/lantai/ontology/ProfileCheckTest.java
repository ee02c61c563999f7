package cn.lantai.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ontology.ProfileCheck.Violation;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class ProfileCheckTest {

  private static final String PREFIXES =
      """
      @prefix rico: <https://www.ica.org/standards/RiC/ontology#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix id: <lantai:/id/> .
      """;

  private final ProfileCheck check = new ProfileCheck();

  @Test
  void acceptsARecordWithTitleCodeAndParent() {
    assertEquals(
        List.of(),
        violations(
            """
            <lantai:/id/record/r1> a rico:Record ;
                rico:title "家信"@zh ;
                rico:identifier "X001-001-0001" ;
                rico:isDirectlyIncludedIn <lantai:/id/set/x001-001> .
            """));
  }

  @Test
  void saysInBothLanguagesThatTheReferenceCodeIsMissing() {
    List<Violation> found =
        violations(
            """
            <lantai:/id/record/r1> a rico:Record ;
                rico:title "家信"@zh ;
                rico:isDirectlyIncludedIn <lantai:/id/set/x001-001> .
            """);
    assertEquals(1, found.size());
    assertTrue(found.get(0).zh().contains("档号"), found.get(0).zh());
    assertTrue(found.get(0).en().contains("reference code"), found.get(0).en());
  }

  @Test
  void refusesTwoTitlesInOneLanguage() {
    assertEquals(
        1,
        violations("<lantai:/id/record/r1> a rico:Record ; rico:title \"一\"@zh, \"二\"@zh .")
            .size());
  }

  @Test
  void refusesAProxyThatStandsForNothing() {
    assertEquals(
        1,
        violations("<lantai:/id/exhibition/e1#s1-b1-i1> a rico:Proxy ; rico:rankInSequence 1 .")
            .size());
  }

  @Test
  void refusesADateThatEndsBeforeItBegins() {
    assertEquals(
        1,
        violations(
                """
                <lantai:/id/record/r1#date> a rico:Date ;
                    rico:expressedDate "民国十年" ;
                    rico:beginningDate "1921-12-31"^^xsd:date ;
                    rico:endDate "1921-01-01"^^xsd:date .
                """)
            .size());
  }

  private List<Violation> violations(String turtle) {
    Graph graph = RDFParser.fromString(PREFIXES + turtle, Lang.TTL).toGraph();
    return check.violations(graph);
  }
}
