package cn.lantai.server.site.view;

/** What a job does about a change of many descriptions. */
public enum BulkStep {
  PREVIEW,
  EDIT,
  UNDO
}
