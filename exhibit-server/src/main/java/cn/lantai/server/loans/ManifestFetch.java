package cn.lantai.server.loans;

import cn.lantai.loan.ManifestReader;
import cn.lantai.loan.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a manifest from a server that the operator has named, and from no other: redirects are
 * followed within that server alone, and name servers cannot lead into the house. Limited in size,
 * in time, and in how many are fetched at once.
 */
@ApplicationScoped
public class ManifestFetch {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final int REDIRECTS = 3;
  private static final int AT_ONCE = 4;

  /** In bytes: a character has three at most where it matters. */
  private static final int LARGEST = 3 * ManifestReader.LONGEST;

  private final Semaphore turns = new Semaphore(AT_ONCE);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();

  private Partners partners;

  /** For the container. */
  public ManifestFetch() {}

  @Inject
  public ManifestFetch(Partners partners) {
    this.partners = partners;
  }

  String fetch(String text) throws LoanRefusedException {
    URI address = named(text);
    if (!turns.tryAcquire()) {
      throw new LoanRefusedException(
          "正在取别的 manifest，请稍后再试", "Other manifests are being fetched; try again in a moment");
    }
    try {
      long end = System.nanoTime() + WHOLE.toNanos();
      for (int hop = 0; hop <= REDIRECTS; hop++) {
        HttpResponse<InputStream> answer = ask(address, end);
        if (answer.statusCode() / 100 != 3) {
          return body(answer, address, end);
        }
        answer.body().close();
        address = onward(address, answer);
      }
      throw new LoanRefusedException("对方转来转去，取不到 manifest", "The server redirects in circles");
    } catch (IOException | TimeoutException failure) {
      throw new LoanRefusedException(
          "取不到 manifest：" + address.getHost() + " 没有及时应答。请稍后再试，或粘贴 manifest 的内容",
          "The manifest cannot be fetched: "
              + address.getHost()
              + " gives no answer in time. Try later, or paste the manifest itself");
    } finally {
      turns.release();
    }
  }

  private URI named(String text) throws LoanRefusedException {
    URI address =
        WebAddress.of(text)
            .map(URI::create)
            .orElseThrow(
                () ->
                    new LoanRefusedException(
                        "这不是网址。请写 https:// 开头的完整网址，或粘贴 manifest 的内容",
                        "This is no address. Write it in full, with https://, or paste the"
                            + " manifest itself"));
    if (!partners.isNamed(address)) {
      throw unnamed(WebAddress.origin(address.toString()));
    }
    return address;
  }

  private static LoanRefusedException unnamed(String origin) {
    return new LoanRefusedException(
        "不能从 " + origin + " 取 manifest：它不在管理员指定的机构（LANTAI_IIIF_PARTNERS）之列。请粘贴 manifest 的内容",
        "Manifests are not fetched from "
            + origin
            + ": the operator has not named it (LANTAI_IIIF_PARTNERS). Paste the manifest itself");
  }

  private HttpResponse<InputStream> ask(URI address, long end)
      throws LoanRefusedException, IOException, TimeoutException {
    try {
      // What was resolved here is what the client connects to: the JDK remembers it.
      for (InetAddress at : InetAddress.getAllByName(Partners.host(address))) {
        if (!partners.mayBeAt(address, at)) {
          throw new LoanRefusedException(
              address.getHost() + " 指向内部网络，不能从那里取。请管理员写明整个地址，如 https://" + address.getHost(),
              address.getHost()
                  + " leads into an internal network. The operator has to name it by its whole"
                  + " address, such as https://"
                  + address.getHost());
        }
      }
    } catch (UnknownHostException unknown) {
      throw new LoanRefusedException(
          "找不到 " + address.getHost() + "，请核对网址",
          "There is no " + address.getHost() + "; check the address");
    }
    URI bare = URI.create(address.toString().replaceFirst("#.*$", ""));
    HttpRequest request =
        HttpRequest.newBuilder(bare)
            .header(
                "Accept",
                "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\","
                    + " application/ld+json, application/json")
            .GET()
            .build();
    return within(client.sendAsync(request, BodyHandlers.ofInputStream()), end);
  }

  private URI onward(URI address, HttpResponse<?> answer) throws LoanRefusedException {
    Optional<URI> target =
        answer
            .headers()
            .firstValue("Location")
            .flatMap(ManifestFetch::relative)
            .map(address::resolve);
    String origin = WebAddress.origin(address.toString());
    return target
        .filter(it -> WebAddress.of(it.toString()).isPresent())
        .filter(it -> WebAddress.origin(it.toString()).equals(origin))
        .orElseThrow(
            () ->
                new LoanRefusedException(
                    "对方把 manifest 转到了别的网站，没有跟去。请直接写最后的网址，或粘贴 manifest 的内容",
                    "The server redirects to another one, which is not followed. Write the last"
                        + " address, or paste the manifest itself"));
  }

  private static Optional<URI> relative(String location) {
    try {
      return Optional.of(URI.create(location));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static String body(HttpResponse<InputStream> answer, URI address, long end)
      throws LoanRefusedException, IOException, TimeoutException {
    try (InputStream in = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new LoanRefusedException(
            address.getHost() + " 答 " + answer.statusCode() + "，没有给 manifest。请核对网址",
            address.getHost()
                + " answers "
                + answer.statusCode()
                + " and gives no manifest. Check the address");
      }
      byte[] bytes = within(CompletableFuture.supplyAsync(() -> read(in)), end);
      if (bytes.length > LARGEST) {
        throw new LoanRefusedException(
            "manifest 太大，超过 " + LARGEST / 1_000_000 + " MB，没有取完",
            "The manifest is larger than " + LARGEST / 1_000_000 + " MB and was not fetched");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static byte[] read(InputStream in) {
    try {
      return in.readNBytes(LARGEST + 1);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** However slowly it drips. */
  private static <T> T within(CompletableFuture<T> result, long end)
      throws IOException, TimeoutException {
    try {
      return result.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new IOException(failure.getCause());
    } catch (TimeoutException late) {
      result.cancel(true);
      throw late;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
