package cn.lantai.loan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of the web that may be linked to, or shown as an image: absolute, by http or https,
 * with a host, and without a user name.
 */
public final class WebAddress {

  private static final int LONGEST = 2000;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

  private WebAddress() {}

  /** The address in ASCII; empty if it is none. */
  public static Optional<String> of(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isHttps(uri);
      return web
              && text.length() <= LONGEST
              && uri.getHost() != null
              && HOST.matcher(uri.getHost()).matches()
              && uri.getRawUserInfo() == null
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Scheme, host and port of an address, in lower case and without the port that goes without
   * saying, as browsers compare them.
   *
   * @throws IllegalArgumentException if it is no address of the web
   */
  public static String origin(String address) {
    URI uri =
        URI.create(
            of(address)
                .orElseThrow(() -> new IllegalArgumentException("Not an address: " + address)));
    int usual = isHttps(uri) ? 443 : 80;
    String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + port;
  }
}
