package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.lantai.ingest.IngestReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported as RDF and is imported into an empty system is exported as the same bytes. */
class RdfRoundTripTest {

  @TempDir private static Path folder;
  private static TestSystem samples;

  @BeforeAll
  static void loadTheSamples() throws IOException {
    samples = new TestSystem(folder.resolve("samples"));
    samples.load(TestSystem.SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt", "ttl", "jsonld"})
  void everyFormatComesBackWhole(String format) throws IOException {
    byte[] exported = samples.export(format);
    TestSystem other = imported(format, "dump." + format, exported);
    assertArrayEquals(exported, other.export(format));
    assertArrayEquals(samples.export("csv"), other.export("csv"));
  }

  @Test
  void theAddressOfTheSystemThatItComesFromDoesNotMatter() throws IOException {
    String exported = text(samples.export("nt")).replace("https://example.org/", "http://old/cms/");
    assertArrayEquals(
        samples.export("nt"), imported("address", "dump.nt", bytes(exported)).export("nt"));
    String internal = text(samples.export("nt")).replace("https://example.org/", "lantai:/");
    assertArrayEquals(
        samples.export("nt"), imported("internal", "dump.nt", bytes(internal)).export("nt"));
  }

  @Test
  void statementsMayComeInAnyOrderInAnyGraphAndPacked() throws IOException {
    List<String> quads = new ArrayList<>();
    int number = 0;
    for (String line : text(samples.export("nt")).split("\n")) {
      quads.add(line.replaceFirst("\\.$", "<http://graphs/" + number++ % 7 + "> ."));
    }
    Collections.shuffle(quads, new Random(1921));
    assertArrayEquals(
        samples.export("nt"),
        imported("shuffled", "dump.nq", bytes(String.join("\n", quads))).export("nt"));
    Path parts = Files.createDirectory(folder.resolve("parts"));
    pack(parts.resolve("1.nq.gz"), quads.subList(0, number / 2));
    pack(parts.resolve("2.nq.gz"), quads.subList(number / 2, number));
    TestSystem other = new TestSystem(folder.resolve("packed"));
    assertEquals(List.of(), other.load(parts).problems());
    assertArrayEquals(samples.export("nt"), other.export("nt"));
    assertFalse(Files.exists(folder.resolve("packed/report/rdf")));
  }

  @Test
  void importingItAgainChangesNothing() throws IOException {
    Path dump = Files.write(folder.resolve("again.ttl"), samples.export("ttl"));
    TestSystem other = new TestSystem(folder.resolve("again"));
    assertEquals(List.of(), other.load(dump).problems());
    IngestReport again = other.load(dump);
    assertEquals(List.of(), again.problems());
    assertEquals(again.acceptedInAll(), again.unchanged());
  }

  private static TestSystem imported(String name, String file, byte[] content) throws IOException {
    Path dump = Files.createDirectory(folder.resolve(name + "-file")).resolve(file);
    Files.write(dump, content);
    TestSystem system = new TestSystem(folder.resolve(name));
    assertEquals(List.of(), system.load(dump).problems());
    return system;
  }

  private static void pack(Path file, List<String> lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes(String.join("\n", lines)));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
