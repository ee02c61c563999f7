package cn.lantai.server.showing;

import cn.lantai.review.Review;
import cn.lantai.review.Reviews;
import cn.lantai.showing.Showing;
import cn.lantai.showing.Showings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is due, and withdraws what closes. The database has what is due when; here nothing
 * is kept, so a server that was down makes up for it at its start, and of two servers either may do
 * it.
 */
@ApplicationScoped
public class PublicationSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(PublicationSchedule.class);

  /** Looked after so many seconds at the latest, for another server may have set a time. */
  private static final int SECONDS = 20;

  @Inject Reviews reviews;
  @Inject Showings showings;
  @Inject ShowingCalendar calendar;
  @Inject Clock clock;
  @Resource ManagedScheduledExecutorService executor;

  private volatile Optional<ScheduledFuture<?>> ticking = Optional.empty();

  public void start() {
    ticking =
        Optional.of(executor.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS));
  }

  public void stop() {
    ticking.ifPresent(future -> future.cancel(false));
  }

  /** Something was scheduled: if it is due before the next look, it is looked for then. */
  @SuppressWarnings("FutureReturnValueIgnored") // whatever fails is told where it is done
  public void wake() {
    carefully(calendar::refresh);
    Stream.of(reviews.nextDue(), showings.nextDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(due -> Duration.between(clock.instant(), due).toMillis() + 1)
        .filter(millis -> millis < TimeUnit.SECONDS.toMillis(SECONDS))
        .ifPresent(
            millis -> executor.schedule(this::look, Math.max(0, millis), TimeUnit.MILLISECONDS));
  }

  private void look() {
    carefully(
        () -> {
          for (Review review : reviews.publishDue()) {
            LOG.info("Review {} of {}: {}", review.id(), review.entity(), review.stand());
          }
        });
    carefully(
        () -> {
          for (Showing showing : showings.carryOutDue()) {
            LOG.info("{}: {}", showing.entity(), showing.outcome().orElseThrow());
          }
        });
    carefully(calendar::refresh);
  }

  /** What fails of one kind does not keep back the other. */
  private static void carefully(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.error("What is due is not done now; it is tried again", failure);
    }
  }
}
