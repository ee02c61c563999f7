package cn.lantai.server.runtime;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.runtime.JobKind.Lane;
import cn.lantai.stage.NoRoomException;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in the background, one job at a time in each {@link JobKind.Lane}, in the order of asking.
 * Jobs live in the database: one that was queued or running when the process ended goes on at the
 * next start.
 */
@ApplicationScoped
public class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** In seconds: how often it is looked whether there is room again. */
  private static final int ROOM_INTERVAL = 15;

  /** In seconds; after that, the stop goes on without the job, as after a crash. */
  private static final int STOP_PATIENCE = 10;

  @Inject JobTable table;
  @Inject @Any Instance<JobKind> kinds;
  @Inject Settings settings;
  @Inject DiskRoom room;

  @Resource ManagedExecutorService executor;

  /** Counted here, because the launcher asks from a thread that is not the container's. */
  private final AtomicLong pending = new AtomicLong();

  private final Map<Lane, Semaphore> work =
      Arrays.stream(Lane.values())
          .collect(Collectors.toUnmodifiableMap(lane -> lane, lane -> new Semaphore(0)));
  private final CountDownLatch ended = new CountDownLatch(Lane.values().length);
  private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
  private volatile boolean started;
  private volatile boolean stopping;
  private volatile Optional<String> failure = Optional.empty();

  /** Queues a job; it survives from here on. */
  public Job enqueue(String kind, Map<String, String> parameters) {
    Job job = table.add(kind, parameters);
    pending.incrementAndGet();
    work.values().forEach(Semaphore::release);
    return job;
  }

  /** Runs a job in this thread, where no others are run: in a command without a server. */
  public Job runHere(String kind, Map<String, String> parameters, Listener listener) {
    Job job = table.addRunning(kind, parameters);
    pending.incrementAndGet();
    runOne(job, listener);
    return find(job.id()).orElseThrow();
  }

  /** Told the progress of one job. */
  @FunctionalInterface
  public interface Listener {

    Listener NOBODY = (done, total, message) -> {};

    void at(long done, long total, String message);
  }

  /** The job as it stands, fresher than the database has it. */
  public Optional<Job> find(long id) {
    return Optional.ofNullable(running.get(id)).map(RunningJob::view).or(() -> table.find(id));
  }

  /** The newest job of a kind. */
  public Optional<Job> newestOf(String kind) {
    return table.newestOf(kind);
  }

  /** Speed and time left of a running job; empty if unknown. */
  public String pace(long id) {
    return Optional.ofNullable(running.get(id)).map(job -> job.pace.text()).orElse("");
  }

  /** How many things a running job does in a second; 0 if unknown. */
  public double speed(long id) {
    return Optional.ofNullable(running.get(id)).map(job -> job.pace.speed()).orElse(0.0);
  }

  public Optional<Duration> timeLeft(long id) {
    return Optional.ofNullable(running.get(id)).flatMap(job -> job.pace.timeLeft());
  }

  /**
   * Has a job end: one that waits does at once, one that runs as soon as it says how far it is.
   * What it has done by then stays.
   *
   * @return the job; empty if there is none
   */
  public Optional<Job> cancel(long id, String by) {
    Optional<Job> before = table.find(id);
    Optional<Job> job = table.stop(id, by);
    Optional.ofNullable(running.get(id)).ifPresent(each -> each.cancelled = true);
    if (before.filter(Job::isPending).isPresent() && job.filter(Job::isStopped).isPresent()) {
      pending.decrementAndGet();
    }
    return job.flatMap(each -> find(each.id()));
  }

  /** Newest first. */
  public List<Job> newest(int limit) {
    return table.newest(limit).stream().map(this::fresh).toList();
  }

  /** Newest first. */
  public List<Job> newestOf(String kind, int limit) {
    return table.newestOf(kind, limit).stream().map(this::fresh).toList();
  }

  /** Those that will still do something. */
  public List<Job> pendingOf(String kind) {
    return table.pendingOf(kind);
  }

  private Job fresh(Job job) {
    return Optional.ofNullable(running.get(job.id())).map(RunningJob::view).orElse(job);
  }

  /** What curators call a kind of job; its name, if this version does not know the kind. */
  public LocalizedText title(String kind) {
    return kinds.stream()
        .filter(each -> each.name().equals(kind))
        .findFirst()
        .map(JobKind::title)
        .orElseGet(() -> LocalizedText.of(kind));
  }

  /** Where who asked for a job sees how it stands. */
  public Optional<String> page(Job job) {
    return kinds.stream()
        .filter(each -> each.name().equals(job.kind()))
        .findFirst()
        .flatMap(each -> each.page(job.id()));
  }

  /** How many are queued, running or interrupted. */
  public long pending() {
    return pending.get();
  }

  /** What the running job is busy with, fresher than the database has it. */
  public Optional<String> activity() {
    return running.values().stream().map(RunningJob::activity).findFirst();
  }

  /** Why the last job of this run that failed did so. */
  Optional<String> failure() {
    return failure;
  }

  void start() {
    table.markInterrupted();
    pending.set(table.pending());
    started = true;
    for (Lane lane : Lane.values()) {
      work.get(lane).release();
      executor.execute(() -> runAll(lane));
    }
  }

  void stop() {
    stopping = true;
    work.values().forEach(Semaphore::release);
    try {
      if (started && !ended.await(STOP_PATIENCE, TimeUnit.SECONDS)) {
        LOG.warn("A job did not stop within {} s; it goes on at the next start", STOP_PATIENCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void runAll(Lane lane) {
    Semaphore asked = work.get(lane);
    try {
      while (!stopping) {
        asked.acquire();
        asked.drainPermits();
        boolean more = !stopping;
        while (more) {
          Optional<Job> next = table.startNext(kind -> lane(kind) == lane);
          Ending ending = next.map(job -> runOne(job, Listener.NOBODY)).orElse(Ending.NOTHING_LEFT);
          if (ending == Ending.NO_ROOM) {
            awaitRoom(asked);
          }
          more = !stopping && ending != Ending.NOTHING_LEFT;
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

  private enum Ending {
    ENDED,
    NO_ROOM,
    NOTHING_LEFT
  }

  /** Nothing is begun on a full disk. */
  private void awaitRoom(Semaphore asked) throws InterruptedException {
    do {
      asked.tryAcquire(ROOM_INTERVAL, TimeUnit.SECONDS);
    } while (!stopping && !room.isEnoughToGoOn());
  }

  private Lane lane(String kind) {
    return kinds.stream()
        .filter(each -> each.name().equals(kind))
        .findFirst()
        .map(JobKind::lane)
        .orElse(Lane.CURATION);
  }

  private Ending runOne(Job job, Listener listener) {
    if (job.state() != JobState.RUNNING) {
      pending.decrementAndGet();
      return Ending.ENDED;
    }
    RunningJob context = new RunningJob(job, listener);
    running.put(job.id(), context);
    context.cancelled = table.find(job.id()).flatMap(Job::stoppedBy).isPresent();
    LOG.info("Job {} ({}) starts", job.id(), job.kind());
    try {
      kind(job.kind()).run(context);
      table.end(job.id(), row -> context.finish(row, JobState.DONE, context.message));
      pending.decrementAndGet();
      LOG.info("Job {} ({}) is done: {}", job.id(), job.kind(), context.message);
    } catch (JobStoppedException stopped) {
      interrupt(context);
    } catch (JobCancelledException cancelled) {
      LOG.info("Job {} ({}) was cancelled", job.id(), job.kind());
      table.end(job.id(), context::endStopped);
      pending.decrementAndGet();
    } catch (Exception broken) {
      if (DiskRoom.isMissing(broken)) {
        LOG.warn("Job {} ({}) stops: there is no room on the disk", job.id(), job.kind(), broken);
        noteNoRoom(context);
        return Ending.NO_ROOM;
      }
      if (stopping) {
        interrupt(context);
        return Ending.ENDED;
      }
      LOG.error("Job {} ({}) failed", job.id(), job.kind(), broken);
      String reason = reason(broken);
      failure = Optional.of(job.kind() + ": " + reason);
      table.end(job.id(), row -> context.finish(row, JobState.FAILED, reason));
      pending.decrementAndGet();
    } finally {
      running.remove(job.id());
    }
    return Ending.ENDED;
  }

  /** An error of a thread beside the job says nothing itself; what began it does. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && (root instanceof LinkageError || onlyNamesItsCause(root))) {
      root = root.getCause();
    }
    return Optional.ofNullable(root.getMessage()).orElse(root.toString());
  }

  private static boolean onlyNamesItsCause(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.equals(failure.getCause().toString());
  }

  private void noteNoRoom(RunningJob context) {
    try {
      table.change(context.id(), context::waitForRoom);
    } catch (RuntimeException fullDisk) {
      LOG.error("Job {} goes on at the next start", context.id(), fullDisk);
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
    private volatile boolean cancelled;
    private final Listener listener;
    private final Pace pace = new Pace();
    private long savedAt = System.nanoTime();

    RunningJob(Job job, Listener listener) {
      this.job = job;
      this.listener = listener;
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
      if (cancelled) {
        throw new JobCancelledException();
      }
      done = newDone;
      total = newTotal;
      message = newMessage;
      pace.note(newDone, newTotal, System.nanoTime());
      listener.at(newDone, newTotal, activity());
      if (System.nanoTime() - savedAt > SAVE_INTERVAL) {
        if (room.isShort(0)) {
          throw new NoRoomException(room.sentence());
        }
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
      return Progress.line(done, total, job.kind() + " " + message) + " " + pace.text();
    }

    Job view() {
      return new Job(
          job.id(),
          job.kind(),
          job.parameters(),
          JobState.RUNNING,
          done,
          total,
          message,
          Optional.of(report).filter(path -> !path.isEmpty()),
          job.stoppedBy(),
          job.createdAt(),
          Optional.empty());
    }

    private void waitForRoom(JobRow row) {
      row.progress(done, total, message);
      row.report(report);
      row.waitForRoom(room.sentence());
    }

    private void endStopped(JobRow row) {
      row.progress(done, total, message);
      row.report(report);
      row.endStopped();
    }

    private void finish(JobRow row, JobState state, String lastMessage) {
      row.progress(done, total, lastMessage);
      row.report(report);
      row.end(state, lastMessage);
    }
  }
}
