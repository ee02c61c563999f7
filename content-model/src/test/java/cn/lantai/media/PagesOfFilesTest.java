package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold several pages, such as those of scanners that write a book into one TIFF. */
class PagesOfFilesTest {

  @TempDir private Path folder;
  private MediaStore store;
  private Path book;

  @BeforeEach
  void makeABook() throws IOException {
    store = MediaStore.open(folder.resolve("media"), 2_000_000);
    book = folder.resolve("book.tif");
    Files.write(book, TestImages.tiff(List.of(page(300, 400), page(310, 410), page(320, 420))));
  }

  @Test
  void everyPageIsAnImageOfItsOwnAndTheFileIsKeptOnce() throws Exception {
    assertEquals(3, MediaStore.pages(book));
    Ingested third = store.ingest(book, 3);
    Ingested first = store.ingest(book, 1);
    Ingested second = store.ingest(book, 2);

    assertEquals(new PixelSize(300, 400), first.size());
    assertEquals(new PixelSize(310, 410), store.pyramid(second.digest()).orElseThrow().size());
    assertEquals(new PixelSize(320, 420), store.pyramid(third.digest()).orElseThrow().size());
    assertEquals("image/tiff", third.mediaType());
    assertEquals(Digest.of(book), first.digest());
    assertNotEquals(second.digest(), third.digest());
    assertArrayEquals(
        Files.readAllBytes(book), Files.readAllBytes(store.originalPath(first.digest())));
    assertTrue(bytes("originals") < Files.size(book) + 1000);
    for (Ingested each : List.of(first, second, third)) {
      assertTrue(store.isIntact(each.digest()));
    }
    assertEquals(Optional.of(first.digest()), store.fileOf(third.digest()));
    assertEquals(Optional.empty(), store.fileOf(first.digest()));
  }

  @Test
  void theSamePageIsStoredOnce() throws Exception {
    Ingested once = store.ingest(book, 2);
    Ingested again = store.ingest(book, 2);

    assertFalse(once.alreadyThere());
    assertTrue(again.alreadyThere());
    assertEquals(once.digest(), again.digest());
    assertEquals(once.digest(), store.examine(book, 2).digest());
    assertTrue(store.examine(book, 2).alreadyThere());
    assertFalse(store.examine(book, 3).alreadyThere());
  }

  @Test
  void theAccessFileOfAPageIsMadeAgainFromTheFile() throws Exception {
    Digest second = store.ingest(book, 2).digest();
    Files.delete(store.accessPath(second));

    assertEquals(new PixelSize(310, 410), store.remakeAccess(second).size());
  }

  @Test
  void aPageThatIsNotThereIsRefusedAndLeavesNothing() throws IOException {
    UnreadableImageException refusal =
        assertThrows(UnreadableImageException.class, () -> store.ingest(book, 4));
    assertEquals(Kind.NO_SUCH_PAGE, refusal.kind());
    assertTrue(refusal.reason().contains("3"), refusal.reason());
    assertEquals(0, bytes("originals"));
    assertEquals(0, bytes("incoming"));
  }

  @Test
  void aPageThatIsCutOffDoesNotKeepTheOthersOut() throws Exception {
    byte[] whole = Files.readAllBytes(book);
    Path file = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, 600_000));

    assertEquals(new PixelSize(300, 400), store.ingest(file, 1).size());
    assertThrows(UnreadableImageException.class, () -> store.ingest(file, 3));
    assertEquals(0, bytes("incoming"));
  }

  @Test
  void whatComesFromOutsideIsNeverTakenForAPage() {
    byte[] words = new FilePage(Digest.of(new byte[1]), 2).words();
    assertThrows(
        UnreadableImageException.class, () -> store.ingest(new ByteArrayInputStream(words)));
  }

  @Test
  void smallerVersionsOfAPictureAreNoPages() throws Exception {
    Path picture = folder.resolve("picture.jpg");
    Files.write(picture, TestImages.jpeg(TestImages.squares(1300, 1000, 100)));
    Digest image = store.ingest(picture).digest();

    assertTrue(store.pyramid(image).orElseThrow().levels() > 1);
    assertEquals(1, MediaStore.pages(store.accessPath(image)));
  }

  @Test
  void directoriesThatLeadInACircleComeToAnEnd() throws IOException {
    byte[] tiff = Files.readAllBytes(book);
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = bytes.getInt(4);
    int last = first;
    for (int next = last; next != 0; next = bytes.getInt(nextOf(bytes, next))) {
      last = next;
    }
    bytes.putInt(nextOf(bytes, last), first);
    Path circle = Files.write(folder.resolve("circle.tif"), tiff);

    int pages = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MediaStore.pages(circle));

    assertTrue(pages <= 3, "pages " + pages);
  }

  private static int nextOf(ByteBuffer tiff, int directory) {
    return directory + 2 + 12 * (tiff.getShort(directory) & 0xFFFF);
  }

  @Test
  void onePageFilesHaveOnePageWhateverTheyAre() throws IOException {
    Path jpeg = Files.write(folder.resolve("a.jpg"), TestImages.jpeg(TestImages.squares(9, 9, 3)));
    Path text = Files.writeString(folder.resolve("a.txt"), "no picture");
    Path empty = Files.createFile(folder.resolve("empty.tif"));
    for (Path file : List.of(jpeg, text, empty)) {
      assertEquals(1, MediaStore.pages(file));
    }
    assertThrows(UnreadableImageException.class, () -> store.ingest(jpeg, 2));
  }

  private long bytes(String part) throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve("media").resolve(part))) {
      return walk.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static BufferedImage page(int width, int height) {
    return TestImages.squares(width, height, 50).toBufferedImage();
  }
}
