package cn.lantai.server.bench;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two hundred curators, each signed in with an account of his own, who save at once for a minute:
 * each his own record, and all of them some records that they share. Then every record is read
 * again: what was acknowledged last must be there, and a shared record must have counted every
 * acknowledged save.
 *
 * <p>Arguments: an empty folder, the number of curators (200), seconds (60), and the milliseconds
 * that a curator lets pass between two saves (5,000; 0: none, which measures what the server can do
 * at most).
 */
public final class CuratorsBenchmark {

  private static final double LIMIT_MS = 300;
  private static final int SHARED = 10;

  /** Every so many saves goes to a shared record. */
  private static final int SHARED_EVERY = 4;

  private static final List<String> AS_OPERATORS_DO = List.of("-Xmx2g");
  private static final Pattern COUNT = Pattern.compile("\"第 (\\d+) 次\"");

  private final LantaiProcess server;
  private final Staff staff;
  private final Duration length;
  private final long pause;
  private final List<Double> saves = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> reads = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, AtomicLong> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger conflicts = new AtomicInteger();

  private CuratorsBenchmark(LantaiProcess server, Staff staff, Duration length, long pause) {
    this.server = server;
    this.staff = staff;
    this.length = length;
    this.pause = pause;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int curators = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    Duration length = Duration.ofSeconds(arguments.length > 2 ? Long.parseLong(arguments[2]) : 60);
    long pause = arguments.length > 3 ? Long.parseLong(arguments[3]) : 5_000;
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings")).table("records.csv", records(curators));
    Map<String, String> settings =
        Map.of("LANTAI_SAMPLES", holdings.folder().toString(), "LANTAI_PASSWORD_ROUNDS", "10000");
    try (LantaiProcess server =
        LantaiProcess.start(AS_OPERATORS_DO, folder.resolve("data"), settings, "--demo")
            .awaitGreeting()) {
      Staff staff = Staff.of(server);
      for (int n = 0; n < curators; n++) {
        staff.with("CURATOR", "curator-" + n);
      }
      new CuratorsBenchmark(server, staff, length, pause).run(curators);
    }
  }

  private static String records(int curators) {
    StringBuilder rows = new StringBuilder(SmallHoldings.RECORDS);
    for (int n = 0; n < curators + SHARED; n++) {
      String key = n < curators ? "own-" + n : "shared-" + (n - curators);
      rows.append("%s,X1-%04d,f1,第 0 次,,示例,1937-05,,,开放\n".formatted(key, n + 1));
    }
    return rows.toString();
  }

  private void run(int curators) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            curators,
            work -> {
              Thread thread = new Thread(work);
              // They end with the program when one of them has failed.
              thread.setDaemon(true);
              return thread;
            });
    List<Callable<Void>> work = new ArrayList<>();
    // The virtual machine of the server is warm before anything is counted.
    work(curators, Duration.ofSeconds(15), work);
    finish(threads.invokeAll(work));
    saves.clear();
    reads.clear();
    conflicts.set(0);
    work.clear();
    work(curators, length, work);
    long begin = System.nanoTime();
    finish(threads.invokeAll(work));
    double seconds = (System.nanoTime() - begin) / 1e9;
    threads.shutdown();
    List<Double> sorted = saves.stream().sorted().toList();
    say("%d curators, %.0f s, a pause of %d ms", curators, seconds, pause);
    say(
        "saves %,d (%.0f a second), conflicts told and saved again %,d",
        sorted.size(), sorted.size() / seconds, conflicts.get());
    say(
        "saving  p50 %6.1f  p99 %6.1f  max %6.1f ms",
        at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    List<Double> read = reads.stream().sorted().toList();
    say("opening p50 %6.1f  p99 %6.1f  max %6.1f ms", at(read, 0.5), at(read, 0.99), at(read, 1));
    say("p99 / %.0f ms %.2f   (limit 1.00)", LIMIT_MS, at(sorted, 0.99) / LIMIT_MS);
    say("lost updates %d   (limit 0)", lost());
  }

  private void work(int curators, Duration time, List<Callable<Void>> work) {
    for (int n = 0; n < curators; n++) {
      int number = n;
      work.add(
          () -> {
            curator(number, System.nanoTime() + time.toNanos());
            return null;
          });
    }
  }

  private static void finish(List<Future<Void>> done) throws Exception {
    for (Future<Void> each : done) {
      each.get();
    }
  }

  private void curator(int number, long end) throws InterruptedException {
    Person person = staff.get("curator-" + number);
    String token = person.token();
    Random random = new Random(number);
    // They do not all begin in one millisecond.
    Thread.sleep(pause == 0 ? 0 : random.nextInt((int) pause));
    for (int n = 0; System.nanoTime() < end; n++) {
      boolean shared = n % SHARED_EVERY == SHARED_EVERY - 1;
      String key = shared ? "shared-" + random.nextInt(SHARED) : "own-" + number;
      while (!save(person, token, key)) {
        conflicts.incrementAndGet();
      }
      Thread.sleep(pause);
    }
  }

  /** Counts one further in the title; false if somebody else was faster. */
  private boolean save(Person person, String token, String key) {
    String path = "/api/entities/record/" + key;
    long begin = System.nanoTime();
    HttpResponse<String> current = person.get(path, "application/n-triples");
    reads.add((System.nanoTime() - begin) / 1e6);
    require(current, 200);
    long count = count(current.body()) + 1;
    String changed = COUNT.matcher(current.body()).replaceAll("\"第 " + count + " 次\"");
    begin = System.nanoTime();
    HttpResponse<String> answer =
        person.sendWith(
            token,
            "PUT",
            path,
            "application/n-triples",
            changed,
            "If-Match",
            Web.header(current, "ETag"));
    saves.add((System.nanoTime() - begin) / 1e6);
    if (answer.statusCode() == 412) {
      return false;
    }
    require(answer, 204);
    acknowledged.computeIfAbsent(key, none -> new AtomicLong()).incrementAndGet();
    return true;
  }

  private long lost() {
    Person admin = staff.get("admin");
    long lost = 0;
    for (Map.Entry<String, AtomicLong> record : acknowledged.entrySet()) {
      HttpResponse<String> answer =
          admin.get("/api/entities/record/" + record.getKey(), "application/n-triples");
      require(answer, 200);
      lost += Math.abs(record.getValue().get() - count(answer.body()));
    }
    return lost;
  }

  private static long count(String triples) {
    Matcher title = COUNT.matcher(triples);
    if (!title.find()) {
      throw new IllegalStateException("No count in " + triples);
    }
    return Long.parseLong(title.group(1));
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
