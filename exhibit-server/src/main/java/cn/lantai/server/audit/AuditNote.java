package cn.lantai.server.audit;

import cn.lantai.entity.EntityIri;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be noted: {@code AuditNote.of(ROLE_GIVEN).about("account/wang").with(ROLE, "READER")}.
 *
 * @param object what it was done to: {@code account/NAME}, {@code job/NUMBER}, {@code TYPE/KEY} of
 *     an entity, an address of the server; empty if there is none
 * @param times how often
 * @param actor empty for whoever asks for the current request
 */
public record AuditNote(
    AuditAction action,
    AuditOutcome outcome,
    String object,
    long times,
    Map<AuditKey, String> detail,
    Optional<Actor> actor) {

  private static final int LONGEST_OBJECT = 400;
  private static final int LONGEST_VALUE = 600;

  public AuditNote {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(outcome, "outcome");
    object = PlainText.of(object, LONGEST_OBJECT);
    detail = Map.copyOf(detail);
    Objects.requireNonNull(actor, "actor");
  }

  /** Something that was done. */
  public static AuditNote of(AuditAction action) {
    return new AuditNote(action, AuditOutcome.DONE, "", 1, Map.of(), Optional.empty());
  }

  public AuditNote refused() {
    return ended(AuditOutcome.REFUSED);
  }

  public AuditNote failed() {
    return ended(AuditOutcome.FAILED);
  }

  public AuditNote ended(AuditOutcome with) {
    return new AuditNote(action, with, object, times, detail, actor);
  }

  public AuditNote about(String what) {
    return new AuditNote(action, outcome, what, times, detail, actor);
  }

  public AuditNote aboutAccount(String name) {
    return about("account/" + name);
  }

  public AuditNote about(EntityIri entity) {
    return about(entity.type().segment() + "/" + entity.key());
  }

  public AuditNote times(long count) {
    return new AuditNote(action, outcome, object, count, detail, actor);
  }

  public AuditNote by(Actor who) {
    return new AuditNote(action, outcome, object, times, detail, Optional.of(who));
  }

  /** An empty value is left out. */
  public AuditNote with(AuditKey key, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<AuditKey, String> more = new EnumMap<>(AuditKey.class);
    more.putAll(detail);
    more.put(key, PlainText.of(value, LONGEST_VALUE));
    return new AuditNote(action, outcome, object, times, more, actor);
  }

  public AuditNote with(AuditKey key, long value) {
    return with(key, Long.toString(value));
  }
}
