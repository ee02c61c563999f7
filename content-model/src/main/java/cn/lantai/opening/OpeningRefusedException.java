package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import java.util.Optional;

/** A step that does not fit, or that this person may not do; nothing was written. */
public final class OpeningRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such record, or it was merged into another. */
    NO_RECORD,
    /** It is open, or under control, already. */
    NOT_WAITING,
    /** Somebody has signed already. */
    ALREADY_SIGNED,
    /** The act does not fit to where the opening stands. */
    NOT_NOW,
    /** Somebody has done a step meanwhile. */
    MOVED_ON,
    /** The record is not what was looked at any more. */
    CHANGED,
    /** Who signed first does not sign second. */
    SAME_PERSON,
    /** Only who signed may take his signature back. */
    NOT_YOURS,
    /** What is not opened, differs from the proposal, or goes back needs a reason. */
    REASON_MISSING,
    REASON_TOO_LONG,
    /** What is not opened needs a ground. */
    GROUND_MISSING,
    /** What is delayed needs a year that is ahead, and nothing else has one. */
    YEAR_UNFIT,
    /** Only what is proposed to be opened, without any finding, is signed together with others. */
    NOT_PLAIN,
    /** A list needs a name and words. */
    LIST_UNFIT
  }

  private final Reason reason;
  private final transient Optional<EntityIri> record;

  public OpeningRefusedException(Reason reason) {
    this(reason, Optional.empty());
  }

  /**
   * @param record which of several it is about
   */
  public OpeningRefusedException(Reason reason, EntityIri record) {
    this(reason, Optional.of(record));
  }

  private OpeningRefusedException(Reason reason, Optional<EntityIri> record) {
    super(reason.name());
    this.reason = reason;
    this.record = record;
  }

  /** Which of several it is about; empty where there is only one. */
  public Optional<EntityIri> record() {
    return record;
  }

  public Reason reason() {
    return reason;
  }
}
