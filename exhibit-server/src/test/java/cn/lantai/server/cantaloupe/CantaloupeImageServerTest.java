package cn.lantai.server.cantaloupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.ImageEncoder;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PixelSize;
import cn.lantai.media.TestImages;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageServer;
import cn.lantai.media.imageapi.ImageServerContract;
import cn.lantai.media.imageapi.Rendition;
import cn.lantai.media.imageapi.SizeLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that behaves like Cantaloupe; {@code CantaloupeIT} takes a real one. */
class CantaloupeImageServerTest extends ImageServerContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Permits permits = new Permits();
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<LikeCantaloupe> cantaloupe = Optional.empty();

  @TempDir private Path folder;

  @Override
  protected ImageServer server(MediaStore store) throws IOException {
    LikeCantaloupe started = start(store, Map.of());
    cantaloupe = Optional.of(started);
    return new CantaloupeImageServer(() -> Optional.of(started.address()), permits, 4, PATIENCE);
  }

  private LikeCantaloupe start(MediaStore store, Map<String, LikeCantaloupe.Fault> faults)
      throws IOException {
    return new LikeCantaloupe(
        0,
        (permit, image) ->
            permits
                .find(permit)
                .filter(permitted -> permitted.hex().equals(image))
                .map(store::accessPath),
        faults);
  }

  @AfterEach
  void stop() {
    cantaloupe.ifPresent(LikeCantaloupe::close);
  }

  /** An image in a store, and a server for it. */
  private final class Stored implements AutoCloseable {

    private final LikeCantaloupe server;
    private final Digest image;
    private final AccessPyramid pyramid;

    Stored(Map<String, LikeCantaloupe.Fault> faults) throws Exception {
      MediaStore store = MediaStore.open(folder);
      byte[] jpeg = TestImages.jpeg(TestImages.squares(600, 600, 100));
      image = store.ingest(new ByteArrayInputStream(jpeg)).digest();
      pyramid = store.pyramid(image).orElseThrow();
      server = start(store, faults);
    }

    URI base() {
      return server.address();
    }

    Rendition rendition() throws Exception {
      return CantaloupeImageServerTest.rendition("full/300,/0/default.jpg", pyramid.size());
    }

    byte[] make(Duration patience) throws Exception {
      return make(rendition(), patience);
    }

    byte[] make(Rendition rendition, Duration patience) throws Exception {
      URI base = base();
      return new CantaloupeImageServer(() -> Optional.of(base), permits, 1, patience)
          .make(image, pyramid, rendition);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/0/default.jpg | full/2000,1000/0/default.jpg",
        "10,20,300,400/150,/!90/gray.png | 10,20,300,400/150,200/!90/gray.png",
        "0,0,10,10/^20,20/270/bitonal.jpg | 0,0,10,10/%5E20,20/270/bitonal.jpg",
        "square/max/0/color.jpg | 500,0,1000,1000/1000,1000/0/default.jpg",
        "10,20,300,400/150,/!22.5/gray.jpg | 10,20,300,400/150,200/0/default.png",
      })
  void asksByExactNumbers(String asked, String expected) throws Exception {
    Digest image = Digest.of(new byte[1]);
    PixelSize whole = new PixelSize(2000, 1000);
    assertEquals(
        "/iiif/3/" + image.hex() + "/" + expected,
        CantaloupeImageServer.path(
            image, whole, CantaloupeImageServer.asked(rendition(asked, whole))));
  }

  @Test
  void whoAsksCantaloupeItselfIsRefused() throws Exception {
    try (Stored stored = new Stored(Map.of())) {
      stored.make(PATIENCE);
      URI direct =
          URI.create(
              stored.base()
                  + CantaloupeImageServer.path(
                      stored.image, stored.pyramid.size(), stored.rendition()));
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest.Builder request = HttpRequest.newBuilder(direct);
      assertEquals(403, client.send(request.build(), BodyHandlers.discarding()).statusCode());
      String used;
      try (Permits.Permit permit = permits.give(stored.image)) {
        used = permit.word();
      }
      request.header(CantaloupeImageServer.PERMIT_HEADER, used);
      assertEquals(403, client.send(request.build(), BodyHandlers.discarding()).statusCode());
    }
  }

  @Test
  void aPermitForOneImageOpensNoOther() throws Exception {
    try (Permits.Permit permit = permits.give(Digest.of(new byte[1]))) {
      assertEquals(
          Optional.empty(), permits.find(permit.word()).filter(Digest.of(new byte[2])::equals));
      assertEquals(Optional.empty(), permits.find(permit.word() + "x"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 500, 502})
  void whatIsNoPictureIsAFailure(int status) throws Exception {
    LikeCantaloupe.Fault fault =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          LikeCantaloupe.send(exchange, status, "image/jpeg", new byte[100]);
        };
    assertFails(IOException.class, fault, PATIENCE);
  }

  @Test
  void aPageInThePlaceOfAPictureIsAFailure() throws Exception {
    assertFails(
        IOException.class,
        exchange -> LikeCantaloupe.send(exchange, 200, "text/html", "<p>".getBytes()),
        PATIENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {299, 301})
  void pixelsOfAnotherSizeAreAFailure(int width) throws Exception {
    byte[] png = ImageEncoder.png(new BufferedImage(width, 300, BufferedImage.TYPE_INT_RGB));
    assertFails(IOException.class, "full/300,/45/default.jpg", png);
  }

  @Test
  void pixelsThatCannotBeReadAreAFailure() throws Exception {
    byte[] png = ImageEncoder.png(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB));
    assertFails(IOException.class, "full/300,/45/default.jpg", Arrays.copyOf(png, 40));
  }

  private void assertFails(Class<? extends IOException> failure, String path, byte[] png)
      throws Exception {
    LikeCantaloupe.Fault fault = exchange -> LikeCantaloupe.send(exchange, 200, "image/png", png);
    try (Stored stored = new Stored(Map.of("default.png", fault))) {
      Rendition rendition = rendition(path, stored.pyramid.size());
      assertThrows(failure, () -> stored.make(rendition, PATIENCE));
    }
  }

  @Test
  void aPictureThatBreaksOffIsAFailure() throws Exception {
    assertFails(
        IOException.class,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[500]);
          exchange.getResponseBody().flush();
          throw new IOException("gone");
        },
        PATIENCE);
  }

  @Test
  void anAnswerWithoutEndIsCutOff() throws Exception {
    assertFails(
        IOException.class,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[1 << 20];
          while (true) {
            exchange.getResponseBody().write(part);
          }
        },
        PATIENCE);
  }

  @Test
  void whoIsBusyCanBeAskedAgain() throws Exception {
    assertFails(
        ImageBusyException.class,
        exchange -> LikeCantaloupe.send(exchange, 503, "text/plain", "busy".getBytes()),
        PATIENCE);
  }

  @Test
  void whoIsSilentIsNotWaitedForLong() throws Exception {
    assertFails(
        ImageBusyException.class,
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        },
        Duration.ofMillis(300));
  }

  @Test
  void whileItStartsOrIsAwayItCanBeAskedAgain() throws Exception {
    try (Stored stored = new Stored(Map.of())) {
      Rendition rendition = stored.rendition();
      ImageServer starting = new CantaloupeImageServer(Optional::empty, permits, 1, PATIENCE);
      assertThrows(
          ImageBusyException.class, () -> starting.make(stored.image, stored.pyramid, rendition));
      stored.close();
      assertThrows(ImageBusyException.class, () -> stored.make(PATIENCE));
    }
  }

  private void assertFails(
      Class<? extends IOException> failure, LikeCantaloupe.Fault fault, Duration patience)
      throws Exception {
    try (Stored stored = new Stored(Map.of("default.jpg", fault))) {
      assertThrows(failure, () -> stored.make(patience));
    } finally {
      end.countDown();
    }
  }

  private static Rendition rendition(String path, PixelSize whole) throws Exception {
    String[] parts = path.split("/", -1);
    return ImageRequest.parse(ApiVersion.V3, parts[0], parts[1], parts[2], parts[3])
        .on(whole, SizeLimits.DEFAULT);
  }
}
