package cn.lantai.server.runtime;

/** How progress is put in one line. */
public final class Progress {

  private Progress() {}

  /**
   * @param total 0 while unknown
   */
  public static String line(long done, long total, String step) {
    return step + (total > 0 ? " " + done + "/" + total : done > 0 ? " " + done : "");
  }
}
