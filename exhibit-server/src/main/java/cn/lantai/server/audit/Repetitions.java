package cn.lantai.server.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what somebody can repeat at will, by {@link RepetitionCount}. */
@ApplicationScoped
public class Repetitions {

  private static final Logger LOG = LoggerFactory.getLogger(Repetitions.class);

  @Inject AuditLog log;
  @Inject Actors actors;
  @Resource ManagedScheduledExecutorService executor;

  private final RepetitionCount repeated = new RepetitionCount(note -> log.note(note), 200);
  private final RepetitionCount seen = new RepetitionCount(note -> log.note(note), 20_000);
  private volatile Optional<ScheduledFuture<?>> ticking = Optional.empty();

  public void start() {
    ticking = Optional.of(executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.MINUTES));
  }

  /** Notes what has been counted by now. */
  public void stop() {
    ticking.ifPresent(future -> future.cancel(false));
    repeated.flush();
  }

  public void note(String key, AuditNote note) {
    repeated.note(key, note.by(note.actor().orElseGet(actors::current)));
  }

  /** Notes it the first time within a while, and leaves out what comes after. */
  public void noteOnce(String key, AuditNote note) {
    seen.noteOnce(key, note.by(note.actor().orElseGet(actors::current)));
  }

  /** Notes what has been counted under a key, so that it stands before what comes now. */
  public void end(String key) {
    repeated.end(key);
  }

  private void tick() {
    try {
      repeated.endDue();
      seen.endDue();
    } catch (RuntimeException failure) {
      // What was counted is kept, and tried again.
      LOG.error("Repetitions are not in the audit log yet", failure);
    }
  }
}
