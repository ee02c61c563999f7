package cn.lantai.server.workbench;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.CatalogueIngest;
import cn.lantai.ingest.IngestReport;
import cn.lantai.journal.Journal;
import cn.lantai.media.MediaStore;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Takes in a folder that holds {@code catalogue/} and {@code images/}, and publishes what is open.
 * Done only when both stages show it.
 */
@ApplicationScoped
public class IngestJob implements JobKind {

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject Journal journal;
  @Inject Curation curation;
  @Inject MediaStore media;
  @Inject StageStores stages;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("导入目录与图像", "Import of tables and images");
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Path folder = Path.of(context.parameters().get("folder"));
    IngestReport report =
        new CatalogueIngest(curation, media, this::isKnown)
            .run(
                folder.resolve("catalogue"),
                folder.resolve("images"),
                true,
                new Author("job-" + context.id(), "载入目录 " + folder.getFileName()),
                (done, of, step) -> context.progress(done, of, step.zh()));
    Path problems = context.reportFolder().resolve("problems.csv");
    report.writeCsv(problems);
    context.report(problems);
    for (StageKind kind : StageKind.values()) {
      stages.awaitHead(kind, STAGE_PATIENCE);
    }
    long accepted = report.acceptedInAll();
    context.progress(accepted, accepted, summary(report).zh());
  }

  private boolean isKnown(EntityIri entity) {
    return journal.state(entity).isPresent();
  }

  private static LocalizedText summary(IngestReport report) {
    return LocalizedText.of(
        "读入 %d 行，收录 %d 条，未收 %d 处"
            .formatted(report.read(), report.acceptedInAll(), report.problems().size()),
        "%d rows read, %d entities taken in, %d problems"
            .formatted(report.read(), report.acceptedInAll(), report.problems().size()));
  }
}
