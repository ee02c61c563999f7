package cn.lantai.server.cantaloupe;

import cn.lantai.media.MediaStore;
import cn.lantai.media.imageapi.EmbeddedImageServer;
import cn.lantai.media.imageapi.ImageServer;
import cn.lantai.media.imageapi.SizeLimits;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which image server makes the pictures: this server itself, or Cantaloupe. */
@ApplicationScoped
public class Cantaloupe {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Elsewhere there may be more processors than here. */
  private static final int CAPACITY_ELSEWHERE = 16;

  @Inject Settings settings;

  @Inject
  @ConfigProperty(name = "lantai.iiif.server", defaultValue = "embedded")
  String choice;

  @Inject
  @ConfigProperty(name = "lantai.iiif.url")
  Optional<String> url;

  @Inject
  @ConfigProperty(name = "lantai.cantaloupe.jar")
  Optional<String> jar;

  @Inject
  @ConfigProperty(name = "lantai.cantaloupe.memory", defaultValue = "512")
  int memory;

  private volatile Optional<CantaloupeProcess> process = Optional.empty();

  @Produces
  @Singleton
  Permits permits() {
    return new Permits();
  }

  @Produces
  @Singleton
  ImageServer imageServer(Permits permits) {
    if (!isChosen()) {
      return new EmbeddedImageServer();
    }
    return url.isPresent()
        ? new CantaloupeImageServer(
            () -> url.map(Cantaloupe::base), permits, CAPACITY_ELSEWHERE, PATIENCE)
        : new CantaloupeImageServer(
            this::address, permits, Runtime.getRuntime().availableProcessors(), PATIENCE);
  }

  public boolean isChosen() {
    return choice.equals("cantaloupe");
  }

  /**
   * Writes its files, also for one that is not started here, and starts it if that is asked for.
   */
  public void start(MediaStore media) {
    if (!isChosen()) {
      return;
    }
    try {
      CantaloupeFiles files =
          new CantaloupeFiles(
              Files.createDirectories(settings.data().resolve("cantaloupe")),
              media.folder().resolve("access"),
              url.isPresent() ? settings.baseUrl() : settings.listen().orElseGet(settings::baseUrl),
              SizeLimits.DEFAULT.maxArea(),
              2 * CAPACITY_ELSEWHERE);
      if (url.isPresent()) {
        files.write(CantaloupeFiles.USUAL_PORT);
        return;
      }
      Path program = Path.of(jar.orElseThrow()).toAbsolutePath();
      CantaloupeProcess started =
          new CantaloupeProcess(
              program,
              files,
              settings.data().resolve("logs/cantaloupe.log"),
              memory,
              WATCH,
              LONGEST_PAUSE);
      process = Optional.of(started);
      started.start();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  public void stop() {
    process.ifPresent(CantaloupeProcess::stop);
  }

  /** Where the started one answers; empty unless it does. */
  Optional<URI> address() {
    return process.flatMap(CantaloupeProcess::address);
  }

  boolean isStartedHere() {
    return process.isPresent();
  }

  private static URI base(String url) {
    return URI.create(url.replaceAll("/+$", ""));
  }
}
