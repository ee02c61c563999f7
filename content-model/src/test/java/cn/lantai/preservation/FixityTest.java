package cn.lantai.preservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.TestImages;
import cn.lantai.preservation.Fixity.Finding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixityTest {

  @TempDir Path temporary;

  private final Set<Digest> known = new HashSet<>();
  private final List<Digest> images = new ArrayList<>();
  private TestSystem system;

  @BeforeEach
  void storeThree() throws Exception {
    system = new TestSystem(temporary.resolve("data"), EnumSet.allOf(DigestAlgorithm.class));
    for (int shade = 1; shade <= 3; shade++) {
      images.add(system.image(shade).digest());
    }
    known.addAll(images);
  }

  @AfterEach
  void close() {
    system.close();
  }

  @Test
  void whatIsWholeIsFoundWhole() throws IOException {
    Fixity.Result result = fixity().check(known, Reporter.NONE);
    assertTrue(result.intact());
    assertEquals(6, result.files());
    assertEquals(0, result.count(Finding.UNKNOWN));
    assertFalse(Files.exists(fixity().report()), "there is nothing to report");
  }

  @Test
  void flippedBitsInOriginalsAndAccessFilesAreNamed() throws IOException {
    flip(system.media.originalPath(images.get(0)));
    flip(system.media.accessPath(images.get(1)));
    Fixity.Result result = fixity().check(known, Reporter.NONE);
    assertFalse(result.intact());
    assertEquals(4, result.count(Finding.DAMAGED), "by SHA-256 and by SM3 each");
    String report = Files.readString(fixity().report());
    assertTrue(report.contains(images.get(0).hex() + ","), report);
    assertTrue(report.contains(images.get(1).hex() + ".tif,"), report);
    assertFalse(report.contains(images.get(2).hex() + ".tif,"), report);
  }

  @Test
  void missingFilesAndFilesThatNothingRefersToAreNamed() throws IOException {
    Files.delete(system.media.originalPath(images.get(0)));
    known.remove(images.get(2));
    Files.writeString(system.media.originalPath(images.get(1)).resolveSibling("notes.txt"), "?");
    Fixity.Result result = fixity().check(known, Reporter.NONE);
    assertFalse(result.intact());
    assertEquals(1, result.count(Finding.MISSING));
    assertEquals(3, result.count(Finding.UNKNOWN));
    assertTrue(Files.readString(fixity().report()).contains("notes.txt"));
  }

  @Test
  void theFileOfAPageIsReferredToByThePage() throws Exception {
    BufferedImage page = new BufferedImage(30, 40, BufferedImage.TYPE_3BYTE_BGR);
    Path book = temporary.resolve("book.tif");
    Files.write(book, TestImages.tiff(List.of(page, page)));
    known.add(system.media.ingest(book, 2).digest());

    assertTrue(fixity().check(known, Reporter.NONE).intact());
    assertEquals(0, fixity().check(known, Reporter.NONE).count(Finding.UNKNOWN));

    Files.delete(system.media.originalPath(Digest.of(book)));
    assertEquals(1, fixity().check(known, Reporter.NONE).count(Finding.MISSING));
  }

  @Test
  void aCheckThatBrokeOffGoesOnWhereItWas() throws IOException {
    flip(system.media.accessPath(first()));
    assertThrows(
        IllegalStateException.class,
        () ->
            fixity()
                .check(
                    known,
                    (done, total, step) -> {
                      if (done == 3) {
                        throw new IllegalStateException("killed");
                      }
                    }));
    List<Long> read = new ArrayList<>();
    Fixity.Result result =
        new Fixity(system.media, temporary, read::add).check(known, Reporter.NONE);
    assertEquals(6, result.files());
    assertEquals(4, read.size(), "two were read before");
    assertEquals(2, result.count(Finding.DAMAGED));
  }

  /** The image whose access file is read first. */
  private Digest first() {
    return images.stream().min((a, b) -> a.hex().compareTo(b.hex())).orElseThrow();
  }

  private Fixity fixity() {
    return new Fixity(system.media, temporary, bytes -> {});
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
