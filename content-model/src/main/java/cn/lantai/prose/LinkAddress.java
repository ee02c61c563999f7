package cn.lantai.prose;

import cn.lantai.loan.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where words may lead: to the web, or to a page of this site by its path. */
final class LinkAddress {

  private static final int LONGEST = 2000;

  private LinkAddress() {}

  /** The address in ASCII; empty if no link may lead there. */
  static Optional<String> of(String written) {
    return written.startsWith("/") ? path(written) : WebAddress.of(written);
  }

  /** Two slashes would begin the name of another host. */
  private static Optional<String> path(String written) {
    try {
      URI uri = new URI(written);
      return uri.getRawAuthority() == null
              && !written.startsWith("//")
              && written.length() <= LONGEST
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }
}
