package cn.lantai.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ontology.ProfileCheck.Violation;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCheckTest {

  private static final String PREFIXES =
      """
      @prefix rico: <https://www.ica.org/standards/RiC/ontology#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix lt: <https://w3id.org/lantai/ns#> .
      @prefix rst: <https://www.ica.org/standards/RiC/vocabularies/recordSetTypes#> .
      """;

  private static final String RECORD =
      """
      <lantai:/id/record/r1> a rico:Record ;
          rico:title "家信"@zh ;
          rico:identifier "X001-001-0001" ;
          rico:isDirectlyIncludedIn <lantai:/id/set/x001-001> .
      """;

  private final ProfileCheck check = new ProfileCheck();

  @Test
  void acceptsARecordWithTitleCodeAndParent() {
    assertEquals(List.of(), violations(RECORD));
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
    assertTrue(found.get(0).en().contains("Reference code"), found.get(0).en());
  }

  @Test
  void refusesTwoTitlesInOneLanguage() {
    assertEquals(1, violations(RECORD + "<lantai:/id/record/r1> rico:title \"另一个\"@zh .").size());
  }

  @Test
  void asksForATitleOfPublicationsToo() {
    assertEquals(
        1,
        violations("<lantai:/id/source/s1> a rico:Record ; dcterms:type lt:publication .").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rico:identifier \"X002\"",
        "rico:isDirectlyIncludedIn <lantai:/id/set/other>",
        "dcterms:type lt:open, lt:controlled",
        "rico:hasCreator \"茅盾\"",
        "rico:ruleFollowed \"永久\", \"长期\"",
        "rico:scopeAndContent \"无语种\"",
        "rico:scopeAndContent \"一\"@zh, \"二\"@zh",
        "rico:note \"\"@zh",
        "rico:hasOrHadInstantiation <lantai:/id/record/r1#original> ."
            + " <lantai:/id/record/r1#original> rico:carrierExtent \"五页\""
      })
  void refusesValuesThatAreNotAsTheProfileHasThem(String statement) {
    List<Violation> found = violations(RECORD + "<lantai:/id/record/r1> " + statement + " .");
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).zh().contains("“"), found.get(0).zh());
  }

  @Test
  void tellsWhatTheStandardAsksForAtEachLevelWithoutRefusing() {
    String set =
        "<lantai:/id/set/x> a rico:RecordSet ; rico:title \"某\"@zh ; rico:identifier \"X\" ; ";
    String parent = "rico:isDirectlyIncludedIn <lantai:/id/set/y> ; ";
    assertEquals(List.of("保管期限", "开放标识", "日期", "责任者"), missing(RECORD));
    assertEquals(
        List.of("档案保管沿革", "档案馆代码", "日期", "责任者"),
        missing(set + "rico:hasRecordSetType rst:Fonds ."));
    assertEquals(
        List.of("日期", "责任者"), missing(set + parent + "rico:hasRecordSetType rst:Series ."));
    assertEquals(
        List.of("保管期限", "开放标识", "日期", "责任者"),
        missing(set + parent + "rico:hasRecordSetType rst:File ."));
    assertEquals(List.of(), missing("<lantai:/id/person/a> a rico:Person ; rico:name \"茅盾\"@zh ."));
  }

  private List<String> missing(String turtle) {
    assertEquals(List.of(), violations(turtle));
    return check.gaps(graph(turtle)).stream()
        .map(gap -> gap.zh().replaceFirst("[^“]*“(.*?)”.*", "$1"))
        .sorted(Collator.getInstance(Locale.CHINA))
        .toList();
  }

  @Test
  void theSameGraphIsJudgedTheSameAgain() {
    String wrong = RECORD + "<lantai:/id/record/r1> rico:ruleFollowed \"永久\"@zh .";
    assertEquals(violations(wrong), violations(wrong));
    assertEquals(
        List.of(), violations(RECORD + "<lantai:/id/record/r1> rico:ruleFollowed \"永久\" ."));
    assertEquals(1, violations(wrong).size());
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
    return check.violations(graph(turtle));
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TTL).toGraph();
  }
}
