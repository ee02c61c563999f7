package cn.lantai.curation;

import cn.lantai.entity.EntityGraph;

/** A description that was found to satisfy the profile; only {@link Curation} makes one. */
public final class Approved {

  private final EntityGraph description;

  Approved(EntityGraph description) {
    this.description = description;
  }

  public EntityGraph description() {
    return description;
  }
}
