package cn.lantai.server.tasks;

import java.util.Optional;

/** Something that is not done to a task; nothing was written. */
public final class TaskRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It has no title, more than one line of it, or too long a one. */
    TITLE,
    /** There are rounds 1 to 99. */
    ROUND,
    /** It is no day. */
    DAY,
    /** It would be due before it begins. */
    DAYS,
    /** No such account may see the exhibition. */
    PERSON,
    /** An exhibition has no more of them. */
    TOO_MANY,
    /** Somebody has changed it meanwhile. */
    MOVED_ON,
    /** There is no such task, or not any more. */
    GONE
  }

  private final Reason reason;

  @SuppressWarnings("serial") // it is never sent anywhere
  private final transient Optional<Task> current;

  TaskRefusedException(Reason reason) {
    this(reason, Optional.empty());
  }

  TaskRefusedException(Task changed) {
    this(Reason.MOVED_ON, Optional.of(changed));
  }

  private TaskRefusedException(Reason reason, Optional<Task> current) {
    super(reason.name());
    this.reason = reason;
    this.current = current;
  }

  public Reason reason() {
    return reason;
  }

  /** The task as it is now, where somebody else has changed it. */
  public Optional<Task> current() {
    return current;
  }
}
