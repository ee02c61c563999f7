package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.Successor;
import cn.lantai.entity.TaggedText;
import cn.lantai.evidence.RelationKind;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.Rico;
import cn.lantai.table.Problem;
import cn.lantai.theme.BuiltInSchemes;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others describe in RiC-O and SKOS becomes ours, and stays theirs by name. */
class RdfImportTest {

  private static final String PREFIXES =
      """
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix rico: <https://www.ica.org/standards/RiC/ontology#> .
      @prefix types: <https://www.ica.org/standards/RiC/vocabularies/recordSetTypes#> .
      @prefix set: <lantai:/id/set/> .
      @prefix theme: <lantai:/id/theme/> .
      @prefix person: <lantai:/id/person/> .
      @prefix v: <http://vocab.example/subjects#> .
      @prefix a: <http://archive.example/> .
      """;

  private static final String VOCABULARY =
      """
      <http://vocab.example/subjects> a skos:ConceptScheme ; dcterms:title "题材"@zh , "Subjects"@en ;
        skos:hasTopConcept v:war .
      v:war a skos:Concept ; skos:prefLabel "战争"@zh-Hans , "戰爭"@zh-Hant , "War"@en-GB , "Guerre"@fr ;
        skos:inScheme <http://vocab.example/subjects> ; skos:narrower v:guerrilla ; v:colour "red" .
      v:guerrilla a skos:Concept ; skos:prefLabel "游击战"@zh ; skos:notation "1.2" ;
        skos:inScheme <http://vocab.example/subjects> ; skos:closeMatch <http://other.example/x> .
      """;

  private static final String HOLDINGS =
      """
      a:f1 a rico:RecordSet ; rico:hasRecordSetType types:Fonds ; rico:title "某全宗" ;
        rico:identifier "F1" ; rico:directlyIncludes a:r1 .
      a:r1 a rico:Record ; rdfs:label "家信"@zh , "Letter"@en ; dcterms:identifier "F1-0001" ;
        rico:hasCreator a:p1 ; rico:hasOrHadSubject v:war .
      a:p1 a rico:Person ; rico:name "某甲" ; rico:hasOrHadAgentName <http://archive.example/p1#n> .
      <http://archive.example/p1#n> a rico:AgentName ; rico:textualValue "某乙" .
      """;

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void aVocabularyOfOthersBecomesThemesThatWork() throws IOException {
    write("vocabulary.ttl", PREFIXES + VOCABULARY);
    assertEquals(List.of(), load("vocabulary.ttl").problems());
    Theme war = theme("战争");
    Theme guerrilla = theme("游击战");
    assertEquals(Optional.of("War"), war.label().en());
    assertEquals(
        List.of(new TaggedText("Guerre", "fr"), new TaggedText("戰爭", "zh-Hant")),
        war.otherLabels());
    assertEquals(List.of(war.iri()), guerrilla.links().broader());
    assertEquals(Optional.of("1.2"), guerrilla.notation());
    assertEquals(war.scheme(), guerrilla.scheme());
    Scheme scheme = Scheme.of(current(war.scheme()));
    assertEquals("题材", scheme.label().zh());
    assertEquals(Optional.of("Subjects"), scheme.label().en());
    assertTrue(says(war.iri(), "<http://vocab.example/subjects#colour> \"red\""));
    assertTrue(says(war.iri(), "#exactMatch> <http://vocab.example/subjects#war>"));
    assertTrue(says(scheme.iri(), "#sameAs> <http://vocab.example/subjects>"));
  }

  @Test
  void itIsTheSameAtTheNextImport() throws IOException {
    write("all.ttl", PREFIXES + VOCABULARY + HOLDINGS);
    load("all.ttl");
    IngestReport again = load("all.ttl");
    assertEquals(again.acceptedInAll(), again.unchanged());
    write("all.ttl", PREFIXES + VOCABULARY.replace("游击战", "游擊戰法") + HOLDINGS);
    assertEquals(1, load("all.ttl").updated());
  }

  @Test
  void holdingsOfOthersComeWithTheirNamesAndTheirHierarchyFromSeveralFiles() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(files.resolve("1.ttl"), PREFIXES + HOLDINGS);
    Files.writeString(files.resolve("2.ttl"), PREFIXES + VOCABULARY);
    assertEquals(List.of(), load("files").problems());
    ArchivalRecord letter = ArchivalRecord.of(only(EntityType.RECORD));
    RecordSet fonds = RecordSet.of(only(EntityType.RECORD_SET));
    Agent person = Agent.of(only(EntityType.PERSON));
    assertEquals("家信", letter.title().zh());
    assertEquals(Optional.of("Letter"), letter.title().en());
    assertEquals("F1-0001", letter.code().value());
    assertEquals(fonds.iri(), letter.parent());
    assertEquals(List.of(person.iri()), letter.related(RelationKind.CREATOR));
    assertEquals(List.of(theme("战争").iri()), letter.related(RelationKind.SUBJECT));
    assertEquals("某甲", person.name().zh());
    assertTrue(says(person.iri(), person.iri().fragment("n") + "> <"));
    assertTrue(says(person.iri(), "#sameAs> <http://archive.example/p1>"));
  }

  @Test
  void aConceptWithoutASchemeGoesToTheLocalThemesAndIsReported() throws IOException {
    write("one.ttl", PREFIXES + "v:x a skos:Concept ; skos:prefLabel \"某主题\" .");
    assertEquals(List.of("inScheme"), columns(load("one.ttl")));
    assertEquals(Scheme.LOCAL, theme("某主题").scheme());
  }

  @Test
  void aSchemeThatIsOnlyNamedIsTakenInUnderTheEndOfItsIri() throws IOException {
    write(
        "one.ttl", PREFIXES + "v:x a skos:Concept ; skos:prefLabel \"某\" ; skos:inScheme v:all .");
    assertEquals(List.of("prefLabel"), columns(load("one.ttl")));
    assertEquals("all", Scheme.of(current(theme("某").scheme())).label().zh());
  }

  @Test
  void reportsBlankNodesAndWhatIsOfNoClassThatIsHeld() throws IOException {
    StringBuilder text = new StringBuilder(PREFIXES + VOCABULARY);
    for (int i = 0; i < 130; i++) {
      text.append("v:c%d a skos:Collection ; rdfs:label \"某\" .\n".formatted(i));
    }
    text.append("_:x rdfs:label \"说明\" . v:c1 skos:member [ rdfs:label \"不收\" ] .\n");
    write("vocabulary.ttl", text.toString());
    IngestReport report = load("vocabulary.ttl");
    assertEquals(0, report.errors());
    assertEquals(100 + 1 + 1, report.warnings());
    assertEquals("Collection", report.problems().get(0).column());
    assertEquals(
        text.toString().lines().toList().indexOf("v:c0 a skos:Collection ; rdfs:label \"某\" .") + 1,
        report.problems().get(0).row());
    assertTrue(report.problems().get(100).reason().zh().contains("30"));
    assertEquals("战争", theme("战争").label().zh());
  }

  @Test
  void whatHasNoNameBelongsToWhatLeadsToIt() throws IOException {
    String text =
        PREFIXES
            + VOCABULARY
            + HOLDINGS
            + """
            a:r1 rico:hasCreationDate [ a rico:Date ; rico:expressedDate "民国十年" ;
                rico:note [ rdfs:label "据邮戳" ] ] ;
              rico:hasSender [ a rico:Person ; rico:name "某丙" ] .
            v:war skos:scopeNote [ rdfs:label "说明" ] .
            """;
    write("all.ttl", text);
    assertEquals(List.of(), load("all.ttl").problems());
    ArchivalRecord letter = ArchivalRecord.of(only(EntityType.RECORD));
    assertEquals(Optional.of("民国十年"), letter.date().flatMap(HistoricalDate::expressed));
    assertTrue(says(letter.iri(), "#label> \"据邮戳\""));
    Agent sender = Agent.of(current(letter.related(RelationKind.SENDER).get(0)));
    assertEquals("某丙", sender.name().zh());
    assertTrue(says(theme("战争").iri(), "#label> \"说明\""));
    IngestReport again = load("all.ttl");
    assertEquals(again.acceptedInAll(), again.unchanged());
  }

  @Test
  void whatTwoThingsLeadToBelongsToNeither() throws IOException {
    write(
        "all.ttl",
        PREFIXES
            + VOCABULARY
            + "v:war skos:scopeNote _:n . v:guerrilla skos:scopeNote _:n . _:n rdfs:label \"共\" ."
            + " _:a rdfs:seeAlso _:b . _:b rdfs:seeAlso _:a .");
    IngestReport report = load("all.ttl");
    assertEquals(0, report.errors());
    assertEquals(5, report.warnings(), report.problems().toString());
    assertFalse(says(theme("战争").iri(), "共"));
  }

  @Test
  void namesTheLinesOfACodeThatOccursTwiceAndOfCycles() throws IOException {
    String record = " a rico:RecordSet ; rico:title \"卷\"@zh ; rico:hasRecordSetType types:";
    write(
        "sets.ttl",
        """
        set:x %1$sFonds ; rico:identifier "X" .
        set:a %1$sSeries ; rico:identifier "X-1" ; rico:isDirectlyIncludedIn set:b .
        set:b %1$sSeries ; rico:identifier "X-2" ; rico:isDirectlyIncludedIn set:a .
        set:c %1$sSeries ; rico:identifier "X-3" ; rico:isDirectlyIncludedIn set:x .
        set:d %1$sSeries ; rico:identifier "X-3" ; rico:isDirectlyIncludedIn set:x .
        v:1 a skos:Concept ; skos:prefLabel "一" ; skos:broader v:2 , v:3 ; skos:inScheme v:s .
        v:2 a skos:Concept ; skos:prefLabel "二" ; skos:inScheme v:s .
        v:3 a skos:Concept ; skos:prefLabel "三" ; skos:broader v:1 ; skos:inScheme v:s .
        v:s a skos:ConceptScheme ; skos:prefLabel "体系" .
        """
            .formatted(record)
            .transform(text -> PREFIXES.replace("\n", " ") + "\n" + text));
    List<Problem> problems = load("sets.ttl").problems();
    assertEquals(
        List.of("上位 7", "上位 9", "上级 3", "上级 4", "档号 6"),
        problems.stream().map(problem -> problem.column() + " " + problem.row()).sorted().toList());
    Problem code = problems.stream().filter(it -> it.column().equals("档号")).findFirst().get();
    assertTrue(code.remedy().zh().contains("sets.ttl 第 5 行"), code.toString());
    assertEquals("二", theme("二").label().zh());
  }

  @Test
  void aNameThatWasMergedMeansTheSurvivor() throws IOException {
    write("persons.ttl", PREFIXES + "person:a a rico:Person ; rico:name \"甲\" .");
    load("persons.ttl");
    EntityIri survivor = new EntityIri(EntityType.PERSON, "a");
    EntityIri merged = new EntityIri(EntityType.PERSON, "b");
    journal.append(List.of(Draft.put(Successor.stub(merged, survivor), "test", "")));
    write(
        "more.ttl",
        PREFIXES
            + "person:c a rico:Person ; rico:name \"丙\" ; rico:knows person:b , person:nobody .");
    assertEquals(List.of("knows"), columns(load("more.ttl")));
    write(
        "more.ttl", PREFIXES + "person:c a rico:Person ; rico:name \"丙\" ; rico:knows person:b .");
    assertEquals(List.of(), load("more.ttl").problems());
    GraphReader read = new GraphReader(current(new EntityIri(EntityType.PERSON, "c")));
    assertEquals(List.of(survivor), read.links(Rico.knows));
    write("more.ttl", PREFIXES + "person:b a rico:Person ; rico:name \"乙\" .");
    assertEquals(List.of("键"), columns(load("more.ttl")));
  }

  @Test
  void findsACycleOverWhatWasThereBefore() throws IOException {
    String theme = "theme:%s a skos:Concept ; skos:prefLabel \"%s\"@zh ; skos:inScheme ";
    String local = "<lantai:/id/scheme/local> ";
    write(
        "themes.ttl",
        PREFIXES
            + (theme + local + " .\n").formatted("b", "乙")
            + (theme + local + "; skos:broader theme:b .\n").formatted("a", "甲"));
    assertEquals(List.of(), load("themes.ttl").problems());
    write(
        "themes.ttl",
        PREFIXES + (theme + local + "; skos:broader theme:a .\n").formatted("b", "乙"));
    assertEquals(List.of("上位"), columns(load("themes.ttl")));
  }

  @Test
  void namesOfGraphsAreLeftOut() throws IOException {
    write("graphs.trig", PREFIXES + "a:g { " + VOCABULARY + " } a:h { " + HOLDINGS + " }");
    assertEquals(List.of(), load("graphs.trig").problems());
    assertEquals(theme("战争").iri(), theme("游击战").links().broader().get(0));
  }

  @Test
  void othersDoNotDecideWhatWeMerge() throws IOException {
    write("vocabulary.ttl", PREFIXES + VOCABULARY + "v:guerrilla dcterms:isReplacedBy v:war .\n");
    assertEquals(List.of(), load("vocabulary.ttl").problems());
    assertEquals(Optional.empty(), Successor.in(current(theme("游击战").iri())));
    write(
        "own.ttl",
        PREFIXES + "person:a a rico:Person ; rico:name \"甲\" ; dcterms:isReplacedBy person:b .");
    assertTrue(columns(load("own.ttl")).contains("isReplacedBy"));
  }

  @Test
  void whatIsNotWhatItsNameSaysIsKeptOutAndComesBackToBeMended() throws IOException {
    write(
        "persons.ttl",
        PREFIXES
            + "person:a a rico:Place ; rico:name \"甲\" .\n"
            + "person:b a rico:Person ; rico:history \"没有名字\" .\n"
            + "person:c a rico:Person ; rico:name \"丙\" .\n");
    assertEquals(List.of("type", "name"), columns(load("persons.ttl")));
    Path rejected = folder.resolve("report/rejected/graphs.csv");
    String mended =
        Files.readString(rejected)
            .replace(Rico.Place.getURI(), Rico.Person.getURI())
            .replace(Rico.history.getURI(), Rico.name.getURI());
    Files.writeString(folder.resolve("graphs.csv"), mended);
    assertEquals(List.of(), load("graphs.csv").problems());
    assertEquals("没有名字", Agent.of(current(new EntityIri(EntityType.PERSON, "b"))).name().zh());
  }

  @Test
  void differentThingsUnderOneKeyAreNotMixed() throws IOException {
    write(
        "persons.nt",
        """
        <http://one/id/person/a> <%1$s> <%2$s> .
        <http://one/id/person/a> <%3$s> "甲" .
        <http://two/id/person/a> <%1$s> <%2$s> .
        <http://two/id/person/a> <%3$s> "另一个甲" .
        """
            .formatted(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                Rico.Person.getURI(),
                Rico.name.getURI()));
    assertEquals(List.of("IRI"), columns(load("persons.nt")));
    assertTrue(journal.state(new EntityIri(EntityType.PERSON, "a")).isEmpty());
  }

  @Test
  void aMistakenConversionIsReportedAndKept() throws IOException {
    write("persons.ttl", PREFIXES + "person:a a rico:Person ; rico:name \"習(xí)某\" .");
    IngestReport report = load("persons.ttl");
    assertEquals(0, report.errors());
    assertEquals("習(xí)", report.problems().get(0).value());
    assertEquals("習(xí)某", Agent.of(only(EntityType.PERSON)).name().zh());
  }

  @Test
  void aTableMayReferToWhatComesAsRdf() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(
        files.resolve("p.ttl"), PREFIXES + "person:a a rico:Person ; rico:name \"甲\" .");
    Files.writeString(files.resolve("events.csv"), "键,名称,参与者\ne1,会议,a\n");
    assertEquals(List.of(), load("files").problems());
    assertFalse(journal.state(new EntityIri(EntityType.EVENT, "e1")).isEmpty());
  }

  private static List<String> columns(IngestReport report) {
    return report.problems().stream().map(Problem::column).toList();
  }

  private Theme theme(String label) {
    return ours(EntityType.THEME).stream()
        .map(Theme::of)
        .filter(theme -> theme.label().zh().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private EntityGraph only(EntityType type) {
    List<EntityGraph> all = ours(type);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private List<EntityGraph> ours(EntityType type) {
    return journal.after(0, 10_000).stream()
        .map(Entry::entity)
        .filter(entity -> entity.type() == type && !BuiltInSchemes.graphs().containsKey(entity))
        .distinct()
        .map(this::current)
        .toList();
  }

  private EntityGraph current(EntityIri entity) {
    return journal.current(entity).orElseThrow();
  }

  private boolean says(EntityIri entity, String part) {
    return new String(current(entity).toNTriples(), StandardCharsets.UTF_8).contains(part);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private IngestReport load(String file) throws IOException {
    return new Importer(
            journal,
            new Curation(journal, new ProfileCheck(), Inbound.NONE),
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(
            ImportOrder.of(new Author("test", "测试"), folder.resolve(file)),
            folder.resolve("report"),
            Progress.NONE);
  }
}
