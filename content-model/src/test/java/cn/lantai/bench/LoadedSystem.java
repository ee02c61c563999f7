package cn.lantai.bench;

import cn.lantai.curation.Curation;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Journal;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.search.IndexPart;
import cn.lantai.search.LuceneStageIndex;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.StageKind;
import cn.lantai.stage.Stages;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A data folder as a server has it: journal on H2, both stages with their indexes, followed. */
final class LoadedSystem implements AutoCloseable {

  /** What a server without settings has. */
  static final String BASE = "http://127.0.0.1:8080/";

  private static final Duration POLL = Duration.ofSeconds(2);

  private final Path data;
  private final JournalDatabase database;
  private final EntityManagerFactory persistence;
  private final IndexPart indexes = new IndexPart();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Stages stages;

  final Journal journal;
  final Curation curation;

  LoadedSystem(Path data) throws IOException {
    this.data = Files.createDirectories(data);
    Files.createDirectories(data.resolve("db"));
    database = JournalDatabase.at(JournalDatabase.h2Url(data.resolve("db")), "sa", "");
    database.migrate();
    persistence = database.entityManagerFactory();
    journal = new JpaJournal(new ResourceLocalTransactions(persistence, database::force));
    curation = new Curation(journal, new ProfileCheck(), record -> List.of());
    stages = Stages.open(data.resolve("stages"), BASE, journal, indexes);
  }

  Stages stages() {
    return stages;
  }

  GraphStore graph(StageKind kind) {
    return stages.store(kind);
  }

  <T> T index(StageKind kind, java.util.function.Function<LuceneStageIndex, T> use) {
    return stages.part(kind, indexes).use(use);
  }

  /** Begins to follow, as a server does that has caught up. */
  void follow() {
    stages.start(threads, POLL);
  }

  void awaitHead() throws InterruptedException {
    for (StageKind kind : StageKind.values()) {
      if (!stages.awaitPosition(kind, journal.head(), Duration.ofHours(6))) {
        throw new IllegalStateException("The " + kind + " stage does not reach the journal's end");
      }
    }
  }

  Importer importer() throws IOException {
    return new Importer(
        journal,
        curation,
        MediaStore.open(data.resolve("media")),
        new Mappings(data.resolve("mappings")),
        code -> Optional.empty());
  }

  long bytes(String folder) throws IOException {
    return bytes(data.resolve(folder));
  }

  /** What the files take on the disk; TDB2 makes files larger than what is written to them. */
  static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    stages.close();
    threads.shutdownNow();
    persistence.close();
    database.shutdown();
  }
}
