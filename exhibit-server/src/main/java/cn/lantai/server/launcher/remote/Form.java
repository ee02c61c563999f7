package cn.lantai.server.launcher.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names and values, as in forms and behind the question mark of addresses. */
final class Form {

  private final StringBuilder text = new StringBuilder();

  Form with(String name, String value) {
    text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(encode(value));
    return this;
  }

  Form with(String name, Optional<String> value) {
    value.ifPresent(given -> with(name, given));
    return this;
  }

  /** With the question mark, if there is anything behind it. */
  String query() {
    return text.isEmpty() ? "" : "?" + text;
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Segment by segment. */
  static String encodePath(String path) {
    return Arrays.stream(path.split("/"))
        .map(segment -> encode(segment).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
