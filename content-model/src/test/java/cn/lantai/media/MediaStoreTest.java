package cn.lantai.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.UnreadableImageException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStoreTest {

  private static final byte[] JPEG = TestImages.jpeg(TestImages.squares(1000, 700, 100));

  @TempDir private Path root;
  private MediaStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = MediaStore.open(root, 2_000_000);
  }

  @Test
  void theSameBytesMayComeSeveralTimesAtTheSameMoment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Ingested>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(threads.submit(() -> store.ingest(new ByteArrayInputStream(JPEG))));
      }
      for (Future<Ingested> each : all) {
        assertEquals(Digest.of(JPEG), each.get().digest());
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(store.isIntact(Digest.of(JPEG)));
  }

  @Test
  void tellsWhatAFileIsWithoutStoringIt() throws Exception {
    Path file = Files.write(root.resolve("a.jpg"), JPEG);
    assertEquals(
        new Ingested(Digest.of(JPEG), new PixelSize(1000, 700), "image/jpeg", false),
        store.examine(file));
    assertTrue(store.original(Digest.of(JPEG)).isEmpty());
    Files.write(file, "not a picture".getBytes(US_ASCII));
    assertThrows(UnreadableImageException.class, () -> store.examine(file));
  }

  @Test
  void keepsTheOriginalAsItCameUnderItsDigest() throws Exception {
    Ingested ingested = store.ingest(new ByteArrayInputStream(JPEG));

    String hex = ingested.digest().hex();
    assertEquals(Digest.of(JPEG), ingested.digest());
    assertEquals(new PixelSize(1000, 700), ingested.size());
    assertEquals("image/jpeg", ingested.mediaType());
    Path original =
        root.resolve("originals")
            .resolve(hex.substring(0, 2))
            .resolve(hex.substring(2, 4))
            .resolve(hex);
    assertArrayEquals(JPEG, Files.readAllBytes(original));
    assertEquals(original, store.original(ingested.digest()).orElseThrow());
    assertTrue(store.isIntact(ingested.digest()));
  }

  @Test
  void doesNotMakeTheAccessFileAgainForTheSameBytes() throws Exception {
    Path file = Files.write(root.resolve("upload.bin"), JPEG);
    Ingested first = store.ingest(file);
    List<Path> before = files();
    Path access =
        before.stream().filter(f -> f.toString().endsWith(".tif")).findFirst().orElseThrow();
    FileTime then = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(access, then);

    Ingested second = store.ingest(file);

    assertFalse(first.alreadyThere());
    assertTrue(second.alreadyThere());
    assertEquals(first.size(), second.size());
    assertEquals(then, Files.getLastModifiedTime(access));
    assertEquals(before, files());
  }

  @Test
  void makesADamagedOrMissingAccessFileAgain() throws Exception {
    Digest digest = store.ingest(new ByteArrayInputStream(JPEG)).digest();
    Path access =
        files().stream().filter(f -> f.toString().endsWith(".tif")).findFirst().orElseThrow();
    byte[] sound = Files.readAllBytes(access);

    Files.write(access, Arrays.copyOf(sound, sound.length / 2));
    assertTrue(store.pyramid(digest).isEmpty());
    store.ingest(new ByteArrayInputStream(JPEG));
    assertArrayEquals(sound, Files.readAllBytes(access));

    Files.delete(access);
    store.remakeAccess(digest);
    assertArrayEquals(sound, Files.readAllBytes(access));
  }

  @Test
  void leavesNothingBehindWhenTheUploadBreaksOff() throws Exception {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(JPEG, 0, 5000),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection lost");
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return read();
              }
            });

    assertThrows(IOException.class, () -> store.ingest(broken));

    assertEquals(List.of(), files());
  }

  @Test
  void refusesWhatIsNoImageAndKeepsNothingOfIt() {
    assertRefused(Kind.UNKNOWN_FORMAT, "<html>not an image</html>".getBytes(US_ASCII));
    assertRefused(Kind.EMPTY, new byte[0]);
    assertRefused(Kind.TRUNCATED, Arrays.copyOf(JPEG, JPEG.length / 2));
  }

  @Test
  void refusesTooManyPixelsBeforeReadingThem() {
    assertRefused(Kind.TOO_LARGE, hugePngHeader(60_000, 60_000));
    assertRefused(Kind.TOO_LARGE, hugePngHeader(1, 100_000));
    assertRefused(Kind.TOO_LARGE, hugePngHeader(100_000, 1));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,100", "100,0"})
  void refusesPicturesWithoutPixels(int width, int height) {
    assertRefused(Kind.BROKEN, hugePngHeader(width, height));
    byte[] jpeg = JPEG.clone();
    int frame = startOfFrame(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    assertRefused(Kind.BROKEN, jpeg);
  }

  /** A file that is a picture and something else: only the picture goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"<html><script>alert(1)</script></html>", "%PDF-1.7\n", "PK\u0003\u0004"})
  void whatElseAPictureIsDoesNotReachWhatIsServed(String other) throws Exception {
    byte[] hidden = other.getBytes(US_ASCII);
    int length = hidden.length + 2;
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(JPEG, 0, 2);
    // As a comment at its beginning, and after its end.
    both.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) (length >> 8), (byte) length});
    both.writeBytes(hidden);
    both.write(JPEG, 2, JPEG.length - 2);
    both.writeBytes(hidden);
    Digest digest = store.ingest(new ByteArrayInputStream(both.toByteArray())).digest();
    String original = Files.readString(store.originalPath(digest), ISO_8859_1);
    String served = Files.readString(store.accessPath(digest), ISO_8859_1);
    assertTrue(original.contains(other), "kept as it came");
    assertFalse(served.contains(other), "served");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "GIF89a/*", "MZ", "\u0000"})
  void aPictureBehindSomethingElseIsRefused(String before) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(before.getBytes(US_ASCII));
    both.writeBytes(JPEG);
    assertRefused(Kind.UNKNOWN_FORMAT, both.toByteArray());
  }

  private static int startOfFrame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    return at;
  }

  @Test
  void removesLongAbandonedFilesWhenOpened() throws Exception {
    Path old = Files.write(root.resolve("incoming/old.original"), JPEG);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Path young = Files.write(root.resolve("incoming/young.original"), JPEG);

    MediaStore.open(root, 2_000_000);

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  private void assertRefused(Kind kind, byte[] bytes) {
    UnreadableImageException refusal =
        assertThrows(
            UnreadableImageException.class, () -> store.ingest(new ByteArrayInputStream(bytes)));
    assertEquals(kind, refusal.kind(), refusal.reason());
    assertEquals(List.of(), files());
  }

  private List<Path> files() {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hugePngHeader(int width, int height) {
    ByteBuffer png = ByteBuffer.allocate(33 + 12);
    png.putLong(0x89504E470D0A1A0AL).putInt(13);
    int header = png.position();
    png.put("IHDR".getBytes(US_ASCII)).putInt(width).putInt(height);
    png.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(png.array(), header, 17);
    png.putInt((int) crc.getValue());
    png.putInt(0).put("IDAT".getBytes(US_ASCII)).putInt(0x35AF061E);
    return png.array();
  }
}
