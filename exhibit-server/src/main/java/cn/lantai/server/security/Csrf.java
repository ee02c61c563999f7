package cn.lantai.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of the session that every form carries, so that no other site can send the form in the
 * name of who is signed in.
 */
@ApplicationScoped
public class Csrf {

  /** The name of the form field, and of the query parameter of multipart forms. */
  public static final String FIELD = "csrf";

  /** The header in which scripts send it. */
  public static final String HEADER = "X-CSRF-Token";

  private static final String ATTRIBUTE = "cn.lantai.csrf";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The token for a form on this page; starts a session if there is none. */
  public String token(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    synchronized (this) {
      if (session.getAttribute(ATTRIBUTE) instanceof String known) {
        return known;
      }
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      session.setAttribute(ATTRIBUTE, token);
      return token;
    }
  }

  boolean matches(HttpServletRequest request, String candidate) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(ATTRIBUTE) instanceof String expected
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }
}
