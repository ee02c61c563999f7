package cn.lantai.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.Digests;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Sums;
import cn.lantai.media.recording.RecordingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Reads every stored file and compares it with its digests, and the files with the images that the
 * journal knows. A check that was broken off goes on behind the last folder that it finished: place
 * and counts are kept beside the report.
 */
public final class Fixity {

  /** What may be wrong with a file. */
  public enum Finding {
    DAMAGED(LocalizedText.of("内容与摘要不符", "does not have its digest")),
    MISSING(LocalizedText.of("缺失", "missing")),
    /** Not an error: a broken-off import may leave a file that nothing refers to. */
    UNKNOWN(LocalizedText.of("无著录引用", "nothing refers to it"));

    private final LocalizedText text;

    Finding(LocalizedText text) {
      this.text = text;
    }
  }

  /**
   * @param files that were read
   */
  public record Result(long files, long bytes, Map<Finding, Long> findings) {
    public Result {
      findings = Map.copyOf(findings);
    }

    public long count(Finding finding) {
      return findings.getOrDefault(finding, 0L);
    }

    public boolean intact() {
      return count(Finding.DAMAGED) == 0 && count(Finding.MISSING) == 0;
    }
  }

  private final MediaStore media;
  private final Path report;
  private final Path place;
  private final Pause pause;
  private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
  private String finished = "";
  private long files;
  private long bytes;

  /** Called after each file, to spread the reading. */
  @FunctionalInterface
  public interface Pause {
    void after(long bytesRead);
  }

  /**
   * @param folder for {@code fixity.csv}, and for what is needed to go on
   */
  public Fixity(MediaStore media, Path folder, Pause pause) {
    this.media = media;
    this.report = folder.resolve("fixity.csv");
    this.place = folder.resolve("fixity.place");
    this.pause = pause;
  }

  public Path report() {
    return report;
  }

  /**
   * @param known the originals of all images and recordings that have a description
   */
  public Result check(Set<Digest> known, Reporter reporter) throws IOException {
    resume();
    Set<Digest> books = filesOfPages(known);
    Set<Digest> named = new HashSet<>(known);
    named.addAll(books);
    for (String part : List.of(MediaFiles.ACCESS, MediaFiles.ORIGINALS)) {
      for (String folder : MediaFiles.folders(media.folder(), part)) {
        if (folder.compareTo(finished) > 0) {
          checkFolder(folder, named, reporter);
        }
      }
    }
    for (Digest digest : known) {
      Path original = media.originalPath(digest);
      Path access = media.accessPath(digest);
      if (!Files.exists(original)) {
        note(Finding.MISSING, original, digest.toString(), "");
      } else if (!Files.exists(access) && !RecordingReader.isRecording(original)) {
        note(Finding.MISSING, access, digest.toString(), "");
      }
    }
    for (Digest digest : books) {
      if (!Files.exists(media.originalPath(digest))) {
        note(Finding.MISSING, media.originalPath(digest), digest.toString(), "");
      }
    }
    Files.deleteIfExists(place);
    return new Result(files, bytes, findings);
  }

  /** Files of which pages are known, whether or not their first page is. */
  private Set<Digest> filesOfPages(Set<Digest> known) throws IOException {
    Set<Digest> books = new HashSet<>();
    for (Digest digest : known) {
      media.fileOf(digest).filter(file -> !known.contains(file)).ifPresent(books::add);
    }
    return books;
  }

  private void checkFolder(String folder, Set<Digest> known, Reporter reporter) throws IOException {
    for (Path file : MediaFiles.files(media.folder().resolve(folder))) {
      Optional<Digest> address = MediaFiles.address(media, file);
      if (address.isEmpty()
          || (!known.contains(address.get()) && !media.treatedFiles().contains(address.get()))) {
        note(Finding.UNKNOWN, file, "", "");
      }
      if (address.isPresent()) {
        compare(file, address.get());
      }
      reporter.at(files, 0, LocalizedText.of("核对影像文件 " + folder, "Media files " + folder));
    }
    finished = folder;
    remember();
  }

  private void compare(Path file, Digest address) throws IOException {
    Map<DigestAlgorithm, Digest> expected = new EnumMap<>(DigestAlgorithm.class);
    expected.putAll(Sums.of(file).byAlgorithm());
    if (file.equals(media.originalPath(address))) {
      expected.put(DigestAlgorithm.SHA_256, address);
    }
    if (expected.isEmpty()) {
      media.recordDigests(file); // made before digests were recorded: from now on it is watched
      return;
    }
    Digests found = Digests.of(file, EnumSet.copyOf(expected.keySet()));
    for (Digest digest : expected.values()) {
      Digest now = found.get(digest.algorithm()).orElseThrow();
      if (!now.equals(digest)) {
        note(Finding.DAMAGED, file, digest.toString(), now.toString());
      }
    }
    files++;
    bytes += Files.size(file);
    pause.after(Files.size(file));
  }

  private void note(Finding finding, Path file, String expected, String found) throws IOException {
    findings.merge(finding, 1L, Long::sum);
    boolean fresh = !Files.exists(report);
    try (CSVPrinter csv =
        new CSVPrinter(
            Files.newBufferedWriter(
                report,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            CSVFormat.EXCEL)) {
      if (fresh) {
        csv.print("\uFEFF文件 File");
        csv.printRecord("情况 Finding", "Finding", "应为 Expected", "实为 Found");
      }
      csv.printRecord(
          media.folder().relativize(file).toString().replace('\\', '/'),
          finding.text.zh(),
          finding.text.en().orElse(""),
          expected,
          found);
    }
  }

  private void remember() throws IOException {
    List<String> lines = new ArrayList<>(List.of(finished, files + "", bytes + ""));
    findings.forEach((finding, count) -> lines.add(finding + " " + count));
    Path part = place.resolveSibling(place.getFileName() + ".part");
    Files.write(part, lines);
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void resume() throws IOException {
    if (!Files.exists(place)) {
      Files.deleteIfExists(report);
      return;
    }
    List<String> lines = Files.readAllLines(place);
    finished = lines.get(0);
    files = Long.parseLong(lines.get(1));
    bytes = Long.parseLong(lines.get(2));
    for (String line : lines.subList(3, lines.size())) {
      String[] parts = line.split(" ");
      findings.put(Finding.valueOf(parts[0]), Long.parseLong(parts[1]));
    }
  }
}
