package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.Rico;
import cn.lantai.table.Problem;
import cn.lantai.theme.BuiltInSchemes;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RDF that is broken, wrong or hostile is refused with its place, before anything is written. */
class RdfBadInputTest {

  private static final String PERSON =
      "<lantai:/id/person/a> a <%s> ; <%s> \"某甲\" .\n"
          .formatted(Rico.Person.getURI(), Rico.name.getURI());
  private static final String NODE =
      "{\"@id\":\"lantai:/id/person/a\",\"@type\":\"rico:Person\",\"rico:name\":\"某甲\"%s}";
  private static final String CONTEXT = "\"@context\":{\"rico\":\"" + Rico.NS + "\"}";

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void namesTheLineOfASyntaxError() throws IOException {
    write("a.ttl", PERSON + PERSON + "<lantai:/id/person/b> a a a .\n");
    Problem problem = refusal("a.ttl");
    assertEquals(3, problem.row());
    assertTrue(problem.reason().zh().contains("Turtle"));
    write("a.nt", "<http://a> <http://b> \"c\" .\n<http://a> <http://b> .\n");
    assertEquals(2, refusal("a.nt").row());
    write("a.jsonld", "{" + CONTEXT + ",\n\"@graph\":[\n" + NODE.formatted("") + ",\n{]}");
    assertEquals(4, refusal("a.jsonld").row());
  }

  @Test
  void aBrokenFileAmongOthersKeepsAllRdfOutOfTheImport() throws IOException {
    write("good.ttl", PERSON);
    write("bad.ttl", "<a");
    assertEquals("bad.ttl", refusal("").file());
  }

  @Test
  void refusesRelativeNamesWithoutABase() throws IOException {
    write("a.ttl", "\n<#a> a <" + Rico.Person.getURI() + "> .");
    assertEquals(2, refusal("a.ttl").row());
    write("a.ttl", "@base <lantai:/id/person/> .\n" + PERSON.replace("lantai:/id/person/a", "b"));
    assertEquals(List.of(), load("a.ttl").problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void refusesUtf16ByName(String encoding) throws IOException {
    Files.write(in("a.ttl"), PERSON.getBytes(Charset.forName(encoding)));
    assertTrue(refusal("a.ttl").reason().zh().contains("UTF-16"));
  }

  @Test
  void refusesGb18030AndNamesTheLine() throws IOException {
    Files.write(in("a.ttl"), ("# a\n" + PERSON).getBytes(Charset.forName("GB18030")));
    Problem problem = refusal("a.ttl");
    assertEquals(2, problem.row());
    assertTrue(problem.reason().zh().contains("GB18030"));
  }

  @Test
  void readsUtf8WithAByteOrderMark() throws IOException {
    write("a.ttl", "\uFEFF" + PERSON);
    assertEquals(List.of(), load("a.ttl").problems());
  }

  @Test
  void refusesAGzipFileThatIsCutOffOrNone() throws IOException {
    pack("a.ttl.gz", PERSON, 20_000);
    byte[] whole = Files.readAllBytes(in("a.ttl.gz"));
    Files.write(in("a.ttl.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertTrue(refusal("a.ttl.gz").reason().zh().contains("压缩"));
    write("a.ttl.gz", PERSON);
    assertTrue(refusal("a.ttl.gz").reason().zh().contains("压缩"));
  }

  @Test
  void refusesAGzipBomb() throws IOException {
    pack("a.nt.gz", "\n".repeat(1 << 16), 1 << 11);
    assertTrue(refusal("a.nt.gz").reason().zh().contains("反常"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\"\"", "<http://", "# ", "ex:", ""})
  void refusesATokenWithoutEnd(String beginning) throws IOException {
    try (OutputStream out = packed("a.ttl.gz")) {
      out.write(("\n<http://a> <http://b> " + beginning).getBytes(StandardCharsets.UTF_8));
      byte[] text = "字".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 << 10; i++) {
        out.write(text);
      }
    }
    Problem problem = refusal("a.ttl.gz");
    assertEquals(2, problem.row());
    assertTrue(problem.reason().zh().contains("一百万字"), problem.toString());
  }

  @Test
  void keepsOutWhatHasALiteralThatNoCellCouldHold() throws IOException {
    write(
        "a.ttl",
        PERSON + PERSON.replace("/a>", "/b>").replace("某甲", "字".repeat(100_001)).strip() + "\n");
    Problem problem = load("a.ttl").problems().get(0);
    assertEquals(2, problem.row());
    assertTrue(journal.state(new EntityIri(EntityType.PERSON, "a")).isPresent());
  }

  @Test
  void neverFetchesAContext() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> requests.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/context";
      for (String context :
          List.of(
              "\"@context\":\"" + address + "\"",
              "\"@context\":[{},\"" + address + "\"]",
              "\"@context\":{\"@import\":\"" + address + "\"}",
              "\"@context\":{\"p\":{\"@id\":\"http://p\",\"@context\":\"" + address + "\"}}")) {
        write("a.jsonld", "{" + context + ",\"@graph\":[{\"@id\":\"http://a\",\"p\":{}}]}");
        Problem problem = refusal("a.jsonld");
        assertTrue(problem.reason().zh().contains(address), problem.toString());
      }
    } finally {
      server.stop(0);
    }
    assertEquals(0, requests.get());
  }

  @Test
  void refusesDeepNesting() throws IOException {
    write("a.jsonld", "[".repeat(100_000));
    assertTrue(refusal("a.jsonld").reason().zh().contains("嵌套"));
    write("a.jsonld", "{\"@graph\":".repeat(100_000));
    assertTrue(refusal("a.jsonld").reason().zh().contains("嵌套"));
    write("a.ttl", "<http://a> <http://b> " + "(".repeat(100_000));
    assertTrue(refusal("a.ttl").reason().zh().contains("嵌套"));
    write("a.trig", "<http://a> <http://b> " + "[<http://b> ".repeat(100_000));
    assertTrue(refusal("a.trig").reason().zh().contains("嵌套"));
  }

  @Test
  void refusesJsonLdThatWouldHaveToBeHeldInMemory() throws IOException {
    String note = ",\"rico:history\":\"" + "字".repeat(50_000) + "\"";
    String nodes = (NODE.formatted(note) + ",\n").repeat(40) + NODE.formatted("");
    write("a.jsonld", "{\"@graph\":[" + nodes + "]," + CONTEXT + "}");
    assertTrue(refusal("a.jsonld").remedy().zh().contains("N-Triples"));
    write("a.jsonld", "{" + CONTEXT + ",\"@graph\":[" + nodes + "]}");
    assertEquals(0, load("a.jsonld").errors());
  }

  @Test
  void refusesAKeyThatTheContextDoesNotKnow() throws IOException {
    write("a.jsonld", "{" + CONTEXT + ",\"@graph\":[" + NODE.formatted(",\"colour\":1") + "]}");
    assertTrue(refusal("a.jsonld").reason().zh().contains("colour"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@graph\":[%1$s],%2$s}",
        "{%2$s,\"@graph\":%1$s}",
        "{%2$s,\"@id\":\"http://graph\",\"@graph\":[%1$s]}",
        "{%2$s,\"@included\":[%1$s]}"
      })
  void readsJsonLdOfAllForms(String form) throws IOException {
    write("a.jsonld", form.formatted(NODE.formatted(""), CONTEXT));
    assertEquals(List.of(), load("a.jsonld").problems());
    assertTrue(journal.state(new EntityIri(EntityType.PERSON, "a")).isPresent());
  }

  @Test
  void namesTheLineOfANodeInJsonLd() throws IOException {
    String nameless = NODE.formatted("").replace("/a", "/b").replace("rico:name", "rico:history");
    write(
        "a.jsonld",
        "{" + CONTEXT + ",\n\"@graph\":[\n" + NODE.formatted("") + ",\n" + nameless + "\n]}");
    assertEquals(4, load("a.jsonld").problems().get(0).row());
  }

  @Test
  void readsExpandedJsonLd() throws IOException {
    write(
        "a.jsonld",
        "[{\"@id\":\"lantai:/id/person/a\",\"@type\":[\"%s\"],\"%s\":[{\"@value\":\"某甲\"}]}]"
            .formatted(Rico.Person.getURI(), Rico.name.getURI()));
    assertEquals(List.of(), load("a.jsonld").problems());
  }

  @Test
  void refusesStatementsAboutStatements() throws IOException {
    write("a.ttl", "<http://a> <http://b> <<( <http://a> <http://b> <http://c> )>> .");
    assertEquals(1, refusal("a.ttl").row());
  }

  @Test
  void keepsWhatTheProfileDoesNotKnow() throws IOException {
    String odd = "<lantai:/id/person/a> <http://odd.example/height> \"1.7\" .\n";
    write("a.ttl", PERSON + odd);
    assertEquals(List.of(), load("a.ttl").problems());
    EntityIri person = new EntityIri(EntityType.PERSON, "a");
    assertTrue(
        new String(journal.current(person).orElseThrow().toNTriples(), StandardCharsets.UTF_8)
            .contains("http://odd.example/height"));
    assertEquals(
        Optional.of("某甲"),
        new GraphReader(journal.current(person).orElseThrow()).string(Rico.name));
  }

  private Problem refusal(String file) throws IOException {
    IngestReport report = load(file);
    assertEquals(1, report.problems().size(), report.problems().toString());
    assertTrue(report.problems().get(0).isError());
    assertTrue(
        journal.after(0, 1000).stream()
            .allMatch(row -> BuiltInSchemes.graphs().containsKey(row.entity())));
    assertFalse(Files.exists(folder.resolve("report/rdf")));
    return report.problems().get(0);
  }

  private IngestReport load(String file) throws IOException {
    return new Importer(
            journal,
            new Curation(journal, new ProfileCheck(), Inbound.NONE),
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(
            ImportOrder.of(new Author("test", "测试"), folder.resolve("in").resolve(file)),
            folder.resolve("report"),
            Progress.NONE);
  }

  private void write(String file, String text) throws IOException {
    Files.write(in(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private void pack(String file, String text, int times) throws IOException {
    try (OutputStream out = packed(file)) {
      for (int i = 0; i < times; i++) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private OutputStream packed(String file) throws IOException {
    return new GZIPOutputStream(Files.newOutputStream(in(file)));
  }

  private Path in(String file) throws IOException {
    return Files.createDirectories(folder.resolve("in")).resolve(file);
  }
}
