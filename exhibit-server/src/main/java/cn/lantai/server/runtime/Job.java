package cn.lantai.server.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of work in the background, as it stands now.
 *
 * @param total 0 while unknown
 * @param message what it is busy with, or how it ended
 * @param report where its report is, relative to the data folder
 * @param stoppedBy who asked for its end, if somebody did; once it has ended, its state is FAILED
 */
public record Job(
    long id,
    String kind,
    Map<String, String> parameters,
    JobState state,
    long done,
    long total,
    String message,
    Optional<String> report,
    Optional<String> stoppedBy,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  /** In the parameters: who asked for it. */
  public static final String BY = "by";

  public Optional<String> by() {
    return Optional.ofNullable(parameters.get(BY));
  }

  /** Whether it will still do something. */
  public boolean isPending() {
    return state != JobState.DONE && state != JobState.FAILED;
  }

  public JobPhase phase() {
    if (isStopped()) {
      return JobPhase.CANCELLED;
    }
    return switch (state) {
      case QUEUED, INTERRUPTED -> JobPhase.QUEUED;
      case RUNNING -> JobPhase.RUNNING;
      case DONE -> JobPhase.DONE;
      case FAILED -> JobPhase.FAILED;
    };
  }

  /** Whether it ended because somebody stopped it. */
  public boolean isStopped() {
    return state == JobState.FAILED && stoppedBy.isPresent();
  }
}
