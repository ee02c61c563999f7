package cn.lantai.server.imports;

import cn.lantai.server.runtime.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an import stands.
 *
 * @param files what is imported, as its owner calls it
 * @param speed rows a second; 0 if unknown
 * @param outcome once it is done
 * @param repeatable whether what was uploaded is still there
 * @param folder where its report is
 */
public record ImportState(
    Job job,
    String files,
    ImportOptions options,
    double speed,
    Optional<Duration> timeLeft,
    Optional<Outcome> outcome,
    boolean repeatable,
    Path folder) {

  public long id() {
    return job.id();
  }

  public String by() {
    return job.by().orElse("");
  }

  public ReportFolder report() {
    return new ReportFolder(folder);
  }
}
