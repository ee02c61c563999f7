package cn.lantai.server.exports;

import cn.lantai.server.runtime.Job;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How an export stands.
 *
 * @param file once it is done, for as long as it is kept
 * @param problems what is missing in it, as CSV
 */
public record ExportState(
    Job job, ExportOrder order, Optional<Path> file, Optional<Path> problems) {

  public long id() {
    return job.id();
  }

  public String by() {
    return job.by().orElse("");
  }
}
