package cn.lantai.server.site.view;

/**
 * Whether a theme is one of the officially published names; the two are never to be taken for one
 * another.
 */
public enum Standing {
  OFFICIAL,
  LOCAL
}
