package cn.lantai.ingest;

import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Problem;
import java.util.List;
import java.util.Map;

/**
 * What an import did, or in a dry run would do. All problems stand in the report file; here are the
 * first of them.
 *
 * @param read rows that were read
 * @param accepted entities that were taken in, by type
 * @param created how many of them are new
 * @param updated how many of them changed; the others were there already as they are
 * @param rejected rows that were kept out
 * @param errors how many errors there are; what has one was kept out
 * @param problems the first errors and warnings
 */
public record IngestReport(
    long read,
    Map<EntityType, Long> accepted,
    long created,
    long updated,
    long rejected,
    long errors,
    long warnings,
    List<Problem> problems) {

  public IngestReport {
    accepted = Map.copyOf(accepted);
    problems = List.copyOf(problems);
  }

  public long acceptedInAll() {
    return accepted.values().stream().mapToLong(Long::longValue).sum();
  }

  public long unchanged() {
    return acceptedInAll() - created - updated;
  }

  public LocalizedText summary() {
    return LocalizedText.of(
        "读入 %d 行，新建 %d 条，更新 %d 条，未变 %d 条，错误 %d 处，提醒 %d 处"
            .formatted(read, created, updated, unchanged(), errors, warnings),
        "%d rows read, %d entities created, %d updated, %d unchanged, %d errors, %d warnings"
            .formatted(read, created, updated, unchanged(), errors, warnings));
  }
}
