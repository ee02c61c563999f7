package cn.lantai.server.imports;

import cn.lantai.server.imports.UploadFolder.Allowance;
import cn.lantai.server.imports.UploadRefusedException.Kind;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was uploaded for imports, in {@code uploads/} of the data folder: removed when it has been
 * taken in, or after some days.
 */
@ApplicationScoped
public class Uploads {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  static final int MOST_FILES = 200_000;

  /** Tables become a tenth when they are packed, scans do not. */
  static final int UNPACKED = 10;

  @Inject Settings settings;
  @Inject Jobs jobs;

  /** In MiB. */
  @Inject
  @ConfigProperty(name = "lantai.upload.limit")
  long limit;

  @Inject
  @ConfigProperty(name = "lantai.upload.days")
  long days;

  /** A file as it arrives. */
  public record Incoming(String name, InputStream content) {}

  /**
   * What is there to be imported.
   *
   * @param id of its folder
   * @param from the file, or the folder, that the import reads
   * @param names of the files, as they were called
   */
  public record Upload(String id, Path from, List<String> names) {}

  /** In bytes. */
  public long limit() {
    return limit << 20;
  }

  /** After so many days an upload is removed. */
  public long days() {
    return days;
  }

  /** Keeps files, all of them or none. */
  public Upload take(List<Incoming> files) throws IOException, UploadRefusedException {
    sweep();
    if (files.isEmpty()) {
      throw new UploadRefusedException(
          Kind.EMPTY, "没有选择文件。请选择一个或几个文件。", "There is no file. Choose one or several.");
    }
    String id = UUID.randomUUID().toString();
    UploadFolder folder = files(id);
    try {
      for (Incoming file : files) {
        folder.take(file.name(), file.content());
      }
      return upload(id, folder, files.stream().map(Incoming::name));
    } catch (IOException | UploadRefusedException | RuntimeException failure) {
      remove(id);
      throw failure;
    }
  }

  UploadFolder files(String id) {
    return new UploadFolder(
        folder(id).resolve("files"), new Allowance(MOST_FILES, limit() * UNPACKED));
  }

  static Upload upload(String id, UploadFolder folder, Stream<String> names) throws IOException {
    return new Upload(id, onlyOne(folder.root()), names.distinct().toList());
  }

  /** A folder that holds nothing but one thing stands for that thing. */
  private static Path onlyOne(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> two = inside.limit(2).toList();
      return two.size() == 1 ? two.get(0) : folder;
    }
  }

  /** Whether the upload is still there. */
  boolean has(String id) {
    return isId(id) && Files.isDirectory(folder(id));
  }

  /** Removes an upload; what cannot be removed now is at another time. */
  void remove(String id) {
    if (!isId(id)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder(id))) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | RuntimeException failure) {
      LOG.warn("The upload {} is not removed whole", id, failure);
    }
  }

  /** Removes what is old and needed by no import that is to run. */
  void sweep() throws IOException {
    Path all = root();
    if (!Files.isDirectory(all)) {
      return;
    }
    Instant old = Instant.now().minus(Duration.ofDays(days));
    Set<String> needed =
        jobs.pendingOf(IngestJob.NAME).stream()
            .map(Job::parameters)
            .flatMap(each -> Optional.ofNullable(each.get(IngestJob.UPLOAD)).stream())
            .collect(Collectors.toSet());
    try (Stream<Path> uploads = Files.list(all)) {
      for (Path each : uploads.toList()) {
        String id = each.getFileName().toString();
        if (!needed.contains(id) && Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          remove(id);
        }
      }
    }
  }

  Path root() {
    return settings.data().resolve("uploads");
  }

  Path folder(String id) {
    return root().resolve(id);
  }

  static boolean isId(String id) {
    return id.matches("[0-9a-f-]{36}");
  }
}
