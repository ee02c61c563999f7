package cn.lantai.server.render;

import java.util.Collection;

/**
 * What a page may load, as the value of {@code Content-Security-Policy}.
 *
 * <p>Pages carry no inline script and no inline style, not even {@code style} attributes: geometry
 * is in classes, SVG attributes or set by scripts through the CSS object model, which the policy
 * allows. So nothing depends on nonces, and a page stays the same bytes for every reader.
 */
public final class ContentSecurity {
  public static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** For a page that another page of this server shows in a frame. */
  public static final String FRAMED =
      POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

  /**
   * With images of other servers as well, and nothing else of them.
   *
   * @param origins scheme, host and port of each
   */
  public static String showing(String policy, Collection<String> origins) {
    return origins.isEmpty() ? policy : policy + "; img-src 'self' " + String.join(" ", origins);
  }

  private ContentSecurity() {}
}
