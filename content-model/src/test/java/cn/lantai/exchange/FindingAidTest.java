package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class FindingAidTest {

  private static final EntityIri FONDS = new EntityIri(EntityType.RECORD_SET, "f1");
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");

  @TempDir private Path folder;

  @Test
  void aSetComesWithWhatIsBelowIt() throws IOException, SAXException {
    String ead = of(holdings(FindingAid.MOST_COMPONENTS), FONDS).orElseThrow();
    assertEquals(FindingAid.MOST_COMPONENTS, ead.split("<c ", -1).length - 1);
    assertFalse(ead.contains("<otherfindaid>"));
  }

  @Test
  void aSetWithVeryMuchBelowItComesAloneAndSaysSo() throws IOException, SAXException {
    String ead = of(holdings(FindingAid.MOST_COMPONENTS + 1), FONDS).orElseThrow();
    assertFalse(ead.contains("<c "));
    assertTrue(ead.contains("<otherfindaid>"), ead);
    assertTrue(ead.contains("href=\"https://example.org/id/set/f1\""), ead);
  }

  @Test
  void aRecordStandsForItself() throws IOException, SAXException {
    String ead = of(holdings(1), RECORD).orElseThrow();
    assertTrue(ead.contains("<archdesc level=\"item\""), ead);
    assertTrue(ead.contains("第1件"), ead);
  }

  @Test
  void whatIsNotThereHasNone() throws IOException, SAXException {
    assertTrue(of(holdings(0), RECORD).isEmpty());
  }

  private static Optional<String> of(TestSystem system, EntityIri thing)
      throws IOException, SAXException {
    Optional<byte[]> ead = FindingAid.of(system.stage(), thing);
    if (ead.isPresent()) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(FindingAidTest.class.getResource("/ead3/ead3.xsd"))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(ead.get())));
    }
    return ead.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private TestSystem holdings(int records) throws IOException {
    Files.writeString(folder.resolve("fonds.csv"), "键,档号,层级,题名,性质\nf1,X001,全宗,小城全宗,真实\n");
    StringBuilder rows = new StringBuilder("键,档号,上级,题名,性质\n");
    for (int n = 1; n <= records; n++) {
      rows.append("r%d,X001-%04d,f1,第%d件,真实\n".formatted(n, n, n));
    }
    Files.writeString(folder.resolve("records.csv"), rows);
    TestSystem system = new TestSystem(folder);
    system.load(folder);
    return system;
  }
}
