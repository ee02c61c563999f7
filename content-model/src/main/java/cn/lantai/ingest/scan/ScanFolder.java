package cn.lantai.ingest.scan;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.SourceKeys;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of scans as rows of the table of images. A page that is there already keeps its key, so
 * that a better scan of it takes the place of the one before; a new one has a key made of the
 * reference code and its number.
 *
 * <p>The folder is walked for the page numbers first, so that gaps are told, and of two files for
 * one page neither is taken.
 */
public final class ScanFolder implements Source {

  /** What the rows are a table of; no file is called so, as this has no ending. */
  public static final String TABLE = "scans";

  private static final Header HEADER = Header.of("图像", "记录", "页序", "页名", "文件");

  private final Path folder;
  private final Scans scans;
  private final KnownPages known;

  public ScanFolder(Path folder, Scans scans, KnownPages known) {
    this.folder = folder;
    this.scans = scans;
    this.known = known;
  }

  @Override
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  @Override
  public void read(Sink sink) throws IOException {
    PageCount count = new PageCount(scans, known);
    count.walk(folder, sink);
    count.report(name(), sink);
    Map<String, List<String>> twice = count.isAnyTwice() ? twice(count) : Map.of();
    scans
        .walk(folder)
        .walk(
            (file, path) -> {
              if (!scans.isNamed(file)) {
                int pages = Scans.pages(file);
                for (int page = 1; page <= pages; page++) {
                  sink.row(row(new ScannedPage(file, path, page, pages), count, twice));
                }
              }
            });
  }

  /** The paths of all scans that are not the only one of their page, by page. */
  private Map<String, List<String>> twice(PageCount count) throws IOException {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    scans
        .walk(folder)
        .walk(
            (file, path) -> {
              if (scans.isNamed(file)) {
                return;
              }
              int pages = Scans.pages(file);
              for (int page = 1; page <= pages; page++) {
                Scans.Finding finding = scans.find(path).at(page);
                if (count.isTwice(finding)) {
                  paths
                      .computeIfAbsent(page(finding), each -> new ArrayList<>())
                      .add(new ScannedPage(file, path, page, pages).name());
                }
              }
            });
    return paths;
  }

  /** One of the pages of a file; of most files the only one. */
  private record ScannedPage(Path file, String path, int page, int of) {

    String name() {
      return of == 1 ? path : path + "#" + page;
    }
  }

  private SourceRow row(ScannedPage scan, PageCount count, Map<String, List<String>> twice) {
    String path = scan.path();
    Scans.Finding finding = scans.find(path).at(scan.page());
    Optional<Problem> problem =
        finding
            .obstacle()
            .map(obstacle -> ScanProblems.of(obstacle, path, finding.code()))
            .or(
                () ->
                    count.isTwice(finding)
                        ? Optional.of(
                            ScanProblems.twice(
                                scan.name(),
                                finding.code(),
                                finding.page(),
                                twice.getOrDefault(page(finding), List.of())))
                        : Optional.empty())
            .or(() -> unreadable(scan.file(), path));
    EntityIri image =
        problem.isEmpty()
            ? count.image(finding)
            : new EntityIri(EntityType.IMAGE, SourceKeys.of("scan", scan.name()));
    String ending = path.substring(path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    return new SourceRow(
        TABLE,
        Place.file(path),
        HEADER,
        List.of(
            image.key() + ending,
            finding.record().map(EntityIri::key).orElse(""),
            finding.record().isPresent() ? Integer.toString(finding.page()) : "",
            "",
            scan.name()),
        problem.stream().toList());
  }

  private static Optional<Problem> unreadable(Path file, String path) {
    try {
      if (!Files.isReadable(file)) {
        return Optional.of(ScanProblems.unreadable(path));
      }
      return Files.size(file) == 0 ? Optional.of(ScanProblems.empty(path)) : Optional.empty();
    } catch (IOException gone) {
      return Optional.of(ScanProblems.unreadable(path));
    }
  }

  private static String page(Scans.Finding finding) {
    return finding.record().orElseThrow().key() + " " + finding.page();
  }
}
