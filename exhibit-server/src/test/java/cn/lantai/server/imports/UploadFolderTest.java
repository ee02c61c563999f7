package cn.lantai.server.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.imports.UploadFolder.Allowance;
import cn.lantai.server.imports.UploadRefusedException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFolderTest {

  @TempDir private Path folder;

  @Test
  void takesFilesAndUnpacksArchivesIntoAFolderOfTheirName() throws Exception {
    UploadFolder upload = upload(10, 1000);
    upload.take("记录.csv", bytes("甲"));
    upload.take("X043-0001.zip", zip(StandardCharsets.UTF_8, "001.jpg", "卷二/002.jpg"));
    assertEquals(List.of("X043-0001/001.jpg", "X043-0001/卷二/002.jpg", "记录.csv"), files());
  }

  @Test
  void readsNamesThatOlderWindowsWrote() throws Exception {
    upload(10, 1000).take("a.zip", zip(Charset.forName("GB18030"), "卷\\信.jpg"));
    assertEquals(List.of("a/卷/信.jpg"), files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a/../../b.csv",
        "/etc/passwd",
        "..",
        "a\\..\\..\\b",
        "C:\\x.csv",
        "a\nb"
      })
  void noNameLeadsElsewhere(String name) throws Exception {
    assertEquals(Kind.NAME, refusal(() -> upload(10, 1000).take(name, bytes("x"))));
    byte[] archive = zip(StandardCharsets.UTF_8, name).readAllBytes();
    assertEquals(
        Kind.NAME,
        refusal(() -> upload(10, 1000).take("b.zip", new ByteArrayInputStream(archive))));
    assertFalse(Files.exists(folder.resolveSibling("etc")));
  }

  @Test
  void aBombIsStoppedByWhatComesOutOfIt() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("zeros.csv"));
      zip.write(new byte[5_000_000]);
    }
    assertTrue(bomb.size() < 10_000);
    assertEquals(
        Kind.TOO_LARGE,
        refusal(
            () ->
                upload(10, 100_000)
                    .take("bomb.zip", new ByteArrayInputStream(bomb.toByteArray()))));
  }

  @Test
  void thereIsAnEndToHowManyFiles() throws Exception {
    String[] names =
        Stream.iterate(1, n -> n + 1).limit(11).map(n -> n + ".csv").toArray(String[]::new);
    byte[] archive = zip(StandardCharsets.UTF_8, names).readAllBytes();
    assertEquals(
        Kind.TOO_MANY,
        refusal(() -> upload(10, 9000).take("a.zip", new ByteArrayInputStream(archive))));
  }

  @Test
  void whatIsNoArchiveOrBreaksOffIsRefused() throws Exception {
    assertEquals(Kind.ARCHIVE, refusal(() -> upload(10, 9000).take("a.zip", bytes("PK no"))));
    byte[] whole = zip(StandardCharsets.UTF_8, "a.csv", "b.csv").readAllBytes();
    byte[] torn = Arrays.copyOf(whole, whole.length - 30);
    assertEquals(
        Kind.ARCHIVE,
        refusal(() -> upload(10, 9000).take("b.zip", new ByteArrayInputStream(torn))));
  }

  @Test
  void noNameIsTakenTwice() throws Exception {
    UploadFolder upload = upload(10, 1000);
    upload.take("a.csv", bytes("1"));
    assertEquals(Kind.NAME, refusal(() -> upload.take("a.csv", bytes("2"))));
    assertEquals(Kind.NAME, refusal(() -> upload.take("a.csv/b.csv", bytes("2"))));
  }

  @Test
  void namesThatArriveAsLatinAreReadAsTheyWereSent() {
    String arrived =
        new String("记录.csv".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertEquals("记录.csv", UploadForm.asSent(arrived));
    assertEquals("记录.csv", UploadForm.asSent("记录.csv"));
    assertEquals("caf\u00e9.csv", UploadForm.asSent("caf\u00e9.csv"));
  }

  private UploadFolder upload(int files, long bytes) {
    return new UploadFolder(folder, new Allowance(files, bytes));
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static Kind refusal(Attempt attempt) {
    UploadRefusedException refused = assertThrows(UploadRefusedException.class, attempt::run);
    assertFalse(refused.reason().zh().isBlank());
    assertTrue(refused.reason().en().isPresent());
    return refused.kind();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteArrayInputStream zip(Charset names, String... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (String name : files) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
