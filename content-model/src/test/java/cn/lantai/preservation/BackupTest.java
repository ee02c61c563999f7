package cn.lantai.preservation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Graphs;
import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {

  @TempDir Path temporary;

  private TestSystem source;
  private TestSystem empty;

  @BeforeEach
  void open() throws Exception {
    source = new TestSystem(temporary.resolve("source")).withLetters(5);
    source.image(1);
    source.image(2);
    Files.createDirectories(source.data.resolve("themes/own"));
    Files.writeString(source.data.resolve("themes/own/theme.properties"), "名=红\n");
    empty = new TestSystem(temporary.resolve("empty"));
  }

  @AfterEach
  void close() {
    source.close();
    empty.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bag", "bag.zip"})
  void whatIsRestoredIsWhatWasBackedUp(String name) throws Exception {
    Path bag = temporary.resolve(name);
    Backup.Result made = source.backup(bag);
    assertEquals(List.of(), made.leftOut());
    Inventory expected = empty.restore(bag);
    assertTrue(Restore.isIncomplete(empty.data));
    assertEquals(expected, empty.restore().inventory(true));
    assertEquals(made.inventory(), expected);
    empty.restore().finish();
    assertFalse(Restore.isIncomplete(empty.data));

    assertTrue(empty.journal.verify().intact());
    List<Entry> before = source.journal.after(0, 100);
    List<Entry> after = empty.journal.after(0, 100);
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i).hash(), after.get(i).hash());
      assertArrayEquals(before.get(i).content(), after.get(i).content());
    }
    assertEquals(
        source.journal.state(Graphs.record("r1")), empty.journal.state(Graphs.record("r1")));
    assertEquals("名=红\n", Files.readString(empty.data.resolve("themes/own/theme.properties")));
    assertEquals(14, empty.journal.append(letter("r9")).get(0).sequence());
  }

  @Test
  void aBagObeysTheStandard() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    assertEquals(
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        Files.readString(bag.resolve("bagit.txt")));
    Map<String, String> payload = sums(bag, "manifest-sha256.txt");
    Map<String, String> tags = sums(bag, "tagmanifest-sha256.txt");
    long octets = 0;
    for (String file : files(bag)) {
      Map<String, String> manifest = file.startsWith("data/") ? payload : tags;
      if (!file.startsWith("tagmanifest-")) {
        assertEquals(Digest.of(bag.resolve(file)).hex(), manifest.remove(file), file);
      }
      octets += file.startsWith("data/") ? Files.size(bag.resolve(file)) : 0;
    }
    assertEquals(Map.of(), payload, "in the manifest, but not there");
    assertEquals(Map.of(), tags, "in the tag manifest, but not there");
    long count = files(bag).stream().filter(file -> file.startsWith("data/")).count();
    assertTrue(
        Files.readAllLines(bag.resolve("bag-info.txt"))
            .contains("Payload-Oxum: " + octets + "." + count));
  }

  @Test
  void theNewestVersionsAreThereAsRdf() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    DatasetGraph newest;
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(bag.resolve("data/rdf/newest.nq.gz")))) {
      newest = RDFParser.source(in).lang(Lang.NQUADS).toDatasetGraph();
    }
    assertEquals(5, newest.size());
    assertTrue(newest.stream().allMatch(quad -> quad.getGraph().getURI().startsWith("https://")));
    assertTrue(newest.stream().noneMatch(quad -> quad.getObject().toString().contains("初稿")));
    assertTrue(newest.stream().anyMatch(quad -> quad.getObject().toString().contains("“定稿”")));
  }

  @Test
  void sm3ManifestsAreWrittenAndCheckedByChoice() throws Exception {
    Path bag = temporary.resolve("bag");
    Backup.Options both = new Backup.Options(true, EnumSet.allOf(DigestAlgorithm.class));
    source.backup(bag, both, Reporter.NONE);
    source.backup(bag, both, Reporter.NONE);
    assertEquals(sums(bag, "manifest-sha256.txt").keySet(), sums(bag, "manifest-sm3.txt").keySet());
    try (BagReader reader = BagReader.open(bag)) {
      assertEquals(List.of(), reader.check(Reporter.NONE));
    }
  }

  @Test
  void rowsAppendedMeanwhileDoNotCount() throws Exception {
    Path bag = temporary.resolve("bag");
    long head = source.journal.head();
    source.backup(
        bag,
        TestSystem.WHOLE,
        (done, total, step) -> source.journal.append(letter("new" + System.nanoTime())));
    assertTrue(source.journal.head() > head);
    Inventory expected = empty.restore(bag);
    assertEquals(Long.toString(head), expected.values().get("journal.rows"));
    assertEquals(expected, empty.restore().inventory(true));
  }

  @Test
  void aBackupThatBreaksOffLeavesTheOldOneAndIsGoneOnWith() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    String manifest = Files.readString(bag.resolve("manifest-sha256.txt"));
    source.withLetters(7);
    source.image(3);
    assertThrows(
        IllegalStateException.class,
        () ->
            source.backup(
                bag,
                TestSystem.WHOLE,
                (done, total, step) -> {
                  if (step.zh().contains("影像")) {
                    throw new IllegalStateException("killed");
                  }
                }));
    assertEquals(manifest, Files.readString(bag.resolve("manifest-sha256.txt")));
    source.backup(bag);
    assertEquals(
        List.of("bag", "empty", "source"), names(temporary), "nothing is left beside the bag");
    assertEquals(empty.restore(bag), empty.restore().inventory(true));
  }

  @Test
  void mediaThatTheOldBackupHasAreNotCopiedAgain() throws Exception {
    Path bag = temporary.resolve("bag");
    Digest image = source.image(1).digest();
    source.backup(bag);
    Object before = Files.readAttributes(inBag(bag, image), "unix:ino").get("ino");
    source.backup(bag);
    assertEquals(before, Files.readAttributes(inBag(bag, image), "unix:ino").get("ino"));
  }

  @Test
  void aDamagedOriginalIsLeftOutAndNamed() throws Exception {
    Digest image = source.image(1).digest();
    flip(source.media.originalPath(image), 50);
    Backup.Result made = source.backup(temporary.resolve("bag"));
    assertEquals(1, made.leftOut().size());
    assertTrue(made.leftOut().get(0).contains(image.hex()), made.leftOut().toString());
    assertEquals("1", made.inventory().values().get("media.originals"));
  }

  @Test
  void eachFlippedBitIsFoundAndNamedAndNothingIsRestored() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    for (String file : files(bag)) {
      if (Files.size(bag.resolve(file)) > 0) {
        flip(bag.resolve(file), Files.size(bag.resolve(file)) / 2);
        PreservationException refused =
            assertThrows(PreservationException.class, () -> empty.restore(bag), file);
        boolean manifest = file.contains("manifest-");
        assertTrue(manifest || refused.getMessage().contains(file), refused.getMessage());
        if (!file.startsWith("data/media/")) {
          assertFalse(
              Restore.isIncomplete(empty.data), file + " was found before anything changed");
        }
        flip(bag.resolve(file), Files.size(bag.resolve(file)) / 2);
        empty.restore().finish();
        clear();
      }
    }
  }

  @Test
  void missingAndStrangeFilesAreFound() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    Files.writeString(bag.resolve("data/strange.txt"), "?");
    Files.delete(bag.resolve("data/inventory.txt"));
    try (BagReader reader = BagReader.open(bag)) {
      List<String> found = reader.check(Reporter.NONE);
      assertTrue(found.stream().anyMatch(line -> line.startsWith("data/strange.txt:")));
      assertTrue(found.stream().anyMatch(line -> line.startsWith("data/inventory.txt:")));
    }
  }

  @Test
  void aNameThatLeadsOutOfTheBagIsRefused() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    Files.writeString(bag.resolve("manifest-sha256.txt"), "0".repeat(64) + "  data/../../evil\n");
    assertThrows(PreservationException.class, () -> BagReader.open(bag));
  }

  @Test
  void onlyAnEmptySystemIsRestoredInto() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    PreservationException refused =
        assertThrows(PreservationException.class, () -> source.restore(bag));
    assertTrue(refused.getMessage().contains("empty system"), refused.getMessage());
  }

  @Test
  void aRestoreThatBrokeOffBeginsAgain() throws Exception {
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    try (BagReader reader = BagReader.open(bag)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              empty
                  .restore()
                  .load(
                      reader,
                      (done, total, step) -> {
                        if (step.zh().contains("文件")) {
                          throw new IllegalStateException("killed");
                        }
                      }));
    }
    assertTrue(Restore.isIncomplete(empty.data));
    assertEquals(empty.restore(bag), empty.restore().inventory(true));
    assertTrue(empty.journal.verify().intact());
  }

  @Test
  void withoutAccessFilesTheyAreMadeAgain() throws Exception {
    Path bag = temporary.resolve("bag");
    Digest image = source.image(1).digest();
    source.backup(
        bag, new Backup.Options(false, EnumSet.of(DigestAlgorithm.SHA_256)), Reporter.NONE);
    empty.restore(bag);
    assertTrue(empty.media.pyramid(image).isEmpty());
    assertEquals(List.of(), empty.restore().makeAccessFiles(Reporter.NONE));
    assertTrue(empty.media.pyramid(image).isPresent());
  }

  @Test
  void secretsStayBehind() throws Exception {
    Files.writeString(
        source.data.resolve("lantai.properties"),
        "lantai.port=81\nlantai.db.password=geheim\nlantai.db.url=jdbc:x?password=geheim\n");
    Path bag = temporary.resolve("bag");
    source.backup(bag);
    assertEquals(
        "lantai.port=81\n", Files.readString(bag.resolve("data/settings/lantai.properties")));
  }

  @Test
  void aPlaceThatIsNoBackupIsLeftAlone() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("documents"));
    Files.writeString(folder.resolve("letter.txt"), "x");
    assertThrows(PreservationException.class, () -> source.backup(folder));
    assertThrows(PreservationException.class, () -> source.backup(temporary.resolve("b.tar")));
    assertThrows(PreservationException.class, () -> source.backup(source.data.resolve("backup")));
    assertTrue(Files.exists(folder.resolve("letter.txt")));
  }

  private static List<Draft> letter(String key) {
    return List.of(Draft.put(Graphs.letter(key, "新"), "甲", ""));
  }

  private void clear() throws Exception {
    try (Connection connection = empty.dataSource.getConnection()) {
      Tables tables = new Tables(connection);
      tables.clear(Tables.ROWS);
      tables.clear("entity_state");
      connection
          .createStatement()
          .execute("UPDATE journal_head SET seq = 0, hash = '" + "0".repeat(64) + "'");
    }
    for (String file : files(empty.data)) {
      Files.delete(empty.data.resolve(file));
    }
  }

  private static Path inBag(Path bag, Digest image) {
    return bag.resolve("data/media/originals")
        .resolve(image.hex().substring(0, 2))
        .resolve(image.hex().substring(2, 4))
        .resolve(image.hex());
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }

  private static Map<String, String> sums(Path bag, String manifest) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    Files.readAllLines(bag.resolve(manifest), StandardCharsets.UTF_8)
        .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
    return sums;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
