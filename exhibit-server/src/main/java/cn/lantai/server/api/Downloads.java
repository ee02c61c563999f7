package cn.lantai.server.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that browsers save as a file. */
final class Downloads {

  private Downloads() {}

  /**
   * @param content what JAX-RS can write: a file, a stream
   */
  static Response of(Object content, String name, String type) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
