package cn.lantai.server.security.openid;

import java.net.URI;
import java.util.Optional;

/**
 * How this server is known to the provider.
 *
 * @param issuer over https, but for a provider on this machine
 * @param secret empty for a public client
 * @param claim what of the ID token names the account of somebody who comes for the first time;
 *     empty where accounts are connected by their owners only
 */
public record Registration(URI issuer, String client, String secret, Optional<String> claim) {

  public Registration {
    if (!isSafe(issuer) || issuer.getQuery() != null || issuer.getFragment() != null) {
      throw new IllegalArgumentException("LANTAI_OPENID_ISSUER: https://…");
    }
    if (client.isBlank()) {
      throw new IllegalArgumentException("LANTAI_OPENID_CLIENT: ?");
    }
  }

  /** Whether what is said there stays between the two. */
  static boolean isSafe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme())
                && address.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]"));
  }
}
