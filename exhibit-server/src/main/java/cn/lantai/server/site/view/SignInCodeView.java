package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * The second step of signing in, which posts {@code code}, {@code csrf} and {@code next} to {@code
 * /signin/code}.
 *
 * @param next where to go afterwards; must already be checked to be an address of this site
 */
public record SignInCodeView(String csrf, String next, Optional<SignInView.Problem> problem)
    implements PageView {

  public SignInCodeView {
    Objects.requireNonNull(csrf);
    Objects.requireNonNull(next);
    Objects.requireNonNull(problem);
  }

  @Override
  public String template() {
    return "signin-code";
  }
}
