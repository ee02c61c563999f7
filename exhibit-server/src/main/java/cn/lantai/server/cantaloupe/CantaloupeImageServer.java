package cn.lantai.server.cantaloupe;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.ImageDecoder;
import cn.lantai.media.PixelSize;
import cn.lantai.media.imageapi.Finish;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageServer;
import cn.lantai.media.imageapi.OutputFormat;
import cn.lantai.media.imageapi.Rendition;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks Cantaloupe for pictures, by the Image API 3. All that a request to it consists of are
 * numbers that have been checked, the digest of the image, and the configured address.
 *
 * <p>A picture is read as a whole before it is passed on: what breaks off half-way must not be
 * taken for a picture, nor be kept as one.
 */
public final class CantaloupeImageServer implements ImageServer {

  /** Tells the delegate that this server is asking. */
  static final String PERMIT_HEADER = "X-Lantai-Permit";

  /** More than any picture within the limits of size, uncompressed, can have. */
  private static final int MOST_BYTES = 80 << 20;

  private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Supplier<Optional<URI>> address;
  private final Permits permits;
  private final int capacity;
  private final Duration patience;
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param address empty while Cantaloupe is starting
   * @param patience for one picture
   */
  public CantaloupeImageServer(
      Supplier<Optional<URI>> address, Permits permits, int capacity, Duration patience) {
    this.address = address;
    this.permits = permits;
    this.capacity = capacity;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "cantaloupe";
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public byte[] make(Digest image, AccessPyramid pyramid, Rendition rendition) throws IOException {
    URI base =
        address
            .get()
            .orElseThrow(() -> new ImageBusyException("The image server is starting; try again."));
    Rendition asked = asked(rendition);
    URI picture = URI.create(base + path(image, pyramid.size(), asked));
    try (Permits.Permit permit = permits.give(image)) {
      HttpRequest request =
          HttpRequest.newBuilder(picture)
              .timeout(patience)
              .header(PERMIT_HEADER, permit.word())
              .build();
      byte[] answer = content(ask(request), asked);
      return asked.equals(rendition) ? answer : finished(answer, rendition);
    }
  }

  /**
   * What Cantaloupe does of a picture: all of it, or the pixels only. It has no encoder for WebP;
   * and turned by other angles than quarters its pictures are of another size than those of this
   * server, and not black and white where they should be.
   */
  static Rendition asked(Rendition rendition) {
    boolean quarters = rendition.degrees().remainder(QUARTER_TURN).signum() == 0;
    return quarters && rendition.format() != OutputFormat.WEBP ? rendition : rendition.unfinished();
  }

  /** As many at the same time as there are processors here, whatever Cantaloupe has. */
  private byte[] finished(byte[] pixels, Rendition rendition) throws IOException {
    try {
      processors.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ImageBusyException("The server is stopping.");
    }
    try {
      return Finish.of(ImageDecoder.png(pixels, rendition.size()), rendition);
    } finally {
      processors.release();
    }
  }

  static String path(Digest image, PixelSize whole, Rendition rendition) {
    PixelSize region = rendition.region();
    PixelSize size = rendition.size();
    boolean enlarged = !size.fitsIn(region.width(), region.height());
    return String.join(
        "/",
        "/iiif/3",
        image.hex(),
        region.equals(whole)
            ? "full"
            : String.join(
                ",",
                Integer.toString(rendition.x()),
                Integer.toString(rendition.y()),
                Integer.toString(region.width()),
                Integer.toString(region.height())),
        (enlarged ? "%5E" : "") + size.width() + "," + size.height(),
        (rendition.mirrored() ? "!" : "") + rendition.degrees().toPlainString(),
        rendition.quality().canonicalName() + "." + rendition.format().suffix());
  }

  private HttpResponse<byte[]> ask(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, status -> new LimitedBody(MOST_BYTES));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new ImageBusyException("The image server takes too long; try again shortly.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ConnectException) {
        throw new ImageBusyException("The image server is away; try again shortly.");
      }
      throw new IOException("Cantaloupe did not answer " + request.uri(), failed.getCause());
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ImageBusyException("The server is stopping.");
    }
  }

  private static byte[] content(HttpResponse<byte[]> answer, Rendition rendition)
      throws IOException {
    int status = answer.statusCode();
    if (status == 503 || status == 429) {
      throw new ImageBusyException("The image server is busy; try again shortly.");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean isPicture = type.startsWith(rendition.format().mediaType());
    if (status != 200 || !isPicture || answer.body().length == 0) {
      throw new IOException(
          "Cantaloupe answered %s with status %d and %s"
              .formatted(answer.uri(), status, type.isEmpty() ? "no content" : type));
    }
    return answer.body();
  }
}
