package cn.lantai.testing;

import cn.lantai.curation.Curation;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Journal;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.preservation.Backup;
import cn.lantai.preservation.Reporter;
import cn.lantai.search.IndexPart;
import cn.lantai.search.LuceneStageIndex;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.Room;
import cn.lantai.stage.StageKind;
import cn.lantai.stage.Stages;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a server has in its data folder, with a journal in any database, without the server. */
public final class DataFolder implements AutoCloseable {

  /** What a server without settings has. */
  public static final String BASE = "http://127.0.0.1:8080/";

  private static final Duration POLL = Duration.ofSeconds(2);

  private final Path data;
  private final DataSource dataSource;
  private final JournalDatabase database;
  private final EntityManagerFactory persistence;
  private final IndexPart indexes = new IndexPart();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private Stages stages;

  public final Journal journal;
  public final Curation curation;

  /** Where the journal is. */
  public record Database(String url, String user) {

    public static Database h2(Path data) {
      return new Database(JournalDatabase.h2Url(data.resolve("db")), "sa");
    }

    DataSource open() {
      if (url.startsWith("jdbc:h2:")) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        return h2;
      }
      PGSimpleDataSource postgres = new PGSimpleDataSource();
      postgres.setUrl(url);
      postgres.setUser(user);
      return postgres;
    }
  }

  public DataFolder(Path data) throws IOException {
    this(data, Database.h2(data));
  }

  public DataFolder(Path data, Database address) throws IOException {
    this.data = Files.createDirectories(data);
    dataSource = address.open();
    database = new JournalDatabase(dataSource);
    database.migrate();
    persistence = database.entityManagerFactory();
    journal = new JpaJournal(new ResourceLocalTransactions(persistence, database::force));
    curation = new Curation(journal, new ProfileCheck(), Inbound.NONE);
    stages = Stages.open(data.resolve("stages"), BASE, journal, Room.ENDLESS, indexes);
    clock.scheduleWithFixedDelay(database::reclaim, 1, 1, TimeUnit.SECONDS);
  }

  public Stages stages() {
    return stages;
  }

  public GraphStore graph(StageKind kind) {
    return stages.store(kind);
  }

  public <T> T index(StageKind kind, Function<LuceneStageIndex, T> use) {
    return stages.part(kind, indexes).use(use);
  }

  /** Begins to follow, as a server does that has caught up. */
  public void follow() {
    stages.start(threads, POLL);
  }

  public void awaitHead() throws InterruptedException {
    for (StageKind kind : StageKind.values()) {
      if (!stages.awaitPosition(kind, journal.head(), Duration.ofHours(6))) {
        throw new IllegalStateException("The " + kind + " stage does not reach the journal's end");
      }
    }
  }

  public Importer importer() throws IOException {
    return new Importer(journal, curation, media(), new Mappings(data.resolve("mappings")));
  }

  public MediaStore media() throws IOException {
    return MediaStore.open(data.resolve("media"));
  }

  /** Writes a bag of everything. */
  public Backup.Result backup(Path target) throws IOException, SQLException {
    return new Backup(dataSource, journal, media(), data, new Backup.Origin(BASE, "test"))
        .write(
            target, new Backup.Options(true, EnumSet.of(DigestAlgorithm.SHA_256)), Reporter.NONE);
  }

  public long bytes(String folder) throws IOException {
    return bytes(data.resolve(folder));
  }

  /** How many folders the stages have: one each, unless one is being made or thrown away. */
  public long generations() throws IOException {
    try (Stream<Path> folders = Files.find(data.resolve("stages"), 2, (path, is) -> true)) {
      return folders.filter(path -> path.getParent().getParent().endsWith("stages")).count();
    }
  }

  /** What the files take on the disk; TDB2 makes files larger than what is written to them. */
  public static long bytes(Path folder) throws IOException {
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
    clock.shutdownNow();
    try {
      // What it does to the file is not to be cut short.
      clock.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    stages.close();
    threads.shutdownNow();
    persistence.close();
    database.shutdown();
  }
}
