package cn.lantai.server.sparql;

import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Answers queries over the public stage, each within its limits.
 *
 * <p>A query works in a thread of its own, so that the visitor gets an answer in time even if a
 * plan should be deaf to all guards; its place is free for others only when it has really ended.
 */
public class SparqlService implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SparqlService.class.getName());

  /** How long after its time a query may take to notice. */
  private static final long GRACE_MILLIS = 1_000;

  private static final long STACK_BYTES = 1 << 20;
  private static final long CACHE_BYTES = 32 << 20;

  private final GraphStore stage;
  private final SparqlLimits limits;
  private final QueryReader reader;
  private final ResultWriter writer;
  private final TableMaker tables;
  private final Semaphore places;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor scheduler;
  private final Cache<String, SparqlResult> cache;

  public SparqlService(GraphStore stage, Addresses addresses, SparqlLimits limits) {
    this.stage = stage;
    this.limits = limits;
    this.reader = new QueryReader(limits, addresses.base());
    this.writer = new ResultWriter(limits, addresses.base(), addresses.sparql() + "#limits");
    this.tables = new TableMaker(addresses);
    this.places = new Semaphore(limits.concurrent(), true);
    this.workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads("sparql-"));
    this.scheduler = new ScheduledThreadPoolExecutor(1, threads("sparql-clock-"));
    this.scheduler.setRemoveOnCancelPolicy(true);
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((String key, SparqlResult result) -> result.body().length + key.length())
            .build();
  }

  public SparqlLimits limits() {
    return limits;
  }

  /**
   * Reads the query without running it.
   *
   * @throws ProblemException if the query is malformed or not allowed
   */
  public Prepared prepare(String text) {
    return new Prepared(text, reader.read(text));
  }

  /**
   * @throws ProblemException if a limit is met or the result cannot be written in the format
   */
  public SparqlResult execute(Prepared prepared, ResultFormat format) {
    Optional<String> tag = prepared.tag(format);
    Optional<SparqlResult> known = tag.map(cache::getIfPresent);
    if (known.isPresent()) {
      return known.get();
    }
    Query query = prepared.read.query();
    SparqlResult written =
        run(query, (run, data) -> writer.write(run, data, query.isAskType(), format));
    SparqlResult result = new SparqlResult(written.body(), written.format(), written.cutOff(), tag);
    tag.ifPresent(key -> cache.put(key, result));
    return result;
  }

  /**
   * The beginning of the result, for a page.
   *
   * @throws ProblemException if the query is malformed or not allowed, or a limit is met
   */
  public ResultTable table(String text, int rows) {
    Query query = reader.read(text).query();
    return run(query, (run, data) -> tables.make(run, data, query, rows));
  }

  private <T> T run(Query query, BiFunction<QueryRun, DatasetGraph, T> use) {
    takePlace();
    boolean handedOver = false;
    try {
      QueryRun run = new QueryRun(query, limits);
      Future<T> work = workers.submit(work(run, use));
      handedOver = true;
      return await(work, run);
    } finally {
      if (!handedOver) {
        places.release();
      }
    }
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusals.busy(limits);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusals.busy(limits);
    }
  }

  private <T> Callable<T> work(QueryRun run, BiFunction<QueryRun, DatasetGraph, T> use) {
    return () -> {
      ScheduledFuture<?> clock =
          scheduler.schedule(run::abort, limits.time().toMillis(), TimeUnit.MILLISECONDS);
      try {
        return stage.read(data -> use.apply(run, data));
      } finally {
        clock.cancel(false);
        places.release();
      }
    };
  }

  private <T> T await(Future<T> work, QueryRun run) {
    try {
      return work.get(limits.time().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      run.abort();
      LOG.warning("A query does not end at its limit");
      throw Refusals.tookTooLong(limits);
    } catch (InterruptedException e) {
      run.abort();
      Thread.currentThread().interrupt();
      throw Refusals.busy(limits);
    } catch (ExecutionException e) {
      throw problem(e.getCause(), run);
    }
  }

  private ProblemException problem(Throwable cause, QueryRun run) {
    if (cause instanceof ProblemException problem) {
      return problem;
    }
    if (cause instanceof StackOverflowError) {
      return Refusals.tooComplex();
    }
    if (cause instanceof OutOfMemoryError) {
      LOG.log(Level.WARNING, "A query used up the memory", cause);
      return Refusals.neededTooMuchMemory();
    }
    if (cause instanceof BoundedBuffer.OverflowException) {
      return Refusals.resultTooLarge();
    }
    Optional<QueryBudget.Reason> reason = run.budget().reason();
    if (reason.isPresent() || cause instanceof QueryCancelledException) {
      return reason.orElse(QueryBudget.Reason.TIME) == QueryBudget.Reason.TIME
          ? Refusals.tookTooLong(limits)
          : Refusals.neededTooMuchMemory();
    }
    LOG.log(Level.WARNING, "A query failed", cause);
    return Refusals.failed();
  }

  /** How many queries could start at once now. */
  int freePlaces() {
    return places.availablePermits();
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    ClassLoader loader = SparqlService.class.getClassLoader();
    return work -> {
      Thread thread = new Thread(null, work, name + count.incrementAndGet(), STACK_BYTES);
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      return thread;
    };
  }

  /** Turns everyone away from now on; what is at work is stopped. */
  @Override
  public void close() {
    scheduler.shutdownNow();
    workers.shutdownNow();
  }

  /** A query that was read and is allowed. */
  public final class Prepared {

    private final String text;
    private final QueryReader.ReadQuery read;

    private Prepared(String text, QueryReader.ReadQuery read) {
      this.text = text;
      this.read = read;
    }

    Query query() {
      return read.query();
    }

    /** Changes with the query, the format, the limits and the position of the stage. */
    public Optional<String> tag(ResultFormat format) {
      if (!read.repeatable()) {
        return Optional.empty();
      }
      String all = String.join("\n", format.name(), limits.toString(), text);
      return Optional.of(stage.position() + "-" + digest(all));
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
