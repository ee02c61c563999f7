package cn.lantai.server.security;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.rights.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * What somebody does to his own account without his password, on its page and by programs: he looks
 * at it, and takes away what opens it.
 */
@RequestScoped
public class OwnAccountDesk {

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Tokens tokens;
  @Inject Visitor visitor;
  @Inject AuditLog log;

  /** Who has the data folder has no account. */
  Account account() {
    return accounts.find(name()).orElseThrow(NotAllowedException::new);
  }

  private String name() {
    return visitor.account().orElseThrow(NotAllowedException::new);
  }

  /** Newest first. */
  List<Sessions.Seen> sessions(HttpServletRequest request) {
    return sessions.of(name(), request);
  }

  /**
   * Ends all but the one of this request.
   *
   * @return how many it were
   */
  int endOtherSessions(HttpServletRequest request) {
    return noted(sessions.endOthers(name(), request));
  }

  /**
   * @param handle of the session that is to end
   * @return false if the account has no such session
   */
  boolean endSession(String handle) {
    int ended = sessions.endOne(name(), handle);
    return ended > 0 && noted(ended) > 0;
  }

  private int noted(int ended) {
    log.note(
        AuditNote.of(AuditAction.SESSIONS_ENDED)
            .aboutAccount(name())
            .with(AuditKey.SESSIONS, ended));
    return ended;
  }

  /** Newest first, with those that have ended. */
  List<Token> tokens() {
    return tokens.of(name());
  }

  /**
   * @return whether there was such a token
   */
  boolean revokeToken(long id) {
    return tokens.revoke(name(), id);
  }
}
