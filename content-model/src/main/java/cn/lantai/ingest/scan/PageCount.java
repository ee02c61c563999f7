package cn.lantai.ingest.scan;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.SourceKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which pages of which records a folder has scans of, and which the system has already. */
final class PageCount {

  private final Scans scans;
  private final KnownPages known;
  private final Map<EntityIri, Pages> records = new LinkedHashMap<>();
  private final Map<String, Long> unnumbered = new TreeMap<>();

  /**
   * @param others images of the record in the system that are not called by code and page
   */
  private record Pages(String code, RecordPages pages, Map<Integer, EntityIri> others) {}

  PageCount(Scans scans, KnownPages known) {
    this.scans = scans;
    this.known = known;
  }

  /** Counts, and reports what lies in the folder beside scans. */
  void walk(Path folder, Source.Sink sink) throws IOException {
    scans
        .walk(folder)
        .walk(
            new ScanWalk.Visitor() {
              @Override
              public void scan(Path file, String path) {
                if (!scans.isNamed(file)) {
                  count(scans.find(path), Scans.pages(file));
                }
              }

              @Override
              public void obstacle(ScanWalk.Obstacle obstacle, String path) throws IOException {
                sink.problem(ScanProblems.of(obstacle, path));
              }
            });
    records.forEach(this::findOthers);
  }

  private void count(Scans.Finding finding, int pagesOfFile) {
    if (finding.record().isPresent()) {
      RecordPages pages =
          records
              .computeIfAbsent(
                  finding.record().get(),
                  each -> new Pages(finding.code(), new RecordPages(), new HashMap<>(0)))
              .pages();
      for (int i = 0; i < pagesOfFile; i++) {
        pages.add(finding.page() + i);
      }
    }
    finding.above().ifPresent(set -> unnumbered.merge(set, 1L, Long::sum));
  }

  private void findOthers(EntityIri record, Pages pages) {
    List<EntityIri> images = known.images(record);
    if (images.isEmpty()) {
      return;
    }
    Set<EntityIri> own =
        pages.pages().stream()
            .mapToObj(page -> named(pages.code(), page))
            .collect(Collectors.toSet());
    for (EntityIri image : images) {
      if (!own.contains(image)) {
        known.page(image).ifPresent(page -> pages.others().merge(page, image, PageCount::first));
      }
    }
  }

  private static EntityIri first(EntityIri one, EntityIri other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  void report(String folder, Source.Sink sink) throws IOException {
    for (Pages each : records.values()) {
      String missing =
          each.pages()
              .missing(
                  page -> each.others().containsKey(page) || known.has(named(each.code(), page)));
      if (!missing.isEmpty()) {
        sink.problem(ScanProblems.missing(folder, each.code(), missing));
      }
    }
    for (Map.Entry<String, Long> each : unnumbered.entrySet()) {
      sink.problem(ScanProblems.unnumbered(folder, each.getKey(), each.getValue()));
    }
  }

  /** The image that the page is in the system, or will be. */
  EntityIri image(Scans.Finding finding) {
    Pages record = records.get(finding.record().orElseThrow());
    EntityIri named = named(finding.code(), finding.page());
    EntityIri other = record == null ? null : record.others().get(finding.page());
    return other == null || known.has(named) ? named : other;
  }

  boolean isAnyTwice() {
    return records.values().stream().anyMatch(each -> each.pages().isAnyTwice());
  }

  boolean isTwice(Scans.Finding finding) {
    return finding
        .record()
        .map(records::get)
        .filter(each -> each.pages().isTwice(finding.page()))
        .isPresent();
  }

  private static EntityIri named(String code, int page) {
    return new EntityIri(EntityType.IMAGE, SourceKeys.of("%s-%03d".formatted(code, page)));
  }
}
