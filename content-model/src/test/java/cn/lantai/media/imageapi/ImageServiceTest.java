package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import cn.lantai.media.PixelSize;
import cn.lantai.media.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageServiceTest {

  private static final byte[] SQUARES = TestImages.jpeg(TestImages.squares(1000, 1000, 100));

  @TempDir private Path root;
  private MediaStore store;
  private ImageService service;
  private Picture image;

  @BeforeEach
  void ingest() throws Exception {
    store = MediaStore.open(root);
    image = Picture.whole(store.ingest(new ByteArrayInputStream(SQUARES)).digest());
    service = service(100 << 20);
  }

  @Test
  void answersTilesAndThumbnailsWithoutMakingAnything() throws Exception {
    assertSize(512, 512, picture("0,0,512,512/512,512/0/default.jpg"));
    assertSize(488, 488, picture("512,512,488,488/max/0/color.jpg"));
    assertSize(488, 512, picture("512,0,488,512/488,/0/default.jpg"));
    assertSize(500, 500, picture("full/500,500/0/default.jpg"));
    assertSize(400, 400, picture("full/!400,400/0/default.jpg"));
    assertSize(200, 200, picture("full/200,/0/default.jpg"));
    for (PixelSize size : service.information(image).orElseThrow().sizes()) {
      picture("full/" + size.width() + "," + size.height() + "/0/default.jpg");
    }
    assertEquals(0, service.rendered());
    assertEquals(0, files(store.cacheFolder()));

    picture("0,0,512,512/512,512/0/default.png");
    picture("0,0,512,512/512,512/90/default.jpg");
    picture("0,0,512,512/512,512/0/gray.jpg");
    picture("1,0,512,512/512,512/0/default.jpg");
    assertEquals(4, service.rendered());
  }

  @Test
  void makesAPictureOnceAndKeepsItAcrossRestarts() throws Exception {
    byte[] first = bytes("full/333,/0/default.jpg");
    assertArrayEquals(first, bytes("full/,333/0/color.jpg"));
    assertEquals(1, service.rendered());

    service = service(100 << 20);

    assertArrayEquals(first, bytes("full/333,333/0/default.jpg"));
    assertEquals(0, service.rendered());
  }

  @Test
  void makesAPictureOnceForManyWhoAskAtTheSameTime() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(
            clients.submit(
                () -> {
                  start.await();
                  return bytes("full/777,/90/default.png");
                }));
      }
      start.countDown();
      for (Future<byte[]> answer : answers) {
        assertArrayEquals(answers.get(0).get(), answer.get());
      }
    } finally {
      clients.shutdown();
    }
    assertEquals(1, service.rendered());
  }

  @Test
  void keepsNoMoreOnTheDiskThanAllowed() throws Exception {
    int one = bytes("full/301,/0/default.jpg").length;
    service = service(3L * one);
    for (int width = 302; width < 320; width++) {
      bytes("full/" + width + ",/0/default.jpg");
    }

    assertTrue(files(store.cacheFolder()) <= 3L * one);
    assertTrue(files(store.cacheFolder()) > 0);
    bytes("full/319,/0/default.jpg");
    assertEquals(18, service.rendered());
  }

  @Test
  void makesAgainWhatSomebodyDeleted() throws Exception {
    byte[] picture = bytes("full/300,/0/default.png");
    try (Stream<Path> walk = Files.walk(store.cacheFolder())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    assertArrayEquals(picture, bytes("full/300,/0/default.png"));
    assertEquals(2, service.rendered());
  }

  @Test
  void tagsEqualPicturesAlikeInBothVersions() throws Exception {
    String tag = service.tag(image, rendition(ApiVersion.V3, "full/500,/0/default.jpg"));

    assertEquals(tag, service.tag(image, rendition(ApiVersion.V2, "full/,500/0/color.jpg")));
    assertNotEquals(tag, service.tag(image, rendition(ApiVersion.V3, "full/501,/0/default.jpg")));
    assertNotEquals(
        tag,
        service.tag(
            Picture.whole(Digest.of(new byte[1])),
            rendition(ApiVersion.V3, "full/500,/0/default.jpg")));
  }

  @Test
  void readsAnAccessFileThatWasMadeAgain() throws Exception {
    byte[] before = bytes("0,0,512,512/max/0/default.jpg");

    store.remakeAccess(image.digest());
    service.reopen(image.digest());

    assertArrayEquals(before, bytes("0,0,512,512/max/0/default.jpg"));
  }

  @Test
  void knowsNothingOfImagesThatAreNotStored() throws Exception {
    Picture unknown = Picture.whole(Digest.of(new byte[3]));
    ImageRequest request = ImageRequest.parse(ApiVersion.V3, "full", "max", "0", "default.jpg");

    assertTrue(service.information(unknown).isEmpty());
    assertTrue(service.rendition(unknown, request).isEmpty());
  }

  private ImageService service(long cacheBytes) throws IOException {
    return service(cacheBytes, new EmbeddedImageServer(2));
  }

  private ImageService service(long cacheBytes, ImageServer server) throws IOException {
    RenditionCache cache = RenditionCache.open(store.cacheFolder(), cacheBytes);
    return new ImageService(store, SizeLimits.DEFAULT, cache, Duration.ofMinutes(1), server);
  }

  private BufferedImage picture(String path) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(bytes(path)));
  }

  private byte[] bytes(String path) throws Exception {
    return service.picture(image, rendition(ApiVersion.V3, path));
  }

  private Rendition rendition(ApiVersion version, String path) throws Exception {
    String[] parts = path.split("/", -1);
    ImageRequest request = ImageRequest.parse(version, parts[0], parts[1], parts[2], parts[3]);
    return service.rendition(image, request).orElseThrow();
  }

  private static void assertSize(int width, int height, BufferedImage picture) {
    assertEquals(width + "×" + height, picture.getWidth() + "×" + picture.getHeight());
  }

  private static long files(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
