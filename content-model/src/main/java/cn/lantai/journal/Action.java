package cn.lantai.journal;

/** What a journal row does to its entity. */
public enum Action {
  /** A new version of the entity's graph. */
  PUT,
  /** Puts one version in public, in the place of the one that was there. */
  PUBLISH,
  /** Takes the entity out of public; its IRI answers 410 from now on. */
  WITHDRAW
}
