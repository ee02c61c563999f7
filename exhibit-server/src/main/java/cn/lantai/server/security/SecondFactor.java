package cn.lantai.server.security;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.security.AccountRefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The second factor of those who want one: codes of an authenticator, and ten recovery codes for
 * the day on which it is lost. No code is good twice.
 */
@ApplicationScoped
@Transactional(rollbackOn = AccountRefusedException.class)
public class SecondFactor {

  private static final int RECOVERY_CODES = 10;

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject Accounts accounts;
  @Inject AuditLog log;

  private final TimeCodes codes = new TimeCodes(Clock.systemUTC());

  /** What an authenticator wants to know, as it reads it from a picture. */
  static String address(String account, String secret) {
    return "otpauth://totp/Lantai:%s?secret=%s&issuer=Lantai"
        .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20"), secret);
  }

  /**
   * From now on signing in takes a code of this secret.
   *
   * @param code proves that an authenticator has the secret
   * @return the recovery codes, which are told this once
   */
  public List<String> begin(String account, String secret, String code)
      throws AccountRefusedException {
    AccountRow row = accounts.locked(account).orElseThrow();
    OptionalLong step = codes.step(secret, code, 0);
    if (step.isEmpty()) {
      throw new AccountRefusedException(Reason.CODE);
    }
    accounts.clearSecondFactor(row);
    row.setSecret(secret, step.getAsLong());
    List<String> recovery = Stream.generate(Secrets::password).limit(RECOVERY_CODES).toList();
    recovery.forEach(each -> manager.persist(new RecoveryRow(account, Secrets.hash(each))));
    log.note(AuditNote.of(AuditAction.SECOND_FACTOR_BEGUN).aboutAccount(account));
    return recovery;
  }

  public void end(String account, String password) throws AccountRefusedException {
    accounts.clearSecondFactor(accounts.requirePassword(account, password));
    log.note(AuditNote.of(AuditAction.SECOND_FACTOR_ENDED).aboutAccount(account));
  }

  /** Whether this is a code of the account that was not used yet; now it is. */
  boolean use(String account, String code) {
    AccountRow row = accounts.locked(account).orElseThrow();
    if (row.secret().isEmpty()) {
      return false;
    }
    OptionalLong step = codes.step(row.secret(), code, row.step());
    step.ifPresent(row::setStep);
    return step.isPresent() || useRecovery(account, code);
  }

  private boolean useRecovery(String account, String code) {
    boolean used =
        manager
                .createQuery(
                    "DELETE FROM RecoveryRow r WHERE r.account = :account AND r.hash = :hash")
                .setParameter("account", account)
                .setParameter("hash", Secrets.hash(code))
                .executeUpdate()
            == 1;
    if (used) {
      log.note(AuditNote.of(AuditAction.RECOVERY_CODE_USED).aboutAccount(account));
    }
    return used;
  }
}
