package cn.lantai.server.exports;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that exports leave, in {@code exports/} of the data folder; they are kept some days.
 */
@ApplicationScoped
public class ExportFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);

  private static final String PROBLEMS = "problems.csv";

  @Inject Settings settings;

  @Inject
  @ConfigProperty(name = "lantai.export.days")
  long days;

  /** After so many days the file of an export is removed. */
  public long days() {
    return days;
  }

  Path target(long job, ExportOrder order) {
    String part = order.part().map(EntityIri::key).orElse("all");
    return folder(job).resolve("lantai-" + part + "." + order.format().extension());
  }

  Path problems(long job) {
    return folder(job).resolve(PROBLEMS);
  }

  static Optional<Path> there(Path file) {
    return Optional.of(file).filter(Files::isRegularFile);
  }

  private Path folder(long job) {
    return root().resolve(Long.toString(job));
  }

  private Path root() {
    return settings.data().resolve("exports");
  }

  /** Removes what was kept long enough. */
  void sweep() {
    if (!Files.isDirectory(root())) {
      return;
    }
    Instant oldest = Instant.now().minus(Duration.ofDays(days));
    try (Stream<Path> folders = Files.list(root())) {
      for (Path each : folders.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(oldest)) {
          remove(each);
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      LOG.warn("Old exports could not be removed", unreadable);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path file : List.copyOf(inside.toList())) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
