package cn.lantai.server.security;

import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Repetitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last steps of signing in, in whatever way somebody has proved who he is. */
@ApplicationScoped
public class SignIn {

  private static final String PENDING = "cn.lantai.pending";

  /** How long a code may be looked for. */
  private static final Duration CODE_PATIENCE = Duration.ofMinutes(5);

  @Inject SecurityContext security;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Throttle throttle;
  @Inject AuditLog log;
  @Inject Repetitions repetitions;

  /** Somebody who has still to give the code of his second factor. */
  private record Pending(String account, boolean atProvider, Instant since)
      implements Serializable {}

  /** Remembers, in a session of a new id, whose code is asked for. */
  void awaitCode(HttpServletRequest request, String account, boolean atProvider) {
    request.getSession();
    request.changeSessionId();
    request.getSession().setAttribute(PENDING, new Pending(account, atProvider, Instant.now()));
  }

  /** Whose code is asked for in this session. */
  Optional<String> awaited(HttpServletRequest request) {
    return pending(request).map(Pending::account);
  }

  /** Signs in who was {@link #awaited}. */
  boolean admitAwaited(HttpServletRequest request, HttpServletResponse response) {
    Pending pending = pending(request).orElseThrow();
    request.getSession().removeAttribute(PENDING);
    return admit(request, response, pending.account, pending.atProvider);
  }

  /**
   * Signs somebody in. The session gets another id by that.
   *
   * @param atProvider whether an OpenID provider says who he is
   * @return false if the account was disabled meanwhile
   */
  boolean admit(
      HttpServletRequest request,
      HttpServletResponse response,
      String account,
      boolean atProvider) {
    AuthenticationStatus status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new CallerOnlyCredential(account)));
    if (status != AuthenticationStatus.SUCCESS) {
      return false;
    }
    String address = request.getRemoteAddr();
    try {
      for (AuditOutcome failure : new AuditOutcome[] {AuditOutcome.FAILED, AuditOutcome.REFUSED}) {
        repetitions.end(failureKey(account, failure, address));
      }
      log.note(
          AuditNote.of(AuditAction.SIGN_IN)
              .aboutAccount(account)
              .with(AuditKey.OPENID, atProvider ? "true" : "")
              .by(Actor.account(account, address)));
    } catch (RuntimeException notNoted) {
      Sessions.end(request);
      throw notNoted;
    }
    throttle.succeeded(account, address);
    sessions.begin(request, account);
    return true;
  }

  /**
   * A name that no account has is not noted: people type passwords where the name belongs, and
   * strangers whatever they like.
   */
  void noteFailure(String name, AuditOutcome outcome, String address) {
    boolean known = accounts.find(name).isPresent();
    AuditNote note = AuditNote.of(AuditAction.SIGN_IN).ended(outcome);
    repetitions.note(
        failureKey(known ? name : "", outcome, address),
        known ? note.aboutAccount(name) : note.with(AuditKey.UNKNOWN_ACCOUNT, "true"));
  }

  private static String failureKey(String name, AuditOutcome outcome, String address) {
    return "sign-in " + outcome + " " + address + " " + name;
  }

  private static Optional<Pending> pending(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(PENDING) instanceof Pending known ? known : null)
        .filter(known -> known.since.plus(CODE_PATIENCE).isAfter(Instant.now()));
  }
}
