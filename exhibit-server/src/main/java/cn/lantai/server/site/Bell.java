package cn.lantai.server.site;

/** Says on every page of the workbench how much there is that its reader has not seen. */
public interface Bell {

  /** For who is asking; 0 for who has no account. */
  int unseen();
}
