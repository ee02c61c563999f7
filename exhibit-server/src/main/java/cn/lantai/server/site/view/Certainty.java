package cn.lantai.server.site.view;

/** How well a statement is supported, in the words of the catalogue tables. */
public enum Certainty {
  VERIFIED,
  PARTLY,
  GENERAL,
  DOUBTFUL,
  INVENTED
}
