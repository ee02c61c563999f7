package cn.lantai.server.exports;

import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.ExportReport;
import cn.lantai.exchange.Exporter;
import cn.lantai.exchange.NotExportableException;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Writes an export that was asked for by its {@link ExportOrder#parameters()}. */
@ApplicationScoped
public class ExportJob implements JobKind {

  static final String NAME = "export";

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject StageStores stages;
  @Inject ExportFolder folder;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("导出", "Export");
  }

  @Override
  public Optional<String> page(long job) {
    return Optional.of("/workbench/exports");
  }

  @Override
  public void run(JobContext context)
      throws IOException, InterruptedException, ExportRefusedException {
    ExportOrder order = ExportOrder.of(context.parameters());
    if (!stages.awaitHead(order.stage(), STAGE_PATIENCE)) {
      throw new IllegalStateException("The " + order.stage() + " stage lags behind the journal");
    }
    Path target = folder.target(context.id(), order);
    Files.createDirectories(target.getParent());
    try {
      ExportReport report =
          new Exporter(stages.stage(order.stage()))
              .write(
                  order.scope(),
                  order.format(),
                  target,
                  (done, step) -> context.progress(done, 0, step.zh()));
      if (!report.isComplete()) {
        report.writeCsv(folder.problems(context.id()));
      }
      context.progress(report.total(), report.total(), summary(report));
    } catch (NotExportableException refused) {
      throw new IllegalArgumentException(both(refused.sentence()), refused);
    }
  }

  private static String summary(ExportReport report) {
    LocalizedText whole =
        LocalizedText.of("已导出 " + report.total() + " 条", report.total() + " entities are exported");
    return both(
        report.isComplete()
            ? whole
            : LocalizedText.of(
                whole.zh() + "，" + report.problemCount() + " 处没有导出或不完整",
                whole.en().orElseThrow()
                    + ", "
                    + report.problemCount()
                    + " are missing or not whole"));
  }

  private static String both(LocalizedText sentence) {
    return sentence.zh() + "\n" + sentence.en().orElse("");
  }
}
