package cn.lantai.server.security;

import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.SignInCodeView;
import cn.lantai.server.site.view.SignInView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
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
import java.time.Instant;
import java.util.Optional;

/** The sign-in form, and signing out. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInResource {

  private static final String HOME = "/workbench";
  private static final String PENDING = "cn.lantai.pending";

  /** How long a code may be looked for. */
  private static final Duration CODE_PATIENCE = Duration.ofMinutes(5);

  @Inject SecurityContext security;
  @Inject Accounts accounts;
  @Inject SecondFactor secondFactor;
  @Inject Sessions sessions;
  @Inject Throttle throttle;
  @Inject AuditLog log;
  @Inject Repetitions repetitions;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  /** Somebody who knows the password of an account, and has still to prove that he has the rest. */
  private record Pending(String account, Instant since) {}

  @GET
  @Path("signin")
  public Response form(@QueryParam("next") @DefaultValue(HOME) String to) {
    return page(200, "", localPath(to), Optional.empty()).build();
  }

  @POST
  @Path("signin")
  public Response signIn(
      @FormParam("username") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("next") @DefaultValue(HOME) String to) {
    Duration wait = throttle.delay(Accounts.normal(name), address());
    if (!wait.isZero()) {
      noteFailure(Accounts.normal(name), AuditOutcome.REFUSED);
      return throttled(
          page(429, name, localPath(to), Optional.of(SignInView.Problem.THROTTLED)), wait);
    }
    Optional<Account> account = accounts.verify(name, password);
    if (account.isEmpty()) {
      throttle.failed(Accounts.normal(name), address());
      noteFailure(Accounts.normal(name), AuditOutcome.FAILED);
      return page(403, name, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
    }
    if (account.get().secondFactor()) {
      request.getSession();
      request.changeSessionId();
      request.getSession().setAttribute(PENDING, new Pending(account.get().name(), Instant.now()));
      return codePage(200, localPath(to), Optional.empty()).build();
    }
    return admit(account.get().name(), to);
  }

  /** The second step of those who have a second factor. */
  @POST
  @Path("signin/code")
  public Response secondStep(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("next") @DefaultValue(HOME) String to) {
    Optional<Pending> pending =
        Optional.ofNullable(request.getSession(false))
            .map(session -> session.getAttribute(PENDING) instanceof Pending known ? known : null)
            .filter(known -> known.since.plus(CODE_PATIENCE).isAfter(Instant.now()));
    if (pending.isEmpty()) {
      return page(403, "", localPath(to), Optional.of(SignInView.Problem.EXPIRED)).build();
    }
    String name = pending.get().account;
    Duration wait = throttle.delay(name, address());
    if (!wait.isZero()) {
      noteFailure(name, AuditOutcome.REFUSED);
      return throttled(
          codePage(429, localPath(to), Optional.of(SignInView.Problem.THROTTLED)), wait);
    }
    if (!secondFactor.use(name, code)) {
      throttle.failed(name, address());
      noteFailure(name, AuditOutcome.FAILED);
      return codePage(403, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
    }
    request.getSession().removeAttribute(PENDING);
    return admit(name, to);
  }

  /** Signs somebody in who has proved who he is. The session gets another id by that. */
  private Response admit(String name, String to) {
    AuthenticationStatus status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new CallerOnlyCredential(name)));
    if (status != AuthenticationStatus.SUCCESS) {
      return page(403, name, localPath(to), Optional.of(SignInView.Problem.REFUSED)).build();
    }
    try {
      repetitions.end(failureKey(name, AuditOutcome.FAILED));
      repetitions.end(failureKey(name, AuditOutcome.REFUSED));
      log.note(
          AuditNote.of(AuditAction.SIGN_IN).aboutAccount(name).by(Actor.account(name, address())));
    } catch (RuntimeException notNoted) {
      Sessions.end(request);
      throw notNoted;
    }
    throttle.succeeded(name, address());
    sessions.begin(request, name);
    return Response.seeOther(URI.create(localPath(to))).build();
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

  /**
   * A name that no account has is not noted: people type passwords where the name belongs, and
   * strangers whatever they like.
   */
  private void noteFailure(String name, AuditOutcome outcome) {
    boolean known = accounts.find(name).isPresent();
    AuditNote note = AuditNote.of(AuditAction.SIGN_IN).ended(outcome);
    repetitions.note(
        failureKey(known ? name : "", outcome),
        known ? note.aboutAccount(name) : note.with(AuditKey.UNKNOWN_ACCOUNT, "true"));
  }

  private String failureKey(String name, AuditOutcome outcome) {
    return "sign-in " + outcome + " " + address() + " " + name;
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
    SignInView view = new SignInView(csrf.token(request), name, Optional.of(to), problem);
    return Response.fromResponse(
        pages.own(status, view, uri, headers, Optional.empty(), csrf.token(request)));
  }

  /** Only addresses of this server: a foreign one would make the form a help for fraud. */
  static String localPath(String to) {
    return to.matches("/(?![/\\\\])[\\w/.?=&%~-]*") ? to : HOME;
  }
}
