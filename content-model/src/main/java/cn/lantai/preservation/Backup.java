package cn.lantai.preservation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.EntryJson;
import cn.lantai.journal.Journal;
import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Sums;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;

/**
 * Writes everything that a system holds into one bag, while others go on writing. The journal's
 * head at the begin decides: tables and rows are those of that moment. Media files only grow, so
 * they may be newer.
 */
public final class Backup {

  static final String MEDIA = "data/media";
  static final String INVENTORY = "inventory.txt";

  private static final int ROWS_IN_FILE = 100_000;
  private static final int PAGE = 1000;

  /** What is taken along from the data folder beside database and media. */
  private static final List<String> FOLDERS = List.of("reports", "themes");

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|token|key|\\.db\\.).*");

  private final DataSource dataSource;
  private final Journal journal;
  private final MediaStore media;
  private final Path data;
  private final Origin origin;

  /**
   * Which system this is.
   *
   * @param base its public base, which ends in a slash
   */
  public record Origin(String base, String version) {}

  /**
   * @param withAccess whether access files go along, which can be made again from the originals
   * @param algorithms SHA-256 at least
   */
  public record Options(boolean withAccess, Set<DigestAlgorithm> algorithms) {
    public Options {
      algorithms = Set.copyOf(algorithms);
      if (!algorithms.contains(DigestAlgorithm.SHA_256)) {
        throw new IllegalArgumentException("A backup has SHA-256 digests at least");
      }
    }
  }

  /**
   * @param leftOut media files that do not have their digest any more, from the store's folder
   */
  public record Result(Inventory inventory, List<String> leftOut) {
    public Result {
      leftOut = List.copyOf(leftOut);
    }
  }

  public Backup(
      DataSource dataSource, Journal journal, MediaStore media, Path data, Origin origin) {
    this.dataSource = dataSource;
    this.journal = journal;
    this.media = media;
    this.data = data;
    this.origin = origin;
  }

  /**
   * Writes the bag, in a zip file if the name ends so, else in a folder. What is there under this
   * name is replaced when the new bag is complete; its media files are not copied again.
   */
  public Result write(Path target, Options options, Reporter reporter)
      throws IOException, SQLException {
    if (target.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
      throw new PreservationException(
          "备份不能放在数据文件夹里：请另选一处，最好在另一块磁盘上。",
          "A backup inside the data folder is none: choose another place, best on another disk.");
    }
    try (BagWriter bag = new BagWriter(target, options.algorithms())) {
      SortedMap<String, String> inventory;
      long[] newest;
      long head;
      try (DatabaseSnapshot snapshot = new DatabaseSnapshot(dataSource)) {
        inventory = new TreeMap<>(snapshot.counts());
        newest = snapshot.newestVersions();
        head = snapshot.head();
        for (String table : snapshot.tables()) {
          bag.add("tables/" + table + ".ndjson.gz", zipped(out -> write(snapshot, table, out)));
        }
      }
      writeRows(bag, head, reporter);
      bag.add("rdf/newest.nq.gz", zipped(out -> writeNewest(newest, head, out, reporter)));
      List<String> leftOut = new ArrayList<>();
      writeMedia(bag, MediaFiles.ORIGINALS, inventory, leftOut, reporter);
      if (options.withAccess()) {
        writeMedia(bag, MediaFiles.ACCESS, inventory, leftOut, reporter);
      }
      for (String folder : FOLDERS) {
        writeFolder(bag, folder);
      }
      writeSettings(bag);
      Inventory counted = new Inventory(inventory);
      bag.add(INVENTORY, out -> out.write(counted.toString().getBytes(StandardCharsets.UTF_8)));
      bag.add("README.txt", Backup::writeReadme);
      reporter.at(0, 0, LocalizedText.of("完成备份", "Finishing the backup"));
      bag.finish(info(counted));
      return new Result(counted, leftOut);
    }
  }

  private Map<String, String> info(Inventory inventory) {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("External-Description", "Backup of a Lantai system 兰台备份");
    info.put("External-Identifier", origin.base());
    info.put("Bag-Software-Agent", "Lantai " + origin.version());
    info.put("Lantai-Journal-Rows", inventory.values().get("journal.rows"));
    info.put("Lantai-Journal-Hash", inventory.values().get("journal.hash"));
    return info;
  }

  private static void write(DatabaseSnapshot snapshot, String table, OutputStream out)
      throws IOException {
    try {
      snapshot.write(table, out);
    } catch (SQLException broken) {
      throw new IOException("The table " + table + " cannot be read", broken);
    }
  }

  private void writeRows(BagWriter bag, long head, Reporter reporter) throws IOException {
    for (long from = 0; from < head; from += ROWS_IN_FILE) {
      long first = from;
      long last = Math.min(from + ROWS_IN_FILE, head);
      bag.add(
          "journal/%012d.ndjson.gz".formatted(first + 1),
          zipped(out -> writeRows(first, last, head, out, reporter)));
    }
  }

  private void writeRows(long after, long last, long head, OutputStream out, Reporter reporter)
      throws IOException {
    for (long at = after; at < last; ) {
      for (Entry entry : page(at, last)) {
        out.write((EntryJson.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        at = entry.sequence();
      }
      reporter.at(at, head, LocalizedText.of("备份日志", "Journal"));
    }
  }

  private void writeNewest(long[] newest, long head, OutputStream out, Reporter reporter)
      throws IOException {
    for (long at = 0; at < head; ) {
      for (Entry entry : page(at, head)) {
        at = entry.sequence();
        if (entry.action() == Action.PUT && Arrays.binarySearch(newest, at) >= 0) {
          out.write(quads(entry).getBytes(StandardCharsets.UTF_8));
        }
      }
      reporter.at(at, head, LocalizedText.of("写出 RDF", "RDF"));
    }
  }

  private List<Entry> page(long after, long last) throws IOException {
    List<Entry> page = journal.after(after, (int) Math.min(PAGE, last - after));
    if (page.isEmpty() || page.get(0).sequence() != after + 1) {
      throw new PreservationException(
          "日志第 " + (after + 1) + " 条缺失：请先运行 verify，从已有备份恢复。",
          "Row " + (after + 1) + " of the journal is missing: run verify, and restore a backup.");
    }
    return page;
  }

  /** The content's N-Triples under the public base, with the entity as the name of their graph. */
  private String quads(Entry entry) {
    StringBuilder quads = new StringBuilder();
    String graph = " <" + entry.entity().uri(origin.base()) + "> .\n";
    new String(entry.content(), StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              int predicate = line.indexOf("> ") + 2;
              int object = line.indexOf("> ", predicate) + 2;
              int end = line.lastIndexOf('.');
              quads
                  .append(rebased(line.substring(0, predicate)))
                  .append(line, predicate, object)
                  .append(rebased(line.substring(object, end).stripTrailing()))
                  .append(graph);
            });
    return quads.toString();
  }

  private String rebased(String term) {
    String internal = "<" + EntityIri.INTERNAL_BASE + "id/";
    return term.startsWith(internal)
        ? "<" + origin.base() + "id/" + term.substring(internal.length())
        : term;
  }

  private void writeMedia(
      BagWriter bag,
      String part,
      SortedMap<String, String> inventory,
      List<String> leftOut,
      Reporter reporter)
      throws IOException {
    Path root = media.folder();
    long[] countAndBytes = new long[2];
    MediaFiles.walk(
        root,
        part,
        file -> {
          Optional<Digest> address = MediaFiles.address(media, file);
          if (address.isEmpty()) {
            return;
          }
          String name = root.relativize(file).toString().replace('\\', '/');
          Digest expected = part.equals(MediaFiles.ORIGINALS) ? address.get() : recorded(file);
          if (bag.add("media/" + name, file, expected)) {
            countAndBytes[0]++;
            countAndBytes[1] += Files.size(file);
          } else {
            leftOut.add(name);
          }
          reporter.at(countAndBytes[0], 0, LocalizedText.of("备份影像文件", "Media files"));
        });
    inventory.put("media." + part, Long.toString(countAndBytes[0]));
    inventory.put("media." + part + ".bytes", Long.toString(countAndBytes[1]));
  }

  private static Digest recorded(Path file) throws IOException {
    Optional<Digest> recorded = Sums.of(file).get(DigestAlgorithm.SHA_256);
    return recorded.isPresent() ? recorded.get() : Digest.of(file);
  }

  private void writeFolder(BagWriter bag, String name) throws IOException {
    Path folder = data.resolve(name);
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String path = data.relativize(file).toString().replace('\\', '/');
      bag.add(path, out -> Files.copy(file, out));
    }
  }

  private void writeSettings(BagWriter bag) throws IOException {
    Path file = data.resolve("lantai.properties");
    if (!Files.exists(file)) {
      return;
    }
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.load(reader);
    }
    StringBuilder text = new StringBuilder();
    settings.stringPropertyNames().stream()
        .filter(name -> !SECRET.matcher(name).matches())
        .sorted()
        .forEach(
            name -> text.append(name).append('=').append(settings.getProperty(name)).append('\n'));
    bag.add(
        "settings/lantai.properties",
        out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeReadme(OutputStream out) throws IOException {
    try (InputStream text = Backup.class.getResourceAsStream("backup-readme.txt")) {
      text.transferTo(out);
    }
  }

  private static BagWriter.Content zipped(BagWriter.Content content) {
    return out -> {
      GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
      BufferedOutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
      content.writeTo(buffered);
      buffered.flush();
      zip.finish();
    };
  }
}
