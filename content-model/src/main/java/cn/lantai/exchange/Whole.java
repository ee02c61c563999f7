package cn.lantai.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes beside and renames what is whole, so that nobody ever finds half a file. */
final class Whole {

  private Whole() {}

  /** Writes a file or folder that is not there yet. */
  @FunctionalInterface
  interface Writing<T> {
    T to(Path part) throws IOException;
  }

  /** If the writing fails, what was there before stays. */
  static <T> T write(Path target, Writing<T> writing) throws IOException {
    Path whole = target.toAbsolutePath().normalize();
    Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
    Files.createDirectories(whole.getParent());
    Spool.delete(part);
    try {
      T result = writing.to(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } finally {
      Spool.delete(part);
    }
  }
}
