package cn.lantai.server.security;

import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The secret by which {@code lantai.jar COMMAND} speaks to the running server: new at each start,
 * in a file of the data folder that only its owner can read. Who has it may do everything.
 */
@ApplicationScoped
public class ControlKey {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Settings settings;

  private volatile byte[] key = new byte[0];

  /** Writes the file {@code run/control}: address and key, a line each. */
  public void open() {
    if (settings.listen().isEmpty()) {
      return;
    }
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      Path part = file().resolveSibling("control.part");
      Files.deleteIfExists(part);
      Files.createFile(part, ownerOnly(part));
      Files.write(part, List.of(settings.listen().get(), text));
      Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    key = text.getBytes(StandardCharsets.US_ASCII);
  }

  public void close() {
    key = new byte[0];
    try {
      Files.deleteIfExists(file());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  boolean matches(String candidate) {
    byte[] expected = key;
    return expected.length > 0
        && MessageDigest.isEqual(expected, candidate.getBytes(StandardCharsets.UTF_8));
  }

  private Path file() {
    return settings.data().resolve("run/control");
  }

  /** Elsewhere the rights of the data folder hold. */
  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
