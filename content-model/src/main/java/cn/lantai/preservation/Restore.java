package cn.lantai.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntryJson;
import cn.lantai.journal.JournalCopy;
import cn.lantai.media.MediaStore;
import cn.lantai.media.UnreadableImageException;
import cn.lantai.media.recording.RecordingReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Brings a backup into an empty system and proves that it holds the same. A mark in the data folder
 * stands from the first change until {@link #finish}: a system with it does not start, and a
 * restore that broke off is begun again (media that are there are not copied twice).
 */
public final class Restore {

  private static final String MARK = "restore.incomplete";
  private static final String HEAD = "journal_head";

  private final DataSource dataSource;
  private final MediaStore media;
  private final Path data;

  public Restore(DataSource dataSource, MediaStore media, Path data) {
    this.dataSource = dataSource;
    this.media = media;
    this.data = data;
  }

  /** Whether a restore into the data folder broke off. */
  public static boolean isIncomplete(Path data) {
    return Files.exists(data.resolve(MARK));
  }

  /**
   * Loads everything but the stages.
   *
   * @return what the backup says that the system must hold now
   */
  public Inventory load(BagReader bag, Reporter reporter) throws IOException, SQLException {
    requireEmpty();
    reporter.at(0, 0, LocalizedText.of("校验备份", "Checking the backup"));
    requireWhole(bag);
    Files.writeString(data.resolve(MARK), "A restore has begun here and is not finished.\n");
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        loadDatabase(bag, connection, reporter);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    loadFiles(bag, reporter);
    return Inventory.parse(Files.readString(bag.data(Backup.INVENTORY), StandardCharsets.UTF_8));
  }

  /** What the system holds now, counted in the same way as for the backup. */
  public Inventory inventory(boolean withAccess) throws IOException, SQLException {
    SortedMap<String, String> counts;
    try (DatabaseSnapshot snapshot = new DatabaseSnapshot(dataSource)) {
      counts = new TreeMap<>(snapshot.counts());
    }
    count(MediaFiles.ORIGINALS, counts);
    if (withAccess) {
      count(MediaFiles.ACCESS, counts);
    }
    return new Inventory(counts);
  }

  /**
   * Makes the access files that the backup did not bring.
   *
   * @return a line for each original that is neither an image that can be read nor a recording
   */
  public List<String> makeAccessFiles(Reporter reporter) throws IOException {
    List<String> unreadable = new ArrayList<>();
    long[] done = new long[1];
    MediaFiles.walk(
        media.folder(),
        MediaFiles.ORIGINALS,
        file -> {
          var digest = MediaFiles.address(media, file);
          if (digest.isPresent() && !Files.exists(media.accessPath(digest.get()))) {
            try {
              media.remakeAccess(digest.get());
            } catch (UnreadableImageException broken) {
              if (!RecordingReader.isRecording(file)) {
                unreadable.add(digest.get() + ": " + broken.reason());
              }
            }
          }
          reporter.at(++done[0], 0, LocalizedText.of("制作访问文件", "Making access files"));
        });
    return unreadable;
  }

  /** From here on the system may start. */
  public void finish() throws IOException {
    Files.deleteIfExists(data.resolve(MARK));
  }

  private void requireEmpty() throws IOException, SQLException {
    if (isIncomplete(data)) {
      return;
    }
    SortedMap<String, String> counts = inventory(false).values();
    boolean empty =
        List.of("journal.rows", Inventory.TABLE + "account", "media.originals").stream()
            .allMatch(name -> counts.getOrDefault(name, "0").equals("0"));
    if (!empty) {
      throw new PreservationException(
          "只能恢复到空的系统：数据文件夹“" + data + "”或数据库里已有内容。请用 LANTAI_DATA（及空的数据库）另选一处。",
          "A backup is restored into an empty system only: the data folder \""
              + data
              + "\" or its database holds something. Choose another one with LANTAI_DATA (and an"
              + " empty database).");
    }
  }

  /** All but the media, which are compared while they are copied. */
  private static void requireWhole(BagReader bag) throws IOException {
    List<String> found = new ArrayList<>(bag.checkTags());
    found.addAll(bag.checkComplete());
    for (String file : bag.files()) {
      if (!file.startsWith("media/")) {
        bag.check(file).ifPresent(found::add);
      }
    }
    refuse(found);
  }

  private static void refuse(List<String> found) throws PreservationException {
    if (!found.isEmpty()) {
      String list = String.join("；", found.subList(0, Math.min(5, found.size())));
      throw new PreservationException(
          "备份不完好（" + found.size() + " 处）：" + list,
          "The backup is damaged (" + found.size() + "): " + list);
    }
  }

  private static void loadDatabase(BagReader bag, Connection connection, Reporter reporter)
      throws IOException, SQLException {
    Tables tables = new Tables(connection);
    Set<String> known = tables.names();
    tables.clear(HEAD);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + Tables.ROWS);
    }
    loadRows(bag, connection, reporter);
    for (String file : bag.files()) {
      if (file.startsWith("tables/")) {
        String table = file.replaceFirst("^tables/(.*)\\.ndjson\\.gz$", "$1");
        if (!known.contains(table)) {
          throw new PreservationException(
              "备份中的表 " + table + " 这个版本不认识：请用制作备份的版本或更新的版本恢复。",
              "This version does not know the table "
                  + table
                  + " of the backup: restore with the version that made it, or a newer one.");
        }
        try (BufferedReader lines = bag.lines(file)) {
          tables.read(table, lines);
        }
      }
    }
    JournalCopy.completeStates(connection);
    settleJobs(connection);
    connection.commit();
    tables.advanceSequences();
    connection.commit();
  }

  private static void loadRows(BagReader bag, Connection connection, Reporter reporter)
      throws IOException, SQLException {
    long all = Long.parseLong(bag.info().getOrDefault("Lantai-Journal-Rows", "0"));
    try (JournalCopy copy = new JournalCopy(connection)) {
      for (String file : bag.files()) {
        if (file.startsWith("journal/")) {
          try (BufferedReader lines = bag.lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              copy.add(EntryJson.parse(line));
              if (copy.sequence() % 5000 == 0) {
                copy.flush();
                connection.commit();
                reporter.at(copy.sequence(), all, LocalizedText.of("恢复日志", "Journal"));
              }
            }
          } catch (IllegalArgumentException broken) {
            throw new PreservationException(
                "备份的日志不连贯：" + broken.getMessage(),
                "The journal in the backup is not coherent: " + broken.getMessage());
          }
        }
      }
      copy.flush();
      connection.commit();
    }
  }

  /** What was under way when the backup was made is not under way here. */
  private static void settleJobs(Connection connection) throws SQLException {
    if (new Tables(connection).names().contains("job")) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "UPDATE job SET state = 'FAILED', finished_at = created_at,"
                + " message = '备份时尚未完成 Not finished when the backup was made'"
                + " WHERE state NOT IN ('DONE', 'FAILED')");
      }
    }
  }

  private void loadFiles(BagReader bag, Reporter reporter) throws IOException {
    List<String> damaged = new ArrayList<>();
    List<String> files =
        bag.files().stream().filter(file -> file.matches("(media|reports|themes)/.*")).toList();
    long done = 0;
    for (String file : files) {
      Path target = data.resolve(file).normalize();
      if (!target.startsWith(data)) {
        throw new IllegalStateException(file);
      }
      boolean media = file.startsWith("media/");
      if (!(media && isThere(bag, file, target)) && !copy(bag, file, target)) {
        damaged.add("data/" + file);
      }
      if (media && Files.exists(target)) {
        this.media.recordDigests(target);
      }
      reporter.at(++done, files.size(), LocalizedText.of("恢复文件", "Files"));
    }
    refuse(damaged);
  }

  /** A media file of a try that broke off; it has its name only if it was complete. */
  private static boolean isThere(BagReader bag, String file, Path target) throws IOException {
    return Files.exists(target) && Files.size(target) == Files.size(bag.data(file));
  }

  private static boolean copy(BagReader bag, String file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    boolean whole;
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      whole = bag.copy(file, out);
      channel.force(true);
    }
    if (whole) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(part);
    }
    return whole;
  }

  private void count(String part, SortedMap<String, String> counts) throws IOException {
    long[] countAndBytes = new long[2];
    MediaFiles.walk(
        media.folder(),
        part,
        file -> {
          if (MediaFiles.address(media, file).isPresent()) {
            countAndBytes[0]++;
            countAndBytes[1] += Files.size(file);
          }
        });
    counts.put("media." + part, Long.toString(countAndBytes[0]));
    counts.put("media." + part + ".bytes", Long.toString(countAndBytes[1]));
  }
}
