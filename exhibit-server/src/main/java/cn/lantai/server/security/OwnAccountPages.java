package cn.lantai.server.security;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.AccountFault;
import cn.lantai.server.site.view.OwnAccountView;
import cn.lantai.server.site.view.OwnAccountView.Done;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One's own password, second factor, sessions and tokens. */
@Path("/workbench/account")
@RequestScoped
@Requires
@OpenBeforeSetup
public class OwnAccountPages {

  static final String PATH = "/workbench/account";

  /** A secret that no authenticator has proved to hold yet, in the session. */
  private static final String SECRET = "cn.lantai.secret";

  @Inject OwnAccountDesk desk;
  @Inject Accounts accounts;
  @Inject SecondFactor secondFactor;
  @Inject AccountSetup accountSetup;
  @Inject Sessions sessions;
  @Inject Throttle throttle;
  @Inject Visitor visitor;
  @Inject StageStores stores;
  @Inject Tokens tokens;
  @Inject OpenId openId;
  @Inject Repetitions repetitions;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  private Optional<Done> done = Optional.empty();
  private Optional<AccountFault> fault = Optional.empty();
  private List<String> newCodes = List.of();
  private Optional<String> newToken = Optional.empty();

  /** Something that takes the password, or a code, once more. */
  private interface Deed {
    void perform() throws AccountRefusedException;
  }

  @GET
  public Response show(@QueryParam("openid") @DefaultValue("") String connected) {
    request.getSession().removeAttribute(SECRET);
    if (connected.equals("connected")) {
      done = Optional.of(Done.CONNECTED);
    } else if (connected.equals("taken")) {
      fault = Optional.of(AccountFault.CONNECTED);
    }
    return page();
  }

  /** Opens the way to the OpenID provider, which {@link OpenIdResource} goes. */
  @POST
  @Path("openid")
  public Response connect(@FormParam("password") @DefaultValue("") String password) {
    return prove(
        AuditAction.OPENID_CONNECTED,
        () -> {
          accounts.requirePassword(visitor.name(), password);
          OpenIdResource.allowConnecting(request);
        });
  }

  @POST
  @Path("openid/end")
  public Response disconnect(@FormParam("password") @DefaultValue("") String password) {
    return prove(
        AuditAction.OPENID_DISCONNECTED,
        () -> {
          accounts.disconnect(visitor.name(), password);
          done = Optional.of(Done.DISCONNECTED);
        });
  }

  @POST
  @Path("password")
  public Response changePassword(
      @FormParam("old") @DefaultValue("") String old,
      @FormParam("new") @DefaultValue("") String chosen,
      @FormParam("again") @DefaultValue("") String again) {
    return prove(
        AuditAction.PASSWORD_CHANGED,
        () -> {
          accounts.changePassword(visitor.name(), old, chosen, again);
          sessions.endOthers(visitor.name(), request);
          done = Optional.of(Done.PASSWORD);
        });
  }

  /** Shows a secret for an authenticator. */
  @POST
  @Path("second-factor")
  public Response setUp() {
    request.getSession().setAttribute(SECRET, TimeCodes.secret());
    return page();
  }

  @POST
  @Path("second-factor/confirmation")
  public Response confirm(@FormParam("code") @DefaultValue("") String code) {
    Optional<String> secret = secret();
    if (secret.isEmpty()) {
      return Response.seeOther(URI.create(PATH)).build();
    }
    return prove(
        AuditAction.SECOND_FACTOR_BEGUN,
        () -> {
          newCodes = secondFactor.begin(visitor.name(), secret.get(), code);
          request.getSession().removeAttribute(SECRET);
        });
  }

  @POST
  @Path("second-factor/end")
  public Response endSecondFactor(@FormParam("password") @DefaultValue("") String password) {
    return prove(
        AuditAction.SECOND_FACTOR_ENDED,
        () -> {
          secondFactor.end(visitor.name(), password);
          done = Optional.of(Done.SECOND_FACTOR_ENDED);
        });
  }

  /** Makes a token for programs, and shows it this once. */
  @POST
  @Path("tokens")
  public Response makeToken(
      @FormParam("label") @DefaultValue("") String label,
      @FormParam("for") List<String> wanted,
      @FormParam("days") @DefaultValue("90") int days,
      @FormParam("password") @DefaultValue("") String password) {
    Set<Permission> permissions =
        Arrays.stream(Permission.values())
            .filter(each -> wanted.contains(each.name()))
            .collect(Collectors.toSet());
    return prove(
        AuditAction.TOKEN_MADE,
        () ->
            newToken =
                Optional.of(tokens.make(visitor.name(), password, label, permissions, days)));
  }

  @POST
  @Path("tokens/{id: \\d{1,18}}/end")
  public Response revokeToken(@PathParam("id") long id) {
    desk.revokeToken(id);
    done = Optional.of(Done.TOKEN_REVOKED);
    return page();
  }

  /**
   * @param handle of the session that is to end; empty for all but this one
   */
  @POST
  @Path("sessions")
  public Response endSessions(@FormParam("handle") @DefaultValue("") String handle) {
    if (handle.isEmpty()) {
      desk.endOtherSessions(request);
    } else {
      desk.endSession(handle);
    }
    if (request.getSession(false) == null) {
      return Response.seeOther(URI.create("/signin")).build();
    }
    done = Optional.of(Done.SESSIONS_ENDED);
    return page();
  }

  /** Whoever sits down at somebody's open workbench must not be able to guess on. */
  private Response prove(AuditAction action, Deed deed) {
    String name = visitor.name();
    Duration wait = throttle.delay(name, request.getRemoteAddr());
    if (!wait.isZero()) {
      fault = Optional.of(AccountFault.THROTTLED);
      note(action, AuditOutcome.REFUSED, "THROTTLED");
      return page();
    }
    try {
      deed.perform();
    } catch (AccountRefusedException refused) {
      fault = Optional.of(AccountPages.fault(refused));
      note(action, AuditOutcome.FAILED, refused.reason().name());
      if (fault.get() == AccountFault.PASSWORD || fault.get() == AccountFault.CODE) {
        throttle.failed(name, request.getRemoteAddr());
      }
    }
    return page();
  }

  private void note(AuditAction action, AuditOutcome outcome, String reason) {
    repetitions.note(
        action + " " + outcome + " " + visitor.name(),
        AuditNote.of(action)
            .ended(outcome)
            .aboutAccount(visitor.name())
            .with(AuditKey.REASON, reason));
  }

  private Optional<String> secret() {
    return Optional.ofNullable(request.getSession().getAttribute(SECRET)).map(Object::toString);
  }

  private Response page() {
    Account account = desk.account();
    OwnAccountView view =
        new OwnAccountView(
            new AccountWording(pages.language(uri, headers), stores.index(StageKind.WORKING))
                .cards(List.of(account))
                .get(0),
            PasswordRules.SHORTEST,
            accountSetup.lacksSecondFactor(account),
            desk.sessions(request).stream()
                .map(
                    each ->
                        new OwnAccountView.Session(
                            each.handle(),
                            each.since(),
                            each.last(),
                            each.address(),
                            each.browser(),
                            each.own()))
                .toList(),
            account.recoveryCodes(),
            secret().map(secret -> setup(account.name(), secret)),
            newCodes,
            desk.tokens().stream()
                .map(
                    token ->
                        new OwnAccountView.Token(
                            token.id(),
                            token.label(),
                            new TreeSet<>(token.permissions()),
                            token.madeAt(),
                            token.endsAt(),
                            token.endsAt().isBefore(Instant.now()),
                            token.usedOn()))
                .toList(),
            Tokens.offered(visitor.permissions()),
            Tokens.DAYS,
            newToken,
            openId
                .label()
                .map(
                    label ->
                        new OwnAccountView.Provider(
                            label, account.connected(), OpenIdResource.mayConnect(request))),
            done,
            fault);
    int status = fault.map(each -> each == AccountFault.THROTTLED ? 429 : 422).orElse(200);
    return pages.own(status, view, uri, headers, Optional.of(account.name()), csrf.token(request));
  }

  private static OwnAccountView.Setup setup(String account, String secret) {
    QrCode code = QrCode.of(SecondFactor.address(account, secret));
    return new OwnAccountView.Setup(
        secret.replaceAll("(.{4})(?=.)", "$1 "), code.modules(), code.path());
  }
}
