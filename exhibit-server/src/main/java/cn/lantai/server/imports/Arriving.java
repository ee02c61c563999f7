package cn.lantai.server.imports;

import cn.lantai.server.imports.UploadRefusedException.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Files that come piece by piece: which were announced, and how much of each is there. A piece is
 * there as a whole or not at all when its sender breaks off, and what is acknowledged is on the
 * disk. If the server dies meanwhile the beginning of a piece may stay: who asks goes on from
 * there, and the digest of the whole file tells.
 */
final class Arriving {

  /** In bytes. */
  static final int LARGEST_PIECE = 32 << 20;

  private static final String ANNOUNCED = "announced.json";

  private final Path folder;

  /** A file as it was announced. */
  record Announced(String name, long size) {}

  private final String by;
  private final List<Announced> files;

  private Arriving(Path folder, String by, List<Announced> files) {
    this.folder = folder;
    this.by = by;
    this.files = List.copyOf(files);
  }

  /** Makes the folder for what was announced. */
  static Arriving begin(Path folder, String by, List<Announced> files) throws IOException {
    Files.createDirectories(folder);
    JsonArrayBuilder list = Json.createArrayBuilder();
    files.forEach(
        each ->
            list.add(Json.createObjectBuilder().add("name", each.name()).add("size", each.size())));
    Files.writeString(
        folder.resolve(ANNOUNCED),
        Json.createObjectBuilder().add("by", by).add("files", list).build().toString());
    return new Arriving(folder, by, files);
  }

  /** Empty if nothing is arriving in the folder. */
  static Optional<Arriving> in(Path folder) throws IOException {
    Path announced = folder.resolve(ANNOUNCED);
    if (!Files.isRegularFile(announced)) {
      return Optional.empty();
    }
    try (Reader text = Files.newBufferedReader(announced);
        JsonReader json = Json.createReader(text)) {
      JsonObject read = json.readObject();
      List<Announced> files =
          read.getJsonArray("files").getValuesAs(JsonObject.class).stream()
              .map(
                  each ->
                      new Announced(
                          each.getString("name"), each.getJsonNumber("size").longValueExact()))
              .toList();
      return Optional.of(new Arriving(folder, read.getString("by"), files));
    }
  }

  String by() {
    return by;
  }

  List<Announced> files() {
    return files;
  }

  /** How many bytes of a file are there. */
  long received(int number) throws IOException {
    Path part = part(number);
    return Files.exists(part) ? Files.size(part) : 0;
  }

  boolean isWhole() throws IOException {
    for (int number = 0; number < files.size(); number++) {
      if (received(number) < files.get(number).size()) {
        return false;
      }
    }
    return true;
  }

  Path part(int number) {
    return folder.resolve(Integer.toString(number));
  }

  /**
   * Puts a piece behind what is there.
   *
   * @param digest the SHA-256 of the piece, if its sender tells it
   * @return how much of the file is there now
   */
  long append(int number, long offset, Optional<byte[]> digest, InputStream piece)
      throws IOException, UploadRefusedException {
    long received = received(number);
    if (offset != received) {
      throw UploadRefusedException.elsewhere(received);
    }
    long most = Math.min(LARGEST_PIECE, files.get(number).size() - offset);
    boolean kept = false;
    try (FileChannel out =
        FileChannel.open(part(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try {
        out.position(offset);
        long length = write(piece, out, most, digest);
        out.force(false);
        kept = true;
        Files.setLastModifiedTime(folder.getParent(), FileTime.from(Instant.now()));
        return offset + length;
      } finally {
        if (!kept) {
          out.truncate(offset);
        }
      }
    }
  }

  private static long write(InputStream piece, FileChannel out, long most, Optional<byte[]> digest)
      throws IOException, UploadRefusedException {
    MessageDigest seen = sha256();
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    for (int read = piece.read(buffer); read >= 0; read = piece.read(buffer)) {
      length += read;
      if (length > most) {
        throw new UploadRefusedException(
            Kind.TOO_LARGE,
            "这一段超出了文件登记的大小，或超过一段的上限 " + (LARGEST_PIECE >> 20) + " MiB。",
            "The piece goes beyond the size that was announced for the file, or is larger than "
                + (LARGEST_PIECE >> 20)
                + " MiB.");
      }
      seen.update(buffer, 0, read);
      for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
        out.write(rest);
      }
    }
    if (digest.isPresent() && !Arrays.equals(digest.get(), seen.digest())) {
      throw new UploadRefusedException(
          Kind.DIGEST,
          "这一段与它的 SHA-256 不符，没有收下。请重新发送这一段。",
          "The piece is not what its SHA-256 says, and was not taken. Send it again.");
    }
    return length;
  }

  /** The SHA-256 of a file that is whole. */
  byte[] digest(int number) throws IOException {
    MessageDigest digest = sha256();
    if (Files.exists(part(number))) {
      try (InputStream content = Files.newInputStream(part(number))) {
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return digest.digest();
  }

  /** Says that nothing more comes. */
  void end() throws IOException {
    Files.delete(folder.resolve(ANNOUNCED));
    Files.delete(folder);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
