package cn.lantai.crash;

import cn.lantai.curation.Author;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.Progress;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Graphs;
import cn.lantai.testing.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Does one kind of work until it is killed, as a server does it, and prints each row that it
 * acknowledges: {@code row 17 9f86d0…}. What ends by itself prints {@code done}.
 */
final class Victim {

  /** What is interrupted. */
  enum Work {
    EDIT,
    PUBLISH,
    IMPORT,
    REBUILD,
    BACKUP
  }

  static final int RECORDS = 400;
  private static final int PUBLISHED_AT_ONCE = 200;

  private final DataFolder folder;
  private final Random random;

  private Victim(DataFolder folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /**
   * @param args work, data folder, address of the database, its user, seed, folder of tables to
   *     import or for the backup
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[1]);
    DataFolder folder = new DataFolder(data, new DataFolder.Database(args[2], args[3]));
    Victim victim = new Victim(folder, new Random(Long.parseLong(args[4])));
    folder.follow();
    say("ready");
    switch (Work.valueOf(args[0])) {
      case EDIT -> victim.edit();
      case PUBLISH -> victim.publish();
      case IMPORT -> victim.importAll(Path.of(args[5]), data.resolve("report"));
      case REBUILD -> victim.rebuild();
      case BACKUP -> victim.backup(Path.of(args[5]));
    }
    folder.close();
    say("done");
    System.exit(0);
  }

  /** Mostly a few rows, as a curator writes; sometimes many. */
  private void edit() {
    for (int batch = 0; ; batch++) {
      int size = random.nextInt(10) == 0 ? 200 : 1 + random.nextInt(4);
      write(batch, size, random.nextBoolean());
    }
  }

  private void publish() {
    for (int batch = 0; ; batch++) {
      write(batch, PUBLISHED_AT_ONCE, true);
      if (random.nextInt(3) == 0) {
        withdraw();
      }
    }
  }

  private void rebuild() {
    Thread rebuilding =
        new Thread(
            () -> {
              while (true) {
                folder.stages().rebuild();
              }
            });
    rebuilding.setDaemon(true);
    rebuilding.start();
    edit();
  }

  private void backup(Path target) throws Exception {
    Thread editing = new Thread(this::edit);
    editing.setDaemon(true);
    editing.start();
    while (true) {
      folder.backup(target);
      say("backup");
    }
  }

  private void importAll(Path tables, Path report) throws Exception {
    folder
        .importer()
        .run(
            ImportOrder.of(new Author("test", "import"), tables).published(),
            report,
            Progress.NONE);
  }

  /** Writes entities anew, each batch with a reason that tells how many rows it has. */
  private void write(int batch, int size, boolean publish) {
    int from = random.nextInt(RECORDS);
    List<Draft> drafts = new ArrayList<>();
    int rows = publish ? 2 * size : size;
    String reason = "batch " + random.nextLong() + " of " + rows;
    for (int i = 0; i < size; i++) {
      String key = "r" + (from + i) % RECORDS;
      String title = "第" + batch + "批" + random.nextLong();
      drafts.add(Draft.put(Graphs.full(key, title), "a", reason));
      if (publish) {
        drafts.add(Draft.publish(Graphs.record(key), "a", reason));
      }
    }
    acknowledge(folder.journal.append(drafts));
  }

  private void withdraw() {
    acknowledge(
        folder.journal.append(
            List.of(Draft.withdraw(Graphs.record("r" + random.nextInt(RECORDS)), "a", ""))));
  }

  private void acknowledge(List<Entry> rows) {
    StringBuilder lines = new StringBuilder();
    for (Entry row : rows) {
      lines.append("row ").append(row.sequence()).append(' ');
      lines.append(HexFormat.of().formatHex(row.hash())).append('\n');
    }
    System.out.print(lines);
    System.out.flush();
    folder.stages().signal();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
