package cn.lantai.server.iiif;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is sent for one request for an image. */
final class ImageAnswer {

  private static final int HOUR = 3600;

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  ImageAnswer(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Any page may use images; that is what the standard is for. */
  void openToAllOrigins() {
    header("Access-Control-Allow-Origin", "*");
    header("Access-Control-Expose-Headers", "Link, ETag");
  }

  void header(String name, String value) {
    response.setHeader(name, value);
  }

  /** What is not for everyone is kept by the reader's own browser, and asked for each time. */
  void caching(boolean everyone) {
    header("Cache-Control", everyone ? "public, max-age=" + HOUR : "private, no-cache");
  }

  /** Whether to send something; if not, it is said that the client has it already. */
  boolean isNew(String tag) {
    header("ETag", tag);
    if (EntityTags.match(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(304);
      return false;
    }
    return true;
  }

  void allow(String methods) {
    response.setStatus(204);
    header("Allow", methods);
    header("Access-Control-Allow-Methods", methods);
    header("Access-Control-Allow-Headers", "Accept, If-None-Match");
    header("Access-Control-Max-Age", Integer.toString(24 * HOUR));
  }

  void redirect(String address) {
    response.setStatus(303);
    header("Location", address);
  }

  void retryAfter(int seconds) {
    header("Retry-After", Integer.toString(seconds));
  }

  void problem(int status, String text) throws IOException {
    response.setStatus(status);
    header("Cache-Control", "no-store");
    header("ETag", null);
    send("text/plain;charset=UTF-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void send(String mediaType, byte[] content) throws IOException {
    response.setContentType(mediaType);
    response.setContentLength(content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(content);
    }
  }
}
