package cn.lantai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zips that depend on nothing but what is in them. */
final class Zip implements AutoCloseable {

  /** The first moment that a zip can name. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /** The stream is left open. */
  Zip(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  void add(String name, InputStream content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    content.transferTo(zip);
    zip.closeEntry();
  }

  /** Adds the entries of another zip, in its order. */
  void addAll(Path other) throws IOException {
    try (ZipFile file = new ZipFile(other.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        try (InputStream content = file.getInputStream(entry)) {
          add(entry.getName(), content);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
