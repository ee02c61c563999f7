package cn.lantai.preservation;

import java.util.List;

/** Names of files in a bag, as manifests write them (RFC 8493, 2.1.3). */
final class BagPath {

  private BagPath() {}

  static String encode(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  /**
   * @throws PreservationException if the name would lead out of the bag
   */
  static String decode(String name) throws PreservationException {
    String path = name.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
    boolean leadsOut =
        path.isEmpty()
            || path.startsWith("/")
            || path.startsWith("~")
            || path.contains("\\")
            || path.matches("^[A-Za-z]:.*")
            || List.of(path.split("/")).contains("..");
    if (leadsOut) {
      throw new PreservationException(
          "备份中的文件名“" + name + "”指向备份之外，拒绝使用。",
          "The name \"" + name + "\" leads out of the bag; the bag is refused.");
    }
    return path;
  }
}
