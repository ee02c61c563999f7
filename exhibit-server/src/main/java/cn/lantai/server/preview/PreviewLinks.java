package cn.lantai.server.preview;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.audit.Actors;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Account;
import cn.lantai.server.security.Accounts;
import cn.lantai.server.security.Secrets;
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
import java.util.List;
import java.util.Optional;

/**
 * The links that there are. Each has 160 random bits, of which a hash is kept; it ends by its day,
 * when it is withdrawn, and when who made it may not see any more what it shows.
 */
@ApplicationScoped
@Transactional
public class PreviewLinks {

  /** For so many days at most. */
  public static final int LONGEST = 30;

  static final int LONGEST_LABEL = 80;

  /** So many of one thing can be open at a time. */
  private static final int MOST = 20;

  private static final int LISTED = 100;

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject Accounts accounts;
  @Inject AuditLog log;
  @Inject Repetitions repetitions;
  @Inject Actors actors;
  @Inject Clock clock;

  /** What a secret opens. */
  sealed interface Opened {}

  record Live(PreviewLink link) implements Opened {}

  /** It was a link. */
  record Ended() implements Opened {}

  /** It never was one. */
  record Unknown() implements Opened {}

  /** A link that was just made; its secret is told this once. */
  record Made(PreviewLink link, String secret) {}

  /**
   * Empty if the label or the days are not what they may be, or there are too many already.
   *
   * @param by an account that may see the entity
   */
  Optional<Made> make(EntityIri entity, long version, String label, int days, String by) {
    String called = label.strip();
    Instant now = clock.instant();
    if (called.isEmpty()
        || called.length() > LONGEST_LABEL
        || days < 1
        || days > LONGEST
        || of(entity).stream().filter(link -> link.isLive(now)).count() >= MOST) {
      return Optional.empty();
    }
    String secret = Secrets.token();
    PreviewLinkRow row =
        new PreviewLinkRow(
            entity,
            version,
            called,
            by,
            Secrets.hash(secret),
            now,
            now.plus(Duration.ofDays(days)));
    manager.persist(row);
    PreviewLink link = row.view();
    log.note(note(AuditAction.PREVIEW_MADE, link));
    return Optional.of(new Made(link, secret));
  }

  /** Newest first, with those that have ended. */
  List<PreviewLink> of(EntityIri entity) {
    return manager
        .createQuery(
            "SELECT p FROM PreviewLinkRow p WHERE p.entity = :entity ORDER BY p.id DESC",
            PreviewLinkRow.class)
        .setParameter("entity", PreviewLinkRow.name(entity))
        .setMaxResults(LISTED)
        .getResultStream()
        .map(PreviewLinkRow::view)
        .toList();
  }

  /** False if the entity has no such link. */
  boolean end(EntityIri entity, long id, String who) {
    Optional<PreviewLinkRow> row =
        Optional.ofNullable(manager.find(PreviewLinkRow.class, id))
            .filter(each -> each.view().entity().equals(entity));
    row.filter(each -> each.view().endedBy().isEmpty())
        .ifPresent(
            each -> {
              each.end(who);
              log.note(note(AuditAction.PREVIEW_ENDED, each.view()));
            });
    return row.isPresent();
  }

  /** Opens a link, and notes that it was used. */
  Opened open(String secret) {
    Optional<PreviewLinkRow> found =
        manager
            .createQuery(
                "SELECT p FROM PreviewLinkRow p WHERE p.hash = :hash", PreviewLinkRow.class)
            .setParameter("hash", Secrets.hash(secret))
            .getResultStream()
            .findFirst();
    if (found.isEmpty()) {
      return new Unknown();
    }
    PreviewLink link = found.get().view();
    if (!link.isLive(clock.instant()) || !maySee(link)) {
      return new Ended();
    }
    found.get().used(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    repetitions.noteOnce(
        "preview " + link.id() + " " + actors.current().address(),
        note(AuditAction.PREVIEW_SEEN, link));
    return new Live(link);
  }

  /** Nobody shows to others what he may not see himself. */
  private boolean maySee(PreviewLink link) {
    return accounts
        .find(link.by())
        .filter(account -> !account.disabled())
        .map(Account::name)
        .stream()
        .anyMatch(name -> accounts.rights(name).may(Permission.SEE, link.entity()));
  }

  private static AuditNote note(AuditAction action, PreviewLink link) {
    return AuditNote.of(action)
        .about(link.entity())
        .with(AuditKey.LINK, link.id())
        .with(AuditKey.NAMES, link.label())
        .with(AuditKey.VERSION, link.version());
  }
}
