package cn.lantai.server.site.view;

/** Whether a level of the archive is as its holder arranged it. */
public enum Nature {
  REAL,
  /** Known papers, brought into an arrangement proposed here. */
  ASSIGNED,
  /** Made up to show how the platform is used. */
  EXAMPLE
}
