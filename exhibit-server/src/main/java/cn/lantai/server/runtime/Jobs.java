package cn.lantai.server.runtime;

import cn.lantai.entity.LocalizedText;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in the background, one job at a time, in the order of asking. Jobs live in the database: one
 * that was queued or running when the process ended goes on at the next start.
 */
@ApplicationScoped
public class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** In seconds; after that, the stop goes on without the job, as after a crash. */
  private static final int STOP_PATIENCE = 10;

  @Inject JobTable table;
  @Inject @Any Instance<JobKind> kinds;
  @Inject Settings settings;

  @Resource ManagedExecutorService executor;

  /** Counted here, because the launcher asks from a thread that is not the container's. */
  private final AtomicLong pending = new AtomicLong();

  private final Semaphore work = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean started;
  private volatile boolean stopping;
  private volatile Optional<String> failure = Optional.empty();
  private volatile Optional<RunningJob> running = Optional.empty();

  /** Queues a job; it survives from here on. */
  public Job enqueue(String kind, Map<String, String> parameters) {
    Job job = table.add(kind, parameters);
    pending.incrementAndGet();
    work.release();
    return job;
  }

  /** Newest first. */
  public List<Job> newest(int limit) {
    return table.newest(limit);
  }

  /** What curators call a kind of job; its name, if this version does not know the kind. */
  public LocalizedText title(String kind) {
    return kinds.stream()
        .filter(each -> each.name().equals(kind))
        .findFirst()
        .map(JobKind::title)
        .orElseGet(() -> LocalizedText.of(kind));
  }

  /** How many are queued, running or interrupted. */
  public long pending() {
    return pending.get();
  }

  /** What the running job is busy with, fresher than the database has it. */
  public Optional<String> activity() {
    return running.map(RunningJob::activity);
  }

  /** Why the last job of this run that failed did so. */
  Optional<String> failure() {
    return failure;
  }

  void start() {
    table.markInterrupted();
    pending.set(table.pending());
    started = true;
    work.release();
    executor.execute(this::runAll);
  }

  void stop() {
    stopping = true;
    work.release();
    try {
      if (started && !ended.await(STOP_PATIENCE, TimeUnit.SECONDS)) {
        LOG.warn("A job did not stop within {} s; it goes on at the next start", STOP_PATIENCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void runAll() {
    try {
      while (!stopping) {
        work.acquire();
        work.drainPermits();
        Optional<Job> next = stopping ? Optional.empty() : table.startNext();
        while (next.isPresent()) {
          runOne(next.get());
          next = stopping ? Optional.empty() : table.startNext();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.error("No more jobs are run until the next start", broken);
    } finally {
      ended.countDown();
    }
  }

  private void runOne(Job job) {
    if (job.state() != JobState.RUNNING) {
      pending.decrementAndGet();
      return;
    }
    RunningJob context = new RunningJob(job);
    running = Optional.of(context);
    LOG.info("Job {} ({}) starts", job.id(), job.kind());
    try {
      kind(job.kind()).run(context);
      table.change(job.id(), row -> context.finish(row, JobState.DONE, context.message));
      pending.decrementAndGet();
      LOG.info("Job {} ({}) is done: {}", job.id(), job.kind(), context.message);
    } catch (JobStoppedException stopped) {
      interrupt(context);
    } catch (Exception broken) {
      if (stopping) {
        interrupt(context);
        return;
      }
      LOG.error("Job {} ({}) failed", job.id(), job.kind(), broken);
      String reason = Optional.ofNullable(broken.getMessage()).orElse(broken.toString());
      failure = Optional.of(job.kind() + ": " + reason);
      table.change(job.id(), row -> context.finish(row, JobState.FAILED, reason));
      pending.decrementAndGet();
    } finally {
      running = Optional.empty();
    }
  }

  private void interrupt(RunningJob context) {
    LOG.info("Job {} stops; it goes on at the next start", context.id());
    table.change(context.id(), row -> context.finish(row, JobState.INTERRUPTED, context.message));
  }

  private JobKind kind(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no kind of job named " + name));
  }

  /** Writes progress to the database twice a second at most. */
  private final class RunningJob implements JobContext {

    private static final long SAVE_INTERVAL = 500_000_000L;

    private final Job job;
    private volatile long done;
    private volatile long total;
    private volatile String message;
    private volatile String report;
    private long savedAt = System.nanoTime();

    RunningJob(Job job) {
      this.job = job;
      this.done = job.done();
      this.total = job.total();
      this.message = job.message();
      this.report = job.report().orElse("");
    }

    @Override
    public long id() {
      return job.id();
    }

    @Override
    public Map<String, String> parameters() {
      return job.parameters();
    }

    @Override
    public void progress(long newDone, long newTotal, String newMessage) {
      if (stopping) {
        throw new JobStoppedException();
      }
      done = newDone;
      total = newTotal;
      message = newMessage;
      if (System.nanoTime() - savedAt > SAVE_INTERVAL) {
        table.change(job.id(), row -> row.progress(done, total, message));
        savedAt = System.nanoTime();
      }
    }

    @Override
    public Path reportFolder() {
      try {
        return Files.createDirectories(settings.data().resolve("reports/" + job.id()));
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }

    @Override
    public void report(Path file) {
      report = settings.data().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }

    String activity() {
      return job.kind() + (total > 0 ? " " + done + "/" + total : "") + " " + message;
    }

    private void finish(JobRow row, JobState state, String lastMessage) {
      row.progress(done, total, lastMessage);
      row.report(report);
      row.end(state, lastMessage);
    }
  }
}
