package cn.lantai.preservation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.Ingested;
import cn.lantai.media.MediaStore;
import cn.lantai.media.UnreadableImageException;
import jakarta.persistence.EntityManagerFactory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A data folder with a journal and a media store. */
final class TestSystem implements AutoCloseable {

  static final Backup.Origin ORIGIN = new Backup.Origin("https://archive.example/", "test");
  static final Backup.Options WHOLE = new Backup.Options(true, EnumSet.of(DigestAlgorithm.SHA_256));

  final Path data;
  final DataSource dataSource;
  final JpaJournal journal;
  final MediaStore media;
  private final JournalDatabase database;
  private final EntityManagerFactory factory;

  TestSystem(Path data) throws IOException {
    this(data, Set.of(DigestAlgorithm.SHA_256));
  }

  TestSystem(Path data, Set<DigestAlgorithm> recorded) throws IOException {
    this(data, recorded, inMemory());
  }

  TestSystem(Path data, Set<DigestAlgorithm> recorded, DataSource dataSource) throws IOException {
    this.data = Files.createDirectories(data);
    this.dataSource = dataSource;
    database = new JournalDatabase(dataSource);
    database.migrate();
    factory = database.entityManagerFactory();
    journal = new JpaJournal(new ResourceLocalTransactions(factory));
    media = MediaStore.open(data.resolve("media"), 10_000_000, recorded);
  }

  private static DataSource inMemory() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
    return h2;
  }

  /** {@code letters} in two versions each, of which every second is in public. */
  TestSystem withLetters(int letters) {
    for (int i = 0; i < letters; i++) {
      journal.append(
          List.of(
              Draft.put(Graphs.letter("r" + i, "初稿" + i), "甲", "著录"),
              Draft.put(Graphs.letter("r" + i, "“定稿”\t" + i), "乙", "")));
      if (i % 2 == 0) {
        journal.append(
            List.of(Draft.publish(new EntityIri(EntityType.RECORD, "r" + i), "甲", "开放")));
      }
    }
    return this;
  }

  Ingested image(int shade) throws IOException, UnreadableImageException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(10, 10, new Color(shade, 0, 0).getRGB());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return media.ingest(new ByteArrayInputStream(png.toByteArray()));
  }

  Backup.Result backup(Path target) throws IOException, SQLException {
    return backup(target, WHOLE, Reporter.NONE);
  }

  Backup.Result backup(Path target, Backup.Options options, Reporter reporter)
      throws IOException, SQLException {
    return new Backup(dataSource, journal, media, data, ORIGIN).write(target, options, reporter);
  }

  Restore restore() {
    return new Restore(dataSource, media, data);
  }

  Inventory restore(Path source) throws IOException, SQLException {
    try (BagReader bag = BagReader.open(source)) {
      return restore().load(bag, Reporter.NONE);
    }
  }

  @Override
  public void close() {
    factory.close();
    database.shutdown();
  }
}
