package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What an export holds, and what it could not take along. Used by one thread. */
public final class ExportReport {

  /** More than that are counted only, so that the memory stays bounded. */
  static final int MAX_PROBLEMS = 10_000;

  private final Map<EntityType, Long> counts = new EnumMap<>(EntityType.class);
  private final List<ExportProblem> problems = new ArrayList<>();
  private long problemCount;

  void count(EntityIri entity) {
    counts.merge(entity.type(), 1L, Long::sum);
  }

  void problem(EntityIri entity, LocalizedText reason, LocalizedText remedy) {
    problemCount++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new ExportProblem(entity, reason, remedy));
    }
  }

  /** How many entities were read, by type. */
  public Map<EntityType, Long> counts() {
    return Map.copyOf(counts);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The first {@value #MAX_PROBLEMS} problems. */
  public List<ExportProblem> problems() {
    return List.copyOf(problems);
  }

  public long problemCount() {
    return problemCount;
  }

  /** Whether everything is in the export, as a whole. */
  public boolean isComplete() {
    return problemCount == 0;
  }

  /** Writes the problems as CSV (UTF-8 with a byte order mark, so that spreadsheets open it). */
  public void writeCsv(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (CSVPrinter csv =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.EXCEL)) {
      csv.print("\uFEFF条目 Entity");
      csv.printRecord("原因 Reason", "改法 Remedy", "Reason", "Remedy");
      for (ExportProblem problem : problems) {
        csv.printRecord(
            problem.entity().type().segment() + "/" + problem.entity().key(),
            problem.reason().zh(),
            problem.remedy().zh(),
            problem.reason().en().orElse(""),
            problem.remedy().en().orElse(""));
      }
    }
  }
}
