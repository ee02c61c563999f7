package cn.lantai.server.preservation;

import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** What the last complete verification of journal and media found; kept beside the reports. */
@ApplicationScoped
public class Integrity {

  @Inject Settings settings;

  private volatile Optional<State> known = Optional.empty();

  /**
   * @param rows of the journal that are in order
   * @param files that were read
   */
  public record State(
      Instant at,
      boolean journalIntact,
      boolean auditIntact,
      long rows,
      long files,
      long damaged,
      long missing,
      long unknown) {

    public boolean intact() {
      return journalIntact && auditIntact && damaged == 0 && missing == 0;
    }
  }

  /** Empty if there never was one. */
  public Optional<State> last() {
    if (known.isEmpty() && Files.exists(file())) {
      known = read();
    }
    return known;
  }

  @Gauge(name = "lantai_media_damaged", unit = MetricUnits.NONE, absolute = true)
  public long damaged() {
    return last().map(State::damaged).orElse(0L);
  }

  @Gauge(name = "lantai_media_missing", unit = MetricUnits.NONE, absolute = true)
  public long missing() {
    return last().map(State::missing).orElse(0L);
  }

  @Gauge(name = "lantai_verified_seconds", unit = MetricUnits.SECONDS, absolute = true)
  public long verifiedAt() {
    return last().map(state -> state.at().getEpochSecond()).orElse(0L);
  }

  void note(State state) throws IOException {
    Files.createDirectories(file().getParent());
    Path part = file().resolveSibling("integrity.part");
    Files.write(
        part,
        List.of(
            "at=" + state.at(),
            "journal=" + state.journalIntact(),
            "audit=" + state.auditIntact(),
            "rows=" + state.rows(),
            "files=" + state.files(),
            "damaged=" + state.damaged(),
            "missing=" + state.missing(),
            "unknown=" + state.unknown()));
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    known = Optional.of(state);
  }

  private Optional<State> read() {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
      values.load(reader);
      return Optional.of(
          new State(
              Instant.parse(values.getProperty("at", "")),
              Boolean.parseBoolean(values.getProperty("journal")),
              Boolean.parseBoolean(values.getProperty("audit", "true")),
              Long.parseLong(values.getProperty("rows", "")),
              Long.parseLong(values.getProperty("files", "")),
              Long.parseLong(values.getProperty("damaged", "")),
              Long.parseLong(values.getProperty("missing", "")),
              Long.parseLong(values.getProperty("unknown", ""))));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private Path file() {
    return settings.data().resolve("reports/integrity.properties");
  }
}
