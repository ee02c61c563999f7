package cn.lantai.server.site.view;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The sign-in form, which posts {@code username}, {@code password}, {@code csrf} and {@code next}
 * to {@code /signin}.
 *
 * @param next where to go afterwards; must already be checked to be an address of this site
 * @param provider what the OpenID provider is called at which one can sign in instead
 */
public record SignInView(
    String csrf,
    String username,
    Optional<String> next,
    Optional<String> provider,
    Optional<Problem> problem)
    implements PageView {
  public SignInView {
    Objects.requireNonNull(csrf);
    Objects.requireNonNull(username);
    Objects.requireNonNull(next);
    Objects.requireNonNull(provider);
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
    EXPIRED,
    /** The OpenID provider cannot be asked, or does not say who it is. */
    PROVIDER,
    /** It knows him, but no account here is connected with him. */
    NO_ACCOUNT;

    /** Of an address; empty for anything else that stands there. */
    public static Optional<Problem> named(String name) {
      return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
  }
}
