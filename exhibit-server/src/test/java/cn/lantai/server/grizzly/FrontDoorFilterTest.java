package cn.lantai.server.grizzly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.Credit;
import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.access.ImageCatalogue.Unknown;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import cn.lantai.media.imageapi.EmbeddedImageServer;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.RenditionCache;
import cn.lantai.media.imageapi.SizeLimits;
import cn.lantai.server.iiif.ImageAnswers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.server.FileCacheFilter;
import org.glassfish.grizzly.http.server.filecache.FileCache;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.Threads;
import org.glassfish.grizzly.utils.DelayedExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter in a real HTTP server, before a stand-in for the container. */
class FrontDoorFilterTest {

  private static final String TILE = "/iiif/3/open/0,0,512,512/512,512/0/default.jpg";

  /** What the stand-in answers: nothing else in these tests has this status. */
  private static final int CONTAINER = 418;

  private static final String WORKER = "worker";

  @TempDir private static Path folder;
  private static final ExecutorService workers =
      Executors.newFixedThreadPool(3, work -> new Thread(work, WORKER));
  private static final ExecutorService timerThread = Executors.newSingleThreadExecutor();
  private static DelayedExecutor timer;
  private static TCPNIOTransport transport;
  private static int port;
  private static FrontDoorFilter filter;
  private static ImageAnswers answers;
  private static final AtomicBoolean withdrawn = new AtomicBoolean();

  @BeforeAll
  static void start() throws Exception {
    MediaStore store = MediaStore.open(folder.resolve("media"));
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1200, 900, BufferedImage.TYPE_3BYTE_BGR), "jpg", jpeg);
    Picture picture =
        Picture.whole(store.ingest(new ByteArrayInputStream(jpeg.toByteArray())).digest());
    answers =
        new ImageAnswers(
            catalogue(picture),
            new ImageService(
                store,
                SizeLimits.DEFAULT,
                RenditionCache.open(folder.resolve("cache"), 1 << 20),
                Duration.ofSeconds(20),
                new EmbeddedImageServer()),
            "https://archive.example");
    filter =
        new FrontDoorFilter(
            new FileCacheFilter(new FileCache()),
            headers -> headers.accept("X-Common", "yes"),
            workers);
    transport = TCPNIOTransportBuilder.newInstance().build();
    transport.setIOStrategy(SameThreadIOStrategy.getInstance());
    transport.setProcessor(
        FilterChainBuilder.stateless()
            .add(new TransportFilter())
            .add(codec())
            .add(new Forgetful())
            .add(filter)
            .add(new Container())
            .build());
    TCPNIOServerConnection listening =
        transport.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
    transport.start();
  }

  private static HttpServerFilter codec() {
    KeepAlive keepAlive = new KeepAlive();
    keepAlive.setMaxRequestsCount(-1);
    timer = new DelayedExecutor(timerThread);
    timer.start();
    return new HttpServerFilter(
        true, HttpServerFilter.DEFAULT_MAX_HTTP_PACKET_HEADER_SIZE, keepAlive, timer);
  }

  private static ImageCatalogue catalogue(Picture picture) {
    return new ImageCatalogue() {
      @Override
      public Finding find(String key, AccessPolicy.Asker asker) {
        return switch (key) {
          case "open" -> withdrawn.get() ? new Gone() : Found.open(picture, Credit.NONE);
          case "signed" -> new Found(picture, false, false, Optional.empty(), Credit.NONE);
          default -> new Unknown();
        };
      }

      @Override
      public Finding remembered(String key) {
        return find(key, AccessPolicy.Asker.ANYONE);
      }
    };
  }

  @AfterAll
  static void end() throws IOException {
    transport.shutdownNow();
    timer.destroy();
    timerThread.shutdownNow();
    workers.shutdownNow();
  }

  @BeforeEach
  void open() {
    withdrawn.set(false);
    filter.serve(Optional.of(answers));
  }

  @Test
  void whatIsReadyIsAnsweredHere() throws Exception {
    for (String path :
        List.of(TILE, "/iiif/2/open/full/300,/0/default.jpg", "/iiif/3/open/info.json")) {
      Answer get = get(path);
      assertEquals(200, get.status(), path);
      assertEquals(get.content().length, get.number("Content-Length"));
      assertTrue(get.content().length > 100);
      assertEquals("yes", get.header("X-Common"));
      Answer unchanged = get(path, "If-None-Match: " + get.header("ETag"));
      assertEquals(304, unchanged.status());
      assertEquals(0, unchanged.content().length);
    }
    assertEquals("image/jpeg", get(TILE).header("Content-Type"));
  }

  @Test
  void headSaysHowLongTheAnswerIs() throws Exception {
    try (Client client = new Client()) {
      client.send("HEAD " + TILE);
      client.send("GET " + TILE);
      Answer head = client.answer(true);
      Answer get = client.answer(false);
      assertEquals(get.content().length, head.number("Content-Length"));
      assertEquals(0, head.content().length);
    }
  }

  @Test
  void requestsThatComeAtOnceAreAnsweredInTheirOrder() throws Exception {
    int count = 200;
    try (Client client = new Client()) {
      for (int i = 0; i < count; i++) {
        client.send("GET " + (i % 2 == 0 ? TILE : "/iiif/3/open/info.json"));
      }
      for (int i = 0; i < count; i++) {
        String type = client.answer(false).header("Content-Type");
        assertEquals(i % 2 == 0, type.equals("image/jpeg"), type);
      }
    }
  }

  @Test
  void theConnectionEndsIfTheClientWantsThat() throws Exception {
    for (String path : List.of(TILE, "/iiif/3/open/info.json")) {
      try (Client client = new Client()) {
        client.send("GET " + path, "Connection: close");
        Answer answer = client.answer(false);
        assertEquals(200, answer.status());
        assertEquals("close", answer.header("Connection"));
        assertTrue(client.isAtEnd());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/records/r1",
        "/iiif/manifest/r1",
        "/iiif/3/nothing/info.json",
        "/iiif/3/open",
        "/iiif/3/open/full/max/0/default.bmp",
        "/iiif/3/open/10,10,100,100/33,/0/default.jpg",
        "/iiif/3/open%00/info.json",
        "/iiif/3/..%2fopen/info.json",
        "/iiif/3/signed/info.json",
        "/iiif/3/signed/0,0,512,512/512,512/0/default.jpg"
      })
  void everythingElseIsForTheContainer(String path) throws Exception {
    assertEquals(CONTAINER, get(path).status());
  }

  @Test
  void otherMethodsAreForTheContainer() throws Exception {
    for (String method : List.of("OPTIONS", "DELETE", "PURGE")) {
      try (Client client = new Client()) {
        client.send(method + " " + TILE);
        assertEquals(CONTAINER, client.answer(false).status(), method);
      }
    }
  }

  @Test
  void whatIsWithdrawnIsNotAnsweredByTheVeryNextRequest() throws Exception {
    CountDownLatch begun = new CountDownLatch(40);
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> late = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        late.add(readers.submit(() -> openAnswersAfterWithdrawal(begun)));
      }
      assertTrue(begun.await(1, TimeUnit.MINUTES));
      withdrawn.set(true);
      for (Future<Integer> each : late) {
        assertEquals(0, each.get());
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** Requests that were sent when the image was already withdrawn, and got it all the same. */
  private static int openAnswersAfterWithdrawal(CountDownLatch begun) throws IOException {
    int wrong = 0;
    try (Client client = new Client()) {
      for (int after = 0; after < 20; ) {
        boolean gone = withdrawn.get();
        client.send("GET " + TILE);
        int status = client.answer(false).status();
        begun.countDown();
        after += gone ? 1 : 0;
        wrong += gone && status != CONTAINER ? 1 : 0;
      }
    }
    return wrong;
  }

  @Test
  void beforeThereAreImagesOneHasToWait() throws Exception {
    filter.serve(Optional.empty());
    for (String path : List.of(TILE, "/", "/records/r1")) {
      Answer wait = get(path);
      assertEquals(503, wait.status());
      assertTrue(wait.number("Retry-After") > 0);
      assertEquals("no-store", wait.header("Cache-Control"));
    }
    assertEquals(CONTAINER, get("/health/ready").status());
  }

  @Test
  void aClientThatGoesAwayHarmsNobody() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Client client = new Client()) {
        for (int n = 0; n < 50; n++) {
          client.send("GET " + TILE);
        }
      }
    }
    assertEquals(200, get(TILE).status());
  }

  private static Answer get(String path, String... headers) throws IOException {
    try (Client client = new Client()) {
      client.send("GET " + path, headers);
      return client.answer(false);
    }
  }

  /** Does to the thread what Grizzly's HTTP/2 does with each stream. */
  private static final class Forgetful extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
      Threads.setService(false);
      return context.getInvokeAction();
    }
  }

  /** Answers everything in its own way. */
  private static final class Container extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
      HttpContent content = context.getMessage();
      HttpResponsePacket response = ((HttpRequestPacket) content.getHttpHeader()).getResponse();
      boolean mayWait = Thread.currentThread().getName().equals(WORKER);
      response.setStatus(HttpStatus.newHttpStatus(mayWait ? CONTAINER : 500, "Container"));
      response.setContentLength(0);
      context.write(HttpContent.builder(response).content(Buffers.EMPTY_BUFFER).last(true).build());
      return context.getStopAction();
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Answer(int status, List<String> headers, byte[] content) {

    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }

    int number(String name) {
      return Integer.parseInt(header(name));
    }
  }

  /** One connection; says exactly what it is told to. */
  private static final class Client implements AutoCloseable {

    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    private final InputStream in = socket.getInputStream();

    Client() throws IOException {
      socket.setSoTimeout(30_000);
    }

    void send(String line, String... headers) throws IOException {
      String all = line + " HTTP/1.1\r\nHost: archive.example\r\n";
      for (String header : headers) {
        all += header + "\r\n";
      }
      socket.getOutputStream().write((all + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    Answer answer(boolean toHead) throws IOException {
      int status = Integer.parseInt(line().split(" ", -1)[1]);
      List<String> headers = new ArrayList<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        headers.add(line);
      }
      Answer bare = new Answer(status, headers, new byte[0]);
      boolean none = toHead || status == 304;
      return none
          ? bare
          : new Answer(status, headers, in.readNBytes(bare.number("Content-Length")));
    }

    boolean isAtEnd() throws IOException {
      return in.read() < 0;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IOException("The connection has ended");
        }
        line.append((char) b);
      }
      return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
