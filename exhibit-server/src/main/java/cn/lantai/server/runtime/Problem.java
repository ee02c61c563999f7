package cn.lantai.server.runtime;

import jakarta.json.Json;

/**
 * Why a request failed (RFC 9457).
 *
 * @param key names the message in both languages: "not.found", "form.expired"
 * @param detail what is particular to this request; may be empty
 * @param request the id under which the log knows the request
 */
public record Problem(int status, String key, String title, String detail, String request) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public String toJson() {
    var json =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status);
    if (!detail.isEmpty()) {
      json.add("detail", detail);
    }
    return json.add("instance", "urn:uuid:" + request).add("key", key).build().toString();
  }
}
