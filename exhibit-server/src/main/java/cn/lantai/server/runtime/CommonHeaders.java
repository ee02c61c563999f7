package cn.lantai.server.runtime;

import cn.lantai.server.render.ContentSecurity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The headers that every answer carries. */
@Singleton
public class CommonHeaders {

  private final Map<String, String> constant = new LinkedHashMap<>();

  @Inject
  CommonHeaders(Settings settings) {
    constant.put("Content-Security-Policy", ContentSecurity.POLICY);
    constant.put("X-Content-Type-Options", "nosniff");
    constant.put("Referrer-Policy", "strict-origin-when-cross-origin");
    constant.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (settings.isHttps()) {
      constant.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** Gives each to who sends it, with a name for the request. */
  public void give(BiConsumer<String, String> receiver) {
    give(RequestId.next(), receiver);
  }

  void give(String request, BiConsumer<String, String> receiver) {
    receiver.accept(RequestId.HEADER, request);
    constant.forEach(receiver);
  }
}
