package cn.lantai.stage;

/** There is not enough room on the disk to go on. */
public final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoRoomException(long bytes) {
    this(
        "磁盘空间不足，没有写入：还需要约 %1$d MiB。No room on the disk: some %1$d MiB more are needed."
            .formatted(Math.max(1, bytes >> 20)));
  }

  /**
   * @param sentence for operators
   */
  public NoRoomException(String sentence) {
    super(sentence);
  }
}
