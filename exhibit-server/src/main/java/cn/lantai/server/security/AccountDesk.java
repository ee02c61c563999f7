package cn.lantai.server.security;

import cn.lantai.journal.Journal;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the security administrator does to accounts, on pages and by programs. What is refused is
 * noted here, all else where it is done.
 */
@RequestScoped
public class AccountDesk {

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Visitor visitor;
  @Inject Journal journal;
  @Inject Repetitions repetitions;

  private interface Deed<T> {
    T perform() throws AccountRefusedException;
  }

  /** A problem with status 404 if there is none. */
  Account known(String name) {
    return accounts.find(name).orElseThrow(() -> Problems.of(404).exception());
  }

  /** A problem with status 400 if there is no such role. */
  Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problems.of(400).exception());
  }

  /**
   * A role for a part of the holdings.
   *
   * @param scope as {@link AccountWording#value} names it
   * @return empty if there is no such part, or the role is not for a part
   */
  Optional<Grant> grant(Role role, String scope) {
    return AccountWording.scope(scope)
        .filter(this::isThere)
        .filter(where -> role.hasScope() || where.root().isEmpty())
        .map(where -> new Grant(role, where));
  }

  private boolean isThere(Scope scope) {
    return scope.root().isEmpty() || journal.state(scope.root().get()).isPresent();
  }

  /** Makes an account without roles, and gives the password for its first sign-in. */
  String create(String name, String person) throws AccountRefusedException {
    return noted(AuditNote.of(AuditAction.ACCOUNT_MADE), () -> accounts.create(name, person));
  }

  void give(String name, Grant grant) throws AccountRefusedException {
    known(name);
    noted(
        Accounts.note(AuditAction.ROLE_GIVEN, name, grant),
        () -> {
          accounts.grant(name, grant, visitor.name());
          return grant;
        });
  }

  /** Nothing happens if the account has no such role there. */
  void take(String name, String role, String scope) throws AccountRefusedException {
    Optional<Grant> held =
        known(name).grants().stream()
            .filter(grant -> grant.role().name().equals(role))
            .filter(grant -> AccountWording.value(grant.scope()).equals(scope))
            .findFirst();
    if (held.isPresent()) {
      noted(
          Accounts.note(AuditAction.ROLE_TAKEN, name, held.get()),
          () -> {
            accounts.revoke(name, held.get(), visitor.name());
            return held;
          });
    }
  }

  /** Disables an account, whose sessions end with it, or enables it again. */
  void setDisabled(String name, boolean disabled) throws AccountRefusedException {
    known(name);
    noted(
        AuditNote.of(disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED)
            .aboutAccount(name),
        () -> {
          accounts.setDisabled(name, disabled, visitor.name());
          if (disabled) {
            sessions.endAll(name);
          }
          return name;
        });
  }

  /** A new password for the next sign-in; the second factor goes, and all sessions and tokens. */
  String resetPassword(String name) throws AccountRefusedException {
    known(name);
    return noted(
        AuditNote.of(AuditAction.PASSWORD_RESET).aboutAccount(name),
        () -> {
          String password = accounts.reset(name, visitor.name());
          sessions.endAll(name);
          return password;
        });
  }

  private <T> T noted(AuditNote note, Deed<T> deed) throws AccountRefusedException {
    try {
      return deed.perform();
    } catch (AccountRefusedException refused) {
      AuditNote told = note.with(AuditKey.REASON, refused.reason().name());
      repetitions.note(
          visitor.name() + " " + told.action() + " " + told.object() + " " + told.detail(),
          told.refused());
      throw refused;
    }
  }
}
