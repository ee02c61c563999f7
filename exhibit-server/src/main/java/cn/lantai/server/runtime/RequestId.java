package cn.lantai.server.runtime;

import jakarta.servlet.ServletRequest;
import java.util.UUID;

/** The name of one request, in its answer and in the log. */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "cn.lantai.request";

  private RequestId() {}

  static String give(ServletRequest request) {
    String id = next();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  static String next() {
    return UUID.randomUUID().toString();
  }

  public static String of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : give(request);
  }
}
