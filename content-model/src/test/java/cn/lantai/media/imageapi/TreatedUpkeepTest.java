package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import cn.lantai.media.TestImages;
import cn.lantai.media.Treatment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatedUpkeepTest {

  private static final byte[] SQUARES = TestImages.jpeg(TestImages.squares(1000, 1000, 100));
  private static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1)).plusSeconds(1);

  @TempDir private Path root;
  private MediaStore store;
  private ImageService images;
  private Picture small;
  private Picture smaller;
  private final Set<Digest> needed = new HashSet<>();

  @BeforeEach
  void treat() throws Exception {
    store = MediaStore.open(root);
    Digest original = store.ingest(new ByteArrayInputStream(SQUARES)).digest();
    small = reduced(original, 800);
    smaller = reduced(original, 400);
    store.treated(small);
    store.treated(smaller);
    images = service();
    needed.addAll(List.of(small.digest(), smaller.digest()));
  }

  @Test
  void whatCanBeAskedForStays() throws Exception {
    assertEquals(new TreatedUpkeep.Result(2, 0, 0), run(MONDAY));
    assertEquals(new TreatedUpkeep.Result(2, 0, 0), run(TUESDAY));
  }

  @Test
  void whatNobodyCanAskForGoesTheDayAfterItWasNoticed() throws Exception {
    needed.remove(smaller.digest());
    assertEquals(new TreatedUpkeep.Result(2, 1, 0), run(MONDAY));
    assertEquals(new TreatedUpkeep.Result(2, 0, 0), run(MONDAY.plusSeconds(60)), "spared");
    assertTrue(Files.exists(store.accessPath(smaller.digest())));

    assertEquals(new TreatedUpkeep.Result(2, 0, 1), run(TUESDAY));
    assertEquals(Set.of(), files(smaller), "nor what stood beside it");
    assertTrue(Files.exists(store.accessPath(small.digest())), "the other one stays");
    assertTrue(Files.exists(store.accessPath(small.original())), "and that of the original");
    assertEquals(new TreatedUpkeep.Result(1, 0, 0), run(TUESDAY));
  }

  @Test
  void whatIsNeededAgainIsSparedAnew() throws Exception {
    needed.remove(smaller.digest());
    run(MONDAY);
    needed.add(smaller.digest());
    run(MONDAY.plusSeconds(60));
    needed.remove(smaller.digest());
    assertEquals(new TreatedUpkeep.Result(2, 1, 0), run(TUESDAY), "noticed for the first time");
  }

  @Test
  void whatIsAskedForInTheMeantimeIsSparedAnew() throws Exception {
    needed.remove(smaller.digest());
    run(MONDAY);
    picture(images, smaller);
    assertEquals(new TreatedUpkeep.Result(2, 1, 0), run(TUESDAY));
  }

  @Test
  void whatWasTakenAwayIsMadeAgainForWhoeverAsksAllTheSame() throws Exception {
    ImageService another = service();
    byte[] before = picture(another, smaller);
    needed.remove(smaller.digest());
    run(MONDAY);
    run(TUESDAY);
    assertFalse(Files.exists(store.accessPath(smaller.digest())));

    assertEquals(before.length, picture(images, smaller).length, "by the server that took it");
    store.treatedFiles().remove(smaller.digest());
    assertEquals(before.length, picture(another, smaller).length, "by one that has it open");
  }

  @Test
  void aRunThatBrokeOffIsMadeGoodByTheNext() throws Exception {
    needed.remove(smaller.digest());
    run(MONDAY);
    Files.delete(store.accessPath(smaller.digest()));
    assertEquals(new TreatedUpkeep.Result(2, 0, 1), run(TUESDAY));
    assertEquals(Set.of(), files(smaller));
  }

  @Test
  void aNoteThatCannotBeReadKeepsItsFile() throws Exception {
    needed.clear();
    Path note =
        store.accessPath(smaller.digest()).resolveSibling(smaller.digest().hex() + ".tif.of");
    Files.writeString(note, "");
    run(MONDAY);
    run(TUESDAY);
    assertTrue(Files.exists(store.accessPath(smaller.digest())));
    assertFalse(Files.exists(store.accessPath(small.digest())));
  }

  private TreatedUpkeep.Result run(Instant now) throws IOException {
    return new TreatedUpkeep(
            store,
            images,
            original -> original.equals(small.original()) ? Set.copyOf(needed) : Set.of())
        .run(now);
  }

  private ImageService service() throws IOException {
    return new ImageService(
        store,
        SizeLimits.DEFAULT,
        RenditionCache.open(store.cacheFolder(), 1 << 20),
        Duration.ofSeconds(20),
        new EmbeddedImageServer(2));
  }

  private static Picture reduced(Digest original, int side) {
    return Picture.of(original, new Treatment(List.of(), OptionalInt.of(side), Optional.empty()));
  }

  private static byte[] picture(ImageService service, Picture image) throws Exception {
    ImageRequest request = ImageRequest.parse(ApiVersion.V3, "full", "max", "0", "default.jpg");
    return service.picture(image, service.rendition(image, request).orElseThrow());
  }

  /** All that has the picture's name. */
  private Set<Path> files(Picture image) throws IOException {
    Path folder = store.accessPath(image.digest()).getParent();
    try (Stream<Path> found = Files.list(folder)) {
      return Set.copyOf(
          found
              .filter(file -> file.getFileName().toString().startsWith(image.digest().hex()))
              .toList());
    }
  }
}
