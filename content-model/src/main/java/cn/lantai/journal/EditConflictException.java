package cn.lantai.journal;

import cn.lantai.entity.EntityIri;

/** Somebody else has saved a version since this edit began; nothing was written. */
public final class EditConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient EntityIri entity;
  private final long base;
  private final long current;

  /**
   * @param base the row with the version from which the edit began; 0 if there was none
   * @param current the row with the newest version; 0 if there is none
   */
  public EditConflictException(EntityIri entity, long base, long current) {
    super("The edit of " + entity + " began from row " + base + ", but the newest is " + current);
    this.entity = entity;
    this.base = base;
    this.current = current;
  }

  public EntityIri entity() {
    return entity;
  }

  public long base() {
    return base;
  }

  public long current() {
    return current;
  }
}
