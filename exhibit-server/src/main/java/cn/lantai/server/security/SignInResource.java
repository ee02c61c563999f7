package cn.lantai.server.security;

import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.SignInCodeView;
import cn.lantai.server.site.view.SignInView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

/** The sign-in form, and signing out. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInResource {

  static final String HOME = "/workbench";

  @Inject SignIn signIn;
  @Inject Accounts accounts;
  @Inject SecondFactor secondFactor;
  @Inject Throttle throttle;
  @Inject AuditLog log;
  @Inject OpenId openId;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  @Path("signin")
  public Response form(
      @QueryParam("next") @DefaultValue(HOME) String to,
      @QueryParam("problem") @DefaultValue("") String problem) {
    return page(200, "", localPath(to), SignInView.Problem.named(problem)).build();
  }

  @POST
  @Path("signin")
  public Response signIn(
      @FormParam("username") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("next") @DefaultValue(HOME) String to) {
    Duration wait = throttle.delay(Accounts.normal(name), address());
    if (!wait.isZero()) {
      signIn.noteFailure(Accounts.normal(name), AuditOutcome.REFUSED, address());
      return throttled(
          page(429, name, localPath(to), Optional.of(SignInView.Problem.THROTTLED)), wait);
    }
    Optional<Account> account = accounts.verify(name, password);
    if (account.isEmpty()) {
      throttle.failed(Accounts.normal(name), address());
      signIn.noteFailure(Accounts.normal(name), AuditOutcome.FAILED, address());
      return page(403, name, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
    }
    if (account.get().secondFactor()) {
      signIn.awaitCode(request, account.get().name(), false);
      return codePage(200, localPath(to), Optional.empty()).build();
    }
    return goOn(signIn.admit(request, response, account.get().name(), false), name, to);
  }

  /** For who comes from the OpenID provider; others see it as the answer to their password. */
  @GET
  @Path("signin/code")
  public Response codeForm(@QueryParam("next") @DefaultValue(HOME) String to) {
    return signIn.awaited(request).isEmpty()
        ? Response.seeOther(URI.create("/signin")).build()
        : codePage(200, localPath(to), Optional.empty()).build();
  }

  /** The second step of those who have a second factor. */
  @POST
  @Path("signin/code")
  public Response secondStep(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("next") @DefaultValue(HOME) String to) {
    Optional<String> awaited = signIn.awaited(request);
    if (awaited.isEmpty()) {
      return page(403, "", localPath(to), Optional.of(SignInView.Problem.EXPIRED)).build();
    }
    String name = awaited.get();
    Duration wait = throttle.delay(name, address());
    if (!wait.isZero()) {
      signIn.noteFailure(name, AuditOutcome.REFUSED, address());
      return throttled(
          codePage(429, localPath(to), Optional.of(SignInView.Problem.THROTTLED)), wait);
    }
    if (!secondFactor.use(name, code)) {
      throttle.failed(name, address());
      signIn.noteFailure(name, AuditOutcome.FAILED, address());
      return codePage(403, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
    }
    return goOn(signIn.admitAwaited(request, response), name, to);
  }

  private Response goOn(boolean admitted, String name, String to) {
    return admitted
        ? Response.seeOther(URI.create(localPath(to))).build()
        : page(403, name, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
  }

  @POST
  @Path("signout")
  public Response signOut() throws ServletException {
    Optional<String> name = Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    name.ifPresent(
        account ->
            log.note(
                AuditNote.of(AuditAction.SIGN_OUT)
                    .aboutAccount(account)
                    .by(Actor.account(account, address()))));
    return Response.seeOther(URI.create("/")).build();
  }

  private static Response throttled(Response.ResponseBuilder page, Duration wait) {
    return page.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1).build();
  }

  private String address() {
    return request.getRemoteAddr();
  }

  private Response.ResponseBuilder codePage(
      int status, String to, Optional<SignInView.Problem> problem) {
    SignInCodeView view = new SignInCodeView(csrf.token(request), to, problem);
    return Response.fromResponse(
        pages.own(status, view, uri, headers, Optional.empty(), csrf.token(request)));
  }

  private Response.ResponseBuilder page(
      int status, String name, String to, Optional<SignInView.Problem> problem) {
    SignInView view =
        new SignInView(csrf.token(request), name, Optional.of(to), openId.label(), problem);
    return Response.fromResponse(
        pages.own(status, view, uri, headers, Optional.empty(), csrf.token(request)));
  }

  /** Only addresses of this server: a foreign one would make the form a help for fraud. */
  static String localPath(String to) {
    return to.matches("/(?![/\\\\])[\\w/.?=&%~-]*") ? to : HOME;
  }
}
