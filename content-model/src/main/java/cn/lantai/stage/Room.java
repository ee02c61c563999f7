package cn.lantai.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room on the disk of the stages. TDB2 maps its files into memory, and a mapping that meets a
 * full disk ends in an error that nothing can be done about; so the stages stop before.
 */
@FunctionalInterface
public interface Room {

  Room ENDLESS = bytes -> false;

  /** Whether too little would be left if so many more bytes were written. */
  boolean isShort(long bytes);

  /**
   * Of the disk that a folder is on.
   *
   * @param reserve bytes that have to be left
   */
  static Room on(Path folder, long reserve) {
    return bytes -> {
      try {
        return Files.getFileStore(folder).getUsableSpace() - bytes < reserve;
      } catch (IOException unknown) {
        return false;
      }
    };
  }

  /**
   * @throws NoRoomException if so many more bytes would leave too little
   */
  default void require(long bytes) {
    if (isShort(bytes)) {
      throw new NoRoomException(bytes);
    }
  }
}
