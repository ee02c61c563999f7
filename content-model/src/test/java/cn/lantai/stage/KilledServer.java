package cn.lantai.stage;

import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.Journal;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes a journal that two stages follow, until it is killed, and prints each row that it
 * acknowledges: {@code row 17 9f86d0…}.
 */
final class KilledServer {

  static final String BASE = "http://127.0.0.1:8080/";

  /**
   * Space in the file is used again at once, not only after 45 seconds: H2 2.5.252 lost
   * acknowledged commits when it was killed then, and only then.
   */
  private static final String WORST_CASE = ";RETENTION_TIME=0";

  private KilledServer() {}

  /**
   * @param args data folder, seed, and "rebuild" to make the stages again all the time
   */
  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    Random random = new Random(Long.parseLong(args[1]));
    JournalDatabase database = database(data);
    database.migrate();
    Journal journal =
        new JpaJournal(
            new ResourceLocalTransactions(database.entityManagerFactory(), database::force));
    Stages stages = Stages.open(data.resolve("stages"), BASE, journal);
    ExecutorService pool = Executors.newCachedThreadPool();
    stages.start(pool, Duration.ofSeconds(1));
    if (args.length > 2) {
      pool.execute(() -> rebuildForEver(stages));
    }
    while (true) {
      for (Entry row : journal.append(drafts(random))) {
        System.out.println("row " + row.sequence() + " " + HexFormat.of().formatHex(row.hash()));
      }
      System.out.flush();
      stages.signal();
    }
  }

  static JournalDatabase database(Path data) {
    return JournalDatabase.at(JournalDatabase.h2Url(data.resolve("db")) + WORST_CASE, "sa", "");
  }

  private static void rebuildForEver(Stages stages) {
    while (true) {
      stages.rebuild();
    }
  }

  /** Mostly a few rows, as a curator writes; sometimes many, as an ingest does. */
  private static List<Draft> drafts(Random random) {
    int size = random.nextInt(10) == 0 ? 200 : 1 + random.nextInt(4);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String key = "r" + random.nextInt(300);
      switch (random.nextInt(6)) {
        case 0 -> drafts.add(Draft.withdraw(Graphs.record(key), "a", ""));
        case 1, 2 -> {
          drafts.add(Draft.put(Graphs.full(key, "第" + random.nextInt(1000)), "a", ""));
          drafts.add(Draft.publish(Graphs.record(key), "a", ""));
        }
        default -> drafts.add(Draft.put(Graphs.full(key, "第" + random.nextInt(1000)), "a", ""));
      }
    }
    return drafts;
  }
}
