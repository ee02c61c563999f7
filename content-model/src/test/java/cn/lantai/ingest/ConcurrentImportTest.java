package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.curation.Author;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.table.Problem;
import cn.lantai.testing.DataFolder;
import cn.lantai.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two imports at the same time, of other things with the same reference codes. */
class ConcurrentImportTest {

  private static final int RECORDS = 1000;

  @TempDir private Path folder;

  @Test
  void aCodeIsGivenOnceOnH2() throws Exception {
    try (DataFolder server = new DataFolder(folder.resolve("data"))) {
      importAtOnce(server, server);
    }
  }

  @Test
  void aCodeIsGivenOnceByTwoServersOnOnePostgres() throws Exception {
    try (Postgres postgres = Postgres.startOrSkip()) {
      DataFolder.Database database =
          new DataFolder.Database(postgres.emptyDatabase(), Postgres.USER);
      try (DataFolder one = new DataFolder(folder.resolve("one"), database);
          DataFolder two = new DataFolder(folder.resolve("two"), database)) {
        importAtOnce(one, two);
      }
    }
  }

  private void importAtOnce(DataFolder one, DataFolder two) throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<IngestReport> a = pool.submit(() -> load(one, "a", both));
      Future<IngestReport> b = pool.submit(() -> load(two, "b", both));
      assertWhole(one, List.of(a.get(), b.get()));
    } finally {
      pool.shutdown();
    }
  }

  /** A fonds with a file in it, and records in the file. */
  private IngestReport load(DataFolder server, String name, CyclicBarrier both) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables-" + name));
    Files.writeString(
        tables.resolve("fonds.csv"),
        "键,档号,著录层级,上级,题名,性质\n%1$s,X-%1$s,全宗,,全宗,真实\n%1$s1,X001-1,案卷,%1$s,卷,真实\n".formatted(name));
    StringBuilder records = new StringBuilder("键,档号,上级,题名,性质,开放标识\n");
    for (int i = 0; i < RECORDS; i++) {
      // Every other record lies in the file that only one of the two gets.
      String parent = i % 2 == 0 ? name : name + "1";
      records.append("%s-%d,X001-2-%d,%s,信,真实,开放\n".formatted(name, i, i, parent));
    }
    Files.writeString(tables.resolve("records.csv"), records);
    return server
        .importer()
        .run(
            ImportOrder.of(new Author("test", "test"), tables),
            folder.resolve("report-" + name),
            new Progress() {
              private boolean begun;

              @Override
              public void at(long done, long total, LocalizedText step) {
                if (!begun) {
                  begun = true;
                  await(both);
                }
              }
            });
  }

  private static void await(CyclicBarrier both) {
    try {
      both.await();
    } catch (InterruptedException | BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void assertWhole(DataFolder server, List<IngestReport> reports) {
    Set<String> codes = new HashSet<>();
    List<EntityIri> records = new ArrayList<>();
    for (Entry row : server.journal.after(0, Integer.MAX_VALUE)) {
      if (row.action() == Action.PUT && row.entity().type() == EntityType.RECORD) {
        ArchivalRecord record =
            ArchivalRecord.of(EntityGraph.ofNTriples(row.entity(), row.content()));
        assertTrue(codes.add(record.code().value()), () -> record.code() + " was given twice");
        assertTrue(server.journal.state(record.parent()).isPresent(), () -> record + " is lost");
        records.add(row.entity());
      }
    }
    assertTrue(records.size() >= RECORDS / 2, () -> records.size() + " records");
    assertEquals(
        records.size(),
        reports.stream()
            .mapToLong(report -> report.accepted().getOrDefault(EntityType.RECORD, 0L))
            .sum());
    assertEquals(
        2 * RECORDS - records.size() + 1L, reports.stream().mapToLong(r -> r.errors()).sum());
    List<Problem> problems =
        reports.stream().flatMap(report -> report.problems().stream()).toList();
    assertTrue(
        problems.stream().anyMatch(problem -> problem.reason().zh().equals("库中已有此档号")),
        problems::toString);
  }
}
