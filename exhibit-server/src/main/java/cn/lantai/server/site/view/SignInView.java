package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * The sign-in form, which posts {@code username}, {@code password}, {@code csrf} and {@code next}
 * to {@code /signin}.
 *
 * @param next where to go afterwards; must already be checked to be an address of this site
 */
public record SignInView(
    String csrf, String username, Optional<String> next, Optional<Problem> problem)
    implements PageView {
  public SignInView {
    Objects.requireNonNull(csrf);
    Objects.requireNonNull(username);
    Objects.requireNonNull(next);
    Objects.requireNonNull(problem);
  }

  @Override
  public String template() {
    return "signin";
  }

  /** Why the last attempt failed; never says whether the name or the password was wrong. */
  public enum Problem {
    REFUSED,
    THROTTLED,
    EXPIRED
  }
}
