package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class Ead3FormatTest {

  private static Schema schema;

  @TempDir private static Path folder;
  private static TestSystem system;

  @BeforeAll
  static void loadTheSamples() throws IOException, SAXException {
    schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Ead3FormatTest.class.getResource("/ead3/ead3.xsd"));
    system = new TestSystem(folder);
    system.load(TestSystem.SAMPLES);
  }

  @Test
  void everyFondsOfTheSamplesIsValid() throws IOException, SAXException {
    List<EntityIri> roots = Holdings.read(system.stage(), Holdings::roots);
    assertTrue(roots.size() > 20);
    for (EntityIri root : roots) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExportReport report = system.export(new Scope.Branch(root), "ead3", out);
      assertEquals(List.of(), report.problems());
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//archdesc/@level | fonds",
        "//archdesc/did/unitid | X001",
        "//archdesc/did/unitid/@identifier | https://example.org/id/set/x001",
        "//archdesc/did/repository/corpname/part | 绍兴市上虞区档案馆",
        "//archdesc/did/unittitle[@lang='eng'] | Collected revolutionary papers of Shangyu",
        "//archdesc/did/unitdatestructured/daterange/todate/@standarddate | 1949",
        "//archdesc/dsc/c/@level | series",
        "//c[@level='item'][1]/did/unitid | X001-ZL-001-0001",
        "//c[@level='item'][1]/did/unitdate | 民国九年八月（1920年8月）",
        "//c[@level='item'][1]/did/unitdatestructured/datesingle/@standarddate | 1920-08",
        "//c[@level='item'][1]/did/origination/persname/part | 陈望道",
        "//c[@level='item'][1]/did/langmaterial/language | 汉语（繁体竖排）",
        "//c[@level='item'][1]/did/dao/@href | https://example.org/iiif/manifest/r001",
        "//c[@level='item'][1]/controlaccess/genreform/part | 图书",
        "//c[@level='item'][1]//geogname/@identifier | https://example.org/id/place/pl-chengyuli",
        "//c[@level='item'][1]/accessrestrict/p | 开放",
      })
  void saysWhatTheFondsSays(String path, String expected) throws Exception {
    assertEquals(expected, evaluate(path, fonds("x001")));
  }

  @Test
  void anUncertainDateKeepsItsEdtfAndHasBoundsThatEveryoneCanRead() throws Exception {
    TestSystem other = new TestSystem(folder.resolve("dates"));
    Files.createDirectories(folder.resolve("dates/tables"));
    Files.writeString(
        folder.resolve("dates/tables/fonds.csv"),
        "键,档号,层级,题名,性质,时间\nx1,X001,全宗,春,真实,1921-21\nx2,X002,全宗,起,真实,1921?/..\n");
    assertEquals(List.of(), other.load(folder.resolve("dates/tables")).problems());
    Document spring = parse(other.export(branch("x1"), "ead3"));
    assertEquals("edtf:1921-21", evaluate("//unitdatestructured/@altrender", spring));
    assertEquals("1921-03-01", evaluate("//datesingle/@notbefore", spring));
    assertEquals("1921-05-31", evaluate("//datesingle/@notafter", spring));
    byte[] open = other.export(branch("x2"), "ead3");
    assertEquals("1921-01-01", evaluate("//daterange/fromdate/@notbefore", parse(open)));
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(open)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b> & \"引\"", "𠮷家🏮", "一\u0001二", "]]>"})
  void oddCharactersDoNoHarm(String title) throws Exception {
    Path tables = Files.createTempDirectory(folder, "odd");
    Files.writeString(
        tables.resolve("fonds.csv"),
        "键,档号,层级,题名,性质\nx1,X001,全宗,\"" + title.replace("\"", "\"\"") + "\",真实\n");
    TestSystem other = new TestSystem(tables);
    other.load(tables);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportReport report = other.export(branch("x1"), "ead3", out);
    String written = evaluate("//archdesc/did/unittitle", parse(out.toByteArray()));
    assertEquals(title.replace('\u0001', '\uFFFD'), written);
    assertEquals(!title.contains("\u0001"), report.isComplete());
  }

  @Test
  void theSameFondsGivesTheSameBytes() throws IOException {
    assertArrayEquals(system.export(branch("x001"), "ead3"), system.export(branch("x001"), "ead3"));
  }

  @Test
  void manyFondsNeedAFolder() throws IOException {
    assertThrows(NotExportableException.class, () -> system.export("ead3"));
    Path target = folder.resolve("eads");
    new Exporter(system.stage())
        .write(
            new Scope.Everything(),
            ExportFormats.named("ead3").orElseThrow(),
            target,
            (done, step) -> {});
    assertTrue(Files.readString(target.resolve("x001.xml")).contains("X001-ZL-001-0001"));
  }

  private static Scope branch(String key) {
    return new Scope.Branch(new EntityIri(EntityType.RECORD_SET, key));
  }

  private static Document fonds(String key) throws Exception {
    return parse(system.export(branch(key), "ead3"));
  }

  private static Document parse(byte[] ead) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(ead));
  }

  private static String evaluate(String path, Document ead) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, ead);
  }
}
