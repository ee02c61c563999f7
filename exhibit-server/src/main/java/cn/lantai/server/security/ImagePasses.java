package cn.lantai.server.security;

import cn.lantai.server.runtime.Settings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes to the images that are only for those who have signed in: the authorizing aspect of the
 * IIIF Authorization Flow API 2.0. A pass is in a cookie of its own, for viewers on other sites
 * need it and must not get the session: it opens images for reading and nothing else. With it goes
 * a token for the probe service, from which the cookie cannot be told. Both end with the server.
 */
@ApplicationScoped
public class ImagePasses {

  /** For how long images stay open without signing in again. */
  public static final Duration VALID = Duration.ofHours(8);

  public static final String COOKIE = "lantai-images";
  private static final int MOST = 100_000;
  private static final int MOST_ORIGINS = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Settings settings;

  private final Cache<String, Pass> byCookie;
  private final Cache<String, Pass> byToken;

  public ImagePasses() {
    this(Ticker.systemTicker());
  }

  ImagePasses(Ticker ticker) {
    byCookie =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(VALID).ticker(ticker).build();
    byToken =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(VALID).ticker(ticker).build();
  }

  /**
   * @param cookie the secret of the cookie
   * @param token the secret of the probe service
   * @param origins of the viewers for which the reader has signed in
   */
  public record Pass(String cookie, String token, Set<String> origins) {}

  /** A pass for who has signed in, good for viewers of this origin too. */
  public Pass issue(Optional<Pass> before, Optional<String> origin) {
    Pass pass = before.orElseGet(() -> new Pass(secret(), secret(), ConcurrentHashMap.newKeySet()));
    origin.filter(o -> pass.origins().size() < MOST_ORIGINS).ifPresent(pass.origins()::add);
    byCookie.put(pass.cookie(), pass);
    byToken.put(pass.token(), pass);
    return pass;
  }

  /** The pass that a request brings. */
  public Optional<Pass> ofCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return Optional.ofNullable(byCookie.getIfPresent(cookie.getValue()));
      }
    }
    return Optional.empty();
  }

  public boolean isToken(String token) {
    return byToken.getIfPresent(token) != null;
  }

  public void revoke(Pass pass) {
    byCookie.invalidate(pass.cookie());
    byToken.invalidate(pass.token());
  }

  /** The value of {@code Set-Cookie} that gives a browser the pass. */
  public String setCookie(Pass pass) {
    return cookie(pass.cookie(), VALID.toSeconds());
  }

  /** The value of {@code Set-Cookie} that takes it away. */
  public String clearCookie() {
    return cookie("", 0);
  }

  /** Frames and pictures on other sites get it only over HTTPS; browsers want that. */
  private String cookie(String value, long seconds) {
    return COOKIE
        + "="
        + value
        + "; Path=/iiif; Max-Age="
        + seconds
        + "; HttpOnly"
        + (settings.isHttps() ? "; Secure; SameSite=None" : "; SameSite=Lax");
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
