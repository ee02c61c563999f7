package cn.lantai.journal;

import cn.lantai.entity.EntityIri;

/**
 * Where an entity stands at the end of the journal.
 *
 * @param current the row with its newest version
 * @param published the row with the version that is in public; 0 if none is
 * @param withdrawn whether it was in public and was taken out
 */
public record EntityState(EntityIri entity, long current, long published, boolean withdrawn) {

  public boolean isPublic() {
    return published != 0;
  }

  /** Whether the public sees an older version than the newest one. */
  public boolean hasUnpublishedChange() {
    return isPublic() && published != current;
  }
}
