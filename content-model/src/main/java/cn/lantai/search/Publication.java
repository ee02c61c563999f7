package cn.lantai.search;

/** How the newest version of an entity stands to what is in public. */
public enum Publication {
  /** The public does not see it. */
  UNPUBLISHED,
  /** The public sees an older version. */
  CHANGED,
  PUBLISHED,
  /** It is not open to the public, and so cannot be published. */
  CONTROLLED
}
