package cn.lantai.server.security;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Journal;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import cn.lantai.server.security.AccountRefusedException.Reason;
import cn.lantai.server.security.openid.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The accounts and their roles. Passwords are kept as PBKDF2 hashes only. */
@ApplicationScoped
@Transactional(rollbackOn = AccountRefusedException.class)
public class Accounts {

  public static final String ADMINISTRATOR = "admin";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

  /** Names of those who write without an account. */
  private static final Pattern RESERVED = Pattern.compile("operator|job-.*");

  private static final int LONGEST_PERSON = 120;

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject PasswordHashes hashes;
  @Inject PasswordRules rules;
  @Inject Journal journal;
  @Inject AuditLog log;

  /** Makes the administrator's account if there is none yet, and gives its password. */
  public Optional<String> createAdministratorIfNone() {
    if (manager.find(AccountRow.class, ADMINISTRATOR) != null) {
      return Optional.empty();
    }
    AccountRow row = new AccountRow(ADMINISTRATOR, "");
    String password = newPassword(row, false);
    manager.persist(row);
    manager.persist(
        new GrantRow(ADMINISTRATOR, new Grant(Role.SOLE_ADMINISTRATOR, Scope.EVERYWHERE)));
    log.note(
        AuditNote.of(AuditAction.ACCOUNT_MADE)
            .aboutAccount(ADMINISTRATOR)
            .with(AuditKey.ROLE, Role.SOLE_ADMINISTRATOR.name()));
    return Optional.of(password);
  }

  /**
   * Gives an account a new random password, for who has the data folder. The administrator's is his
   * own; anybody else has to change it. An account that was disabled stays so; a second factor and
   * tokens go, for this is the help of last resort.
   *
   * @return empty if there is no such account
   */
  public Optional<String> renewPassword(String name) {
    Optional<String> first =
        name.equals(ADMINISTRATOR) ? createAdministratorIfNone() : Optional.empty();
    return first.or(
        () ->
            locked(name)
                .map(
                    row -> {
                      return renew(row, !name.equals(ADMINISTRATOR));
                    }));
  }

  /** By name. */
  public List<Account> all() {
    return manager
        .createQuery("SELECT a FROM AccountRow a", AccountRow.class)
        .getResultStream()
        .sorted(Comparator.comparing(AccountRow::name))
        .map(this::view)
        .toList();
  }

  public Optional<Account> find(String name) {
    return Optional.ofNullable(manager.find(AccountRow.class, name)).map(this::view);
  }

  /** Who may do something to an entity, by name. Who is disabled may nothing. */
  public List<Colleague> whoMay(Permission permission, EntityIri entity) {
    Map<String, List<Grant>> grants =
        manager
            .createQuery("SELECT g FROM GrantRow g", GrantRow.class)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    GrantRow::account, Collectors.mapping(GrantRow::grant, Collectors.toList())));
    Places places = new Places(journal);
    // Few roles are shared by many, and to find out where something stands takes a while.
    Map<Set<Grant>, Boolean> known = new HashMap<>();
    return manager
        .createQuery("SELECT a FROM AccountRow a WHERE a.disabled = FALSE", AccountRow.class)
        .getResultStream()
        .filter(
            row ->
                known.computeIfAbsent(
                    Set.copyOf(grants.getOrDefault(row.name(), List.of())),
                    own -> new Rights(own, places).may(permission, entity)))
        .map(row -> new Colleague(row.name(), row.person()))
        .sorted(Comparator.comparing(Colleague::name))
        .toList();
  }

  /** Up to when somebody has seen the notices for him. */
  public Optional<Instant> noticesSeen(String name) {
    return Optional.ofNullable(manager.find(AccountRow.class, name))
        .flatMap(AccountRow::noticesSeen);
  }

  /** The guides that are not as they are for everybody at first. */
  public Set<String> guides(String name) {
    return Optional.ofNullable(manager.find(AccountRow.class, name))
        .map(AccountRow::guides)
        .orElse(Set.of());
  }

  /**
   * @param turned whether the guide is not as it is for everybody at first
   */
  public void turnGuide(String name, String guide, boolean turned) {
    locked(name)
        .ifPresent(
            row -> {
              Set<String> guides = row.guides();
              if (turned ? guides.add(guide) : guides.remove(guide)) {
                row.setGuides(guides);
              }
            });
  }

  /** Never takes back what was noted before. */
  public void seeNotices(String name, Instant until) {
    locked(name)
        .filter(row -> row.noticesSeen().filter(seen -> !seen.isBefore(until)).isEmpty())
        .ifPresent(row -> row.setNoticesSeen(until));
  }

  /** What an account may do; nothing if it is disabled or not there. */
  public Rights rights(String name) {
    List<Grant> grants =
        find(name).filter(account -> !account.disabled()).map(Account::grants).orElse(List.of());
    return new Rights(grants, new Places(journal));
  }

  /**
   * Whether 三员分立 is in force: each of the three roles is held, nobody holds two of them, and nobody
   * is sole administrator.
   */
  public boolean areAdministratorsSeparate() {
    Set<Role> held = EnumSet.noneOf(Role.class);
    all().stream()
        .filter(account -> !account.disabled())
        .flatMap(account -> account.grants().stream())
        .forEach(grant -> held.add(grant.role()));
    return held.containsAll(Role.SEPARATE) && !held.contains(Role.SOLE_ADMINISTRATOR);
  }

  /**
   * Makes an account without roles.
   *
   * @return its password, good until the first sign-in
   */
  public String create(String wanted, String person) throws AccountRefusedException {
    String name = normal(wanted);
    String told = person.strip();
    if (!NAME.matcher(name).matches()
        || RESERVED.matcher(name).matches()
        || told.length() > LONGEST_PERSON) {
      throw new AccountRefusedException(Reason.NAME);
    }
    if (manager.find(AccountRow.class, name) != null) {
      throw new AccountRefusedException(Reason.NAME_TAKEN);
    }
    AccountRow row = new AccountRow(name, told);
    String password = newPassword(row, true);
    manager.persist(row);
    log.note(AuditNote.of(AuditAction.ACCOUNT_MADE).aboutAccount(name).with(AuditKey.PERSON, told));
    return password;
  }

  /**
   * Gives an account a password that it has to change, takes its second factor away and disconnects
   * it from the OpenID provider: for somebody who has lost either.
   */
  public String reset(String name, String by) throws AccountRefusedException {
    requireOther(name, by);
    return renew(locked(name).orElseThrow(), true);
  }

  private String renew(AccountRow row, boolean oneTime) {
    boolean factor = !row.secret().isEmpty();
    clearSecondFactor(row);
    row.setSubject(Optional.empty());
    manager
        .createQuery("DELETE FROM TokenRow t WHERE t.account = :account")
        .setParameter("account", row.name())
        .executeUpdate();
    String password = newPassword(row, oneTime);
    log.note(
        AuditNote.of(AuditAction.PASSWORD_RESET)
            .aboutAccount(row.name())
            .with(AuditKey.SECOND_FACTOR, factor ? "ENDED" : ""));
    return password;
  }

  public void setDisabled(String name, boolean disabled, String by) throws AccountRefusedException {
    requireOther(name, by);
    locked(name).orElseThrow().setDisabled(disabled);
    requireSomebodyForAccounts();
    log.note(
        AuditNote.of(disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED)
            .aboutAccount(name));
  }

  /**
   * @throws AccountRefusedException also if the account has another of the three roles
   */
  public void grant(String name, Grant grant, String by) throws AccountRefusedException {
    requireOther(name, by);
    if (!Role.given().contains(grant.role())) {
      throw new AccountRefusedException(Reason.SEPARATE);
    }
    AccountRow account = locked(name).orElseThrow();
    boolean another =
        grants(account.name()).stream()
            .map(Grant::role)
            .anyMatch(
                role ->
                    role != grant.role()
                        && (role == Role.SOLE_ADMINISTRATOR || Role.SEPARATE.contains(role)));
    if (Role.SEPARATE.contains(grant.role()) && another) {
      throw new AccountRefusedException(Reason.SEPARATE);
    }
    GrantRow row = new GrantRow(account.name(), grant);
    if (manager.find(GrantRow.class, row.key()) == null) {
      manager.persist(row);
      log.note(note(AuditAction.ROLE_GIVEN, name, grant));
    }
  }

  /** Being sole administrator is the one role that its holder can give up himself. */
  public void revoke(String name, Grant grant, String by) throws AccountRefusedException {
    if (grant.role() != Role.SOLE_ADMINISTRATOR) {
      requireOther(name, by);
    }
    AccountRow account = locked(name).orElseThrow();
    Optional<GrantRow> row =
        Optional.ofNullable(
            manager.find(GrantRow.class, new GrantRow(account.name(), grant).key()));
    row.ifPresent(manager::remove);
    requireSomebodyForAccounts();
    if (row.isPresent()) {
      log.note(note(AuditAction.ROLE_TAKEN, name, grant));
    }
  }

  /** What the log tells of a role that is given or taken. */
  static AuditNote note(AuditAction action, String name, Grant grant) {
    return AuditNote.of(action)
        .aboutAccount(name)
        .with(AuditKey.ROLE, grant.role().name())
        .with(AuditKey.SCOPE, AccountWording.value(grant.scope()));
  }

  /**
   * @throws AccountRefusedException if the old one is wrong, or the new one breaks a rule
   */
  public void changePassword(String name, String old, String chosen, String again)
      throws AccountRefusedException {
    AccountRow row = requirePassword(name, old);
    if (!chosen.equals(again)) {
      throw new AccountRefusedException(Reason.DIFFERENT);
    }
    Optional<Reason> objection = rules.objection(chosen, row.name(), row.person());
    if (objection.isPresent()) {
      throw new AccountRefusedException(objection.get());
    }
    row.setPassword(hashes.of(chosen), false);
    log.note(AuditNote.of(AuditAction.PASSWORD_CHANGED).aboutAccount(name));
  }

  /** The account with this name and password; empty if there is none, or it is disabled. */
  Optional<Account> verify(String name, String password) {
    Optional<AccountRow> account =
        Optional.ofNullable(manager.find(AccountRow.class, normal(name)));
    boolean same = hashes.matches(password, account.map(AccountRow::passwordHash));
    return account.filter(row -> same && !row.isDisabled()).map(this::view);
  }

  /**
   * The account of somebody who has signed in at the OpenID provider: that which is connected with
   * him, or that which the provider names and which is connected with nobody, from then on. An
   * account that had a password for its first sign-in has none that anybody knows afterwards.
   */
  Optional<Account> identified(Identity identity) {
    Optional<AccountRow> connected = bySubject(identity.subject());
    if (connected.isPresent()) {
      return connected.filter(row -> !row.isDisabled()).map(this::view);
    }
    return identity
        .name()
        .flatMap(name -> locked(normal(name)))
        .filter(row -> !row.isDisabled() && row.subject().isEmpty())
        .map(
            row -> {
              if (row.isOneTime()) {
                newPassword(row, false);
              }
              connect(row, identity.subject());
              return view(row);
            });
  }

  /**
   * From now on the account's owner can sign in at the OpenID provider.
   *
   * @throws AccountRefusedException if he is already connected with another account
   */
  void connect(String name, String subject) throws AccountRefusedException {
    Optional<AccountRow> other = bySubject(subject).filter(row -> !row.name().equals(name));
    if (other.isPresent()) {
      throw new AccountRefusedException(Reason.CONNECTED);
    }
    connect(locked(name).orElseThrow(), subject);
  }

  private void connect(AccountRow row, String subject) {
    row.setSubject(Optional.of(subject));
    log.note(AuditNote.of(AuditAction.OPENID_CONNECTED).aboutAccount(row.name()));
  }

  void disconnect(String name, String password) throws AccountRefusedException {
    requirePassword(name, password).setSubject(Optional.empty());
    log.note(AuditNote.of(AuditAction.OPENID_DISCONNECTED).aboutAccount(name));
  }

  private Optional<AccountRow> bySubject(String subject) {
    return manager
        .createQuery("SELECT a FROM AccountRow a WHERE a.subject = :subject", AccountRow.class)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  /** For {@link SecondFactor}, within its transaction: nobody else changes the row meanwhile. */
  Optional<AccountRow> locked(String name) {
    return Optional.ofNullable(
        manager.find(AccountRow.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * @throws NoSuchElementException if there is no such account
   */
  AccountRow requirePassword(String name, String password) throws AccountRefusedException {
    AccountRow row = locked(name).orElseThrow();
    if (!hashes.matches(password, Optional.of(row.passwordHash()))) {
      throw new AccountRefusedException(Reason.PASSWORD);
    }
    return row;
  }

  void clearSecondFactor(AccountRow row) {
    row.setSecret("", 0);
    manager
        .createQuery("DELETE FROM RecoveryRow r WHERE r.account = :account")
        .setParameter("account", row.name())
        .executeUpdate();
  }

  /** Names that look alike are one name. */
  static String normal(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private String newPassword(AccountRow row, boolean oneTime) {
    String password = Secrets.password();
    row.setPassword(hashes.of(password), oneTime);
    return password;
  }

  private static void requireOther(String name, String by) throws AccountRefusedException {
    if (name.equals(by)) {
      throw new AccountRefusedException(Reason.ONESELF);
    }
  }

  private void requireSomebodyForAccounts() throws AccountRefusedException {
    manager.flush();
    if (all().stream()
        .filter(account -> !account.disabled())
        .flatMap(account -> account.grants().stream())
        .noneMatch(grant -> grant.role().permissions().contains(Permission.ACCOUNTS))) {
      throw new AccountRefusedException(Reason.LAST);
    }
  }

  private Account view(AccountRow row) {
    long codes =
        manager
            .createQuery(
                "SELECT COUNT(r) FROM RecoveryRow r WHERE r.account = :account", Long.class)
            .setParameter("account", row.name())
            .getSingleResult();
    return new Account(
        row.name(),
        row.person(),
        row.isDisabled(),
        row.isOneTime(),
        !row.secret().isEmpty(),
        codes,
        row.subject().isPresent(),
        grants(row.name()));
  }

  private List<Grant> grants(String name) {
    return manager
        .createQuery(
            "SELECT g FROM GrantRow g WHERE g.account = :account ORDER BY g.role, g.scope",
            GrantRow.class)
        .setParameter("account", name)
        .getResultStream()
        .map(GrantRow::grant)
        .toList();
  }
}
