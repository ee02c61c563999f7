package cn.lantai.search;

/** Which version of each entity an index holds, to compare it with another index. */
public final class Versions {

  private static final long NONE = 0;

  private final LongTable byUnit;

  Versions(LongTable byUnit) {
    this.byUnit = byUnit;
  }

  /** How the version of the working stage stands to these. */
  Publication of(long unit, long version, boolean open) {
    if (!open) {
      return Publication.CONTROLLED;
    }
    long published = byUnit.get(unit, NONE);
    return published == NONE
        ? Publication.UNPUBLISHED
        : published == version ? Publication.PUBLISHED : Publication.CHANGED;
  }
}
