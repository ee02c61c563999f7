package cn.lantai.server.runtime;

import java.nio.file.Path;
import java.util.Map;

/** What a running job has in its hands. */
public interface JobContext {

  long id();

  Map<String, String> parameters();

  /**
   * Says how far the work is. To be called often: this is where a job ends when the server stops.
   *
   * @param total 0 while unknown
   * @throws JobStoppedException if the server is stopping; not to be caught
   * @throws JobCancelledException if somebody asked for its end; not to be caught
   */
  void progress(long done, long total, String message);

  /** An own, empty or half-filled, folder for the report, inside the data folder. */
  Path reportFolder();

  /** Says where the report is: a file inside {@link #reportFolder}. */
  void report(Path file);
}
