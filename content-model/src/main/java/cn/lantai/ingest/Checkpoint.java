package cn.lantai.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Up to where an import is done for good, kept beside its report so that it goes on there after a
 * crash. That everything is right without it rests on imports being idempotent.
 *
 * @param digest of all rows; another one is another import
 * @param next the first row that is not done
 * @param counts of what was taken in and reported
 * @param lengths of the report's files
 */
record Checkpoint(
    String digest, int next, Fates fates, Map<String, Long> counts, Map<String, Long> lengths) {

  private static final String FILE = "checkpoint";

  void write(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeUTF(digest);
      out.writeInt(next);
      fates.write(out);
      write(out, counts);
      write(out, lengths);
    }
    Path part = folder.resolve(FILE + ".part");
    Files.write(part, bytes.toByteArray());
    Files.move(
        part,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The checkpoint in a folder, if there is one of the import with this digest. */
  static Optional<Checkpoint> read(Path folder, String digest) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
      try (DataInputStream in =
          new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
        Checkpoint found =
            new Checkpoint(in.readUTF(), in.readInt(), Fates.read(in), readMap(in), readMap(in));
        return Optional.of(found).filter(each -> each.digest.equals(digest));
      }
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  private static void write(DataOutputStream out, Map<String, Long> map) throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<String, Long> each : map.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeLong(each.getValue());
    }
  }

  private static Map<String, Long> readMap(DataInputStream in) throws IOException {
    Map<String, Long> map = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(in.readUTF(), in.readLong());
    }
    return map;
  }
}
