package cn.lantai.server.iiif;

import java.util.Optional;

/** Entity tags (RFC 9110, section 8.8.3). */
public final class EntityTags {

  private EntityTags() {}

  /** Whether a client has what the tag names: the weak comparison of If-None-Match. */
  public static boolean match(Optional<String> header, String tag) {
    if (header.isEmpty()) {
      return false;
    }
    for (String each : header.get().split(",", -1)) {
      String one = each.strip();
      if (one.equals("*") || opaque(one).equals(opaque(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
