package cn.lantai.server.imports;

import cn.lantai.curation.Author;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.IngestReport;
import cn.lantai.ingest.Permit;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Accounts;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An import. The parameter {@code from} names files and folders, one a line; {@code mapping},
 * {@code encoding}, {@code publish} and {@code dry-run} say how, {@code by} for whom. Instead,
 * {@code folder} may name one that holds {@code catalogue/} and {@code images/}, of which what is
 * open is published. Done only when both stages show it.
 */
@ApplicationScoped
public class IngestJob implements JobKind {

  public static final String NAME = "ingest";
  public static final String FROM = "from";
  public static final String MAPPING = "mapping";
  public static final String ENCODING = "encoding";
  public static final String PUBLISH = "publish";
  public static final String DRY_RUN = "dry-run";

  /** In the parameters: a folder with {@code catalogue/} and {@code images/}. */
  static final String FOLDER = "folder";

  /** The reason of each version begins with it. */
  static final String REASON = "导入 ";

  /** Of what was uploaded for this import alone. */
  static final String UPLOAD = "upload";

  /** Whose rights decide what may be written; without it, all may. */
  static final String ACCOUNT = "account";

  static final String REPORT = "problems.csv";

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject Importer importer;
  @Inject StageStores stages;
  @Inject Uploads uploads;
  @Inject Accounts accounts;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("导入", "Import");
  }

  @Override
  public Optional<String> page(long job) {
    return Optional.of("/workbench/imports/" + job);
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = context.parameters();
    Optional<String> upload = Optional.ofNullable(parameters.get(UPLOAD));
    if (upload.filter(id -> !uploads.has(id)).isPresent()
        && Outcome.in(context.reportFolder()).isPresent()) {
      // Interrupted between its last step and its end.
      return;
    }
    ImportOrder order =
        order(parameters, parameters.getOrDefault(Job.BY, "job-" + context.id()))
            .permitted(permit(parameters));
    context.report(context.reportFolder().resolve(REPORT));
    IngestReport report =
        importer.run(
            order,
            context.reportFolder(),
            (done, of, step) -> context.progress(done, of, step.zh()));
    if (!order.dryRun()) {
      for (StageKind kind : StageKind.values()) {
        stages.awaitHead(kind, STAGE_PATIENCE);
      }
    }
    Outcome.of(report).write(context.reportFolder());
    if (!order.dryRun()) {
      upload.ifPresent(uploads::remove);
    }
    LocalizedText summary = report.summary();
    context.progress(report.read(), report.read(), summary.zh() + "\n" + summary.en().orElse(""));
  }

  /** Read when the import runs, so that who has lost a role meanwhile writes nothing more. */
  private Permit permit(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get(ACCOUNT))
        .map(accounts::rights)
        .map(rights -> rights.permit(Boolean.parseBoolean(parameters.get(PUBLISH))))
        .orElse(Permit.EVERYTHING);
  }

  private static ImportOrder order(Map<String, String> parameters, String agent) {
    if (parameters.containsKey(FOLDER)) {
      Path folder = Path.of(parameters.get(FOLDER));
      return ImportOrder.of(author(agent, List.of(folder)), folder.resolve("catalogue"))
          .withImages(folder.resolve("images"))
          .published();
    }
    List<Path> from = parameters.get(FROM).lines().map(Path::of).toList();
    return new ImportOrder(
        from,
        from.stream().filter(Files::isDirectory).findFirst(),
        Optional.ofNullable(parameters.get(MAPPING)),
        Optional.ofNullable(parameters.get(ENCODING)).map(Charset::forName),
        Boolean.parseBoolean(parameters.get(PUBLISH)),
        Boolean.parseBoolean(parameters.get(DRY_RUN)),
        Permit.EVERYTHING,
        author(agent, from));
  }

  private static Author author(String agent, List<Path> from) {
    return new Author(
        agent, REASON + String.join("、", from.stream().limit(5).map(IngestJob::name).toList()));
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).orElse(path).toString();
  }
}
