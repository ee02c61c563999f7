package cn.lantai.server.security;

import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.security.openid.Attempt;
import cn.lantai.server.security.openid.Identity;
import cn.lantai.server.security.openid.OpenIdException;
import cn.lantai.server.security.openid.OpenIdProvider;
import cn.lantai.server.site.view.SignInView.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the OpenID provider and back: to sign in, or, for who is signed in and has given his
 * password once more, to connect his account with what the provider says.
 */
@Path(OpenId.PATH)
@RequestScoped
public class OpenIdResource {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdResource.class);
  private static final String ATTEMPT = "cn.lantai.openid";

  /** Until when the account of this session may be connected: its password was given. */
  private static final String CONNECTING = "cn.lantai.openid.connecting";

  private static final Duration CONNECTING_LASTS = Duration.ofMinutes(10);

  @Inject OpenId openId;
  @Inject SignIn signIn;
  @Inject Accounts accounts;
  @Inject Throttle throttle;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Response go(@QueryParam("next") @DefaultValue(SignInResource.HOME) String to) {
    Attempt attempt = Attempt.begin(SignInResource.localPath(to));
    try {
      URI provider = provider().authorization(attempt, openId.callback());
      request.getSession().setAttribute(ATTEMPT, attempt);
      return Response.seeOther(provider).build();
    } catch (OpenIdException failure) {
      LOG.warn("Nobody can sign in at the OpenID provider", failure);
      return refused(Problem.PROVIDER);
    }
  }

  @GET
  @Path("callback")
  public Response comeBack(
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("error") @DefaultValue("") String error) {
    OpenIdProvider provider = provider();
    Optional<Attempt> attempt = takeAttempt().filter(each -> each.isAnsweredBy(state));
    if (attempt.isEmpty()) {
      return refused(Problem.EXPIRED);
    }
    if (!error.isEmpty() || code.isEmpty()) {
      LOG.info("The OpenID provider lets somebody not in: {}", error.replaceAll("[^\\w.-]", "_"));
      return refused(Problem.PROVIDER);
    }
    // Whatever comes with a code makes this server ask the provider.
    Duration wait = throttle.delay("", request.getRemoteAddr());
    if (!wait.isZero()) {
      return refused(Problem.THROTTLED);
    }
    try {
      Identity identity = provider.identify(code, attempt.get(), openId.callback());
      if (request.getUserPrincipal() == null) {
        return admit(identity, attempt.get().next());
      }
      return mayConnect(request)
          ? connect(request.getUserPrincipal().getName(), identity)
          : to(attempt.get().next());
    } catch (OpenIdException failure) {
      LOG.warn("Somebody did not sign in at the OpenID provider", failure);
      throttle.failed("", request.getRemoteAddr());
      return refused(Problem.PROVIDER);
    }
  }

  /** For some minutes the account of this session can be connected. */
  static void allowConnecting(HttpServletRequest request) {
    request.getSession().setAttribute(CONNECTING, Instant.now().plus(CONNECTING_LASTS));
  }

  static boolean mayConnect(HttpServletRequest request) {
    return request.getSession().getAttribute(CONNECTING) instanceof Instant until
        && until.isAfter(Instant.now());
  }

  private Response connect(String account, Identity identity) {
    request.getSession().removeAttribute(CONNECTING);
    try {
      accounts.connect(account, identity.subject());
      return to(OwnAccountPages.PATH + "?openid=connected");
    } catch (AccountRefusedException taken) {
      return to(OwnAccountPages.PATH + "?openid=taken");
    }
  }

  private Response admit(Identity identity, String next) {
    Optional<Account> account = accounts.identified(identity);
    if (account.isEmpty()) {
      signIn.noteFailure("", AuditOutcome.FAILED, request.getRemoteAddr());
      return refused(Problem.NO_ACCOUNT);
    }
    if (account.get().secondFactor()) {
      signIn.awaitCode(request, account.get().name(), true);
      return to("/signin/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
    return signIn.admit(request, response, account.get().name(), true)
        ? to(next)
        : refused(Problem.REFUSED);
  }

  private OpenIdProvider provider() {
    return openId.provider().orElseThrow(() -> Problems.of(404).exception());
  }

  private Optional<Attempt> takeAttempt() {
    Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
    Optional<Attempt> attempt =
        session.map(each -> each.getAttribute(ATTEMPT) instanceof Attempt known ? known : null);
    session.ifPresent(each -> each.removeAttribute(ATTEMPT));
    return attempt;
  }

  private static Response refused(Problem problem) {
    return to("/signin?problem=" + problem.name());
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
