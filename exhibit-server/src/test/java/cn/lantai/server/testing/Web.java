package cn.lantai.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Requests to a server, as programs and browsers send them. Redirects are not followed. */
public final class Web {

  /** What a browser sends when somebody opens an address. */
  public static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final String base;

  /**
   * @param base without a slash at the end
   */
  public Web(String base) {
    this.base = base;
  }

  public String base() {
    return base;
  }

  /**
   * @param headers names and values by turns
   */
  public HttpResponse<String> get(String address, String... headers) {
    return send(request(address, headers).GET(), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String address, String... headers) {
    return send(request(address, headers).GET(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> head(String address, String... headers) {
    return send(
        request(address, headers).method("HEAD", BodyPublishers.noBody()),
        BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> options(String address, String... headers) {
    return send(
        request(address, headers).method("OPTIONS", BodyPublishers.noBody()),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> post(
      String address, String contentType, String body, String... headers) {
    return send(
        request(address, headers)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> put(
      String address, String contentType, String body, String... headers) {
    return send(
        request(address, headers)
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofString(body)),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> delete(String address, String... headers) {
    return send(request(address, headers).DELETE(), BodyHandlers.ofString());
  }

  /** As a browser asks for a page. */
  public HttpResponse<String> page(String address, String... headers) {
    return send(
        request(address, headers).setHeader("Accept", BROWSER).GET(), BodyHandlers.ofString());
  }

  /** Where a redirect leads, without the server's own base. */
  public String target(HttpResponse<?> redirect) {
    String location = header(redirect, "Location");
    return location.startsWith(base) ? location.substring(base.length()) : location;
  }

  /** The values of all headers of that name, comma between them; empty if there is none. */
  public static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  /** The media type in lower case, without parameters. */
  public static String mediaType(HttpResponse<?> answer) {
    return header(answer, "Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String address, String... headers) {
    String full = address.startsWith("/") ? base + address : address;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(full)).timeout(Duration.ofMinutes(1));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException failure) {
      throw new AssertionError("No answer from " + request.build().uri(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
