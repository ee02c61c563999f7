package cn.lantai.server.security;

import cn.lantai.journal.Journal;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.AccountRefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tokens with which programs use {@code /api} in the name of an account (RFC 6750). Each is good
 * for some permissions, until a day, and only as far as its account may still do these things. What
 * is kept of it is a hash.
 */
@ApplicationScoped
@Transactional(rollbackOn = AccountRefusedException.class)
public class Tokens {

  /** For how many days a token can be made. */
  public static final List<Integer> DAYS = List.of(30, 90, 365);

  /** What a token can be good for: what can be done below {@code /api}. */
  private static final Set<Permission> OFFERED =
      EnumSet.of(
          Permission.SEE,
          Permission.DESCRIBE,
          Permission.PUBLISH,
          Permission.REVIEW,
          Permission.IMPORT,
          Permission.EXPORT,
          Permission.OPERATE,
          Permission.ACCOUNTS,
          Permission.AUDIT);

  private static final String SCHEME = "Bearer ";
  private static final String PREFIX = "lantai_";
  private static final int LONGEST_LABEL = 80;
  private static final int MOST = 20;

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject Accounts accounts;
  @Inject AuditLog log;
  @Inject Clock clock;

  /** In whose name, and with which permissions at most. */
  record Bearer(Account account, Set<Permission> permissions) {

    Rights rights(Journal journal) {
      return new Rights(account.grants(), new Places(journal)).only(permissions);
    }
  }

  /**
   * What is shown to be let in.
   *
   * @param authorization the header; null if there is none
   */
  static Optional<String> shown(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  static boolean looksLikeOne(String secret) {
    return secret.startsWith(PREFIX);
  }

  /** What a token of the account can be good for, of what it may do somewhere. */
  public static Set<Permission> offered(Set<Permission> permissions) {
    return permissions.stream()
        .filter(OFFERED::contains)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  /**
   * @param wanted what it is to be good for; seeing goes with all of it
   * @return the secret, which is told this once
   */
  public String make(
      String account, String password, String label, Set<Permission> wanted, int days)
      throws AccountRefusedException {
    AccountRow row = accounts.requirePassword(account, password);
    Set<Permission> permissions = offered(wanted);
    permissions.retainAll(accounts.rights(account).permissions());
    String called = label.strip();
    if (called.isEmpty()
        || called.length() > LONGEST_LABEL
        || permissions.isEmpty()
        || !DAYS.contains(days)
        || of(account).size() >= MOST) {
      throw new AccountRefusedException(Reason.TOKEN);
    }
    permissions.add(Permission.SEE);
    String secret = PREFIX + Secrets.token();
    Instant now = clock.instant();
    manager.persist(
        new TokenRow(
            row.name(),
            called,
            permissions,
            Secrets.hash(secret),
            now,
            now.plus(Duration.ofDays(days))));
    note(AuditAction.TOKEN_MADE, row.name(), called);
    return secret;
  }

  /** Newest first, with those that have ended. */
  public List<Token> of(String account) {
    return manager
        .createQuery(
            "SELECT t FROM TokenRow t WHERE t.account = :account ORDER BY t.id DESC",
            TokenRow.class)
        .setParameter("account", account)
        .getResultStream()
        .map(TokenRow::view)
        .toList();
  }

  /**
   * @return false if the account has no such token
   */
  public boolean revoke(String account, long id) {
    Optional<TokenRow> token =
        Optional.ofNullable(manager.find(TokenRow.class, id))
            .filter(row -> row.account().equals(account));
    token.ifPresent(
        row -> {
          manager.remove(row);
          note(AuditAction.TOKEN_REVOKED, account, row.label());
        });
    return token.isPresent();
  }

  /** Empty for a token that never was, has ended, was revoked, or whose account cannot be used. */
  Optional<Bearer> bearer(String secret) {
    return manager
        .createQuery("SELECT t FROM TokenRow t WHERE t.hash = :hash", TokenRow.class)
        .setParameter("hash", Secrets.hash(secret))
        .getResultStream()
        .findFirst()
        .filter(row -> clock.instant().isBefore(row.view().endsAt()))
        .flatMap(
            row -> {
              Optional<Account> account =
                  accounts.find(row.account()).filter(each -> !each.disabled() && !each.oneTime());
              account.ifPresent(each -> row.used(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
              return account.map(each -> new Bearer(each, row.view().permissions()));
            });
  }

  private void note(AuditAction action, String account, String label) {
    log.note(AuditNote.of(action).aboutAccount(account).with(AuditKey.TOKEN, label));
  }
}
