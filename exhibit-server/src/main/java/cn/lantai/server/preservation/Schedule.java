package cn.lantai.server.preservation;

import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks for the jobs that are due by the clock. What was missed while the server was down is made up
 * for after the start.
 */
@ApplicationScoped
public class Schedule {

  private static final int MINUTES = 5;
  private static final Duration TIDYING = Duration.ofDays(1);

  @Inject Jobs jobs;

  @Inject
  @ConfigProperty(name = "lantai.fixity.days")
  long fixityDays;

  @Inject
  @ConfigProperty(name = "lantai.fixity.rate")
  String fixityRate;

  @Inject
  @ConfigProperty(name = "lantai.backup.to")
  Optional<String> backupTo;

  @Inject
  @ConfigProperty(name = "lantai.backup.at")
  String backupAt;

  @Resource ManagedScheduledExecutorService executor;

  private volatile Optional<ScheduledFuture<?>> ticking = Optional.empty();

  public void start() {
    ticking =
        Optional.of(
            executor.scheduleWithFixedDelay(
                () -> ask(Instant.now()), MINUTES, MINUTES, TimeUnit.MINUTES));
  }

  public void stop() {
    ticking.ifPresent(future -> future.cancel(false));
  }

  private void ask(Instant now) {
    Instant verified = lastAsked(VerifyJob.NAME);
    if (fixityDays > 0 && verified.plus(Duration.ofDays(fixityDays)).isBefore(now)) {
      jobs.enqueue(VerifyJob.NAME, Map.of(VerifyJob.RATE, fixityRate));
    }
    if (lastAsked(TidyJob.NAME).plus(TIDYING).isBefore(now)) {
      jobs.enqueue(TidyJob.NAME, Map.of());
    }
    Instant due = lastTime(LocalTime.parse(backupAt), now.atZone(ZoneId.systemDefault()));
    if (backupTo.isPresent() && lastAsked(BackupJob.NAME).isBefore(due)) {
      jobs.enqueue(BackupJob.NAME, Map.of(BackupJob.TARGET, backupTo.get()));
    }
  }

  private Instant lastAsked(String kind) {
    return jobs.newestOf(kind).map(Job::createdAt).orElse(Instant.EPOCH);
  }

  /** When it was that time of the day for the last time. */
  static Instant lastTime(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
  }
}
