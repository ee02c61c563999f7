package cn.lantai.server.imports;

import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts, follows and cancels imports. */
@ApplicationScoped
public class Imports {

  /** Not more is kept of the names of files. */
  private static final int LONGEST_NAMES = 500;

  private static final String NAMES = "names";

  @Inject Jobs jobs;
  @Inject Uploads uploads;
  @Inject Settings settings;
  @Inject Mappings mappings;

  /**
   * Takes files and has them imported.
   *
   * @throws OptionRefusedException if there is no such mapping or encoding
   */
  public ImportState start(List<Uploads.Incoming> files, ImportOptions options, String by)
      throws IOException, UploadRefusedException {
    check(options);
    Uploads.Upload upload = uploads.take(files);
    Map<String, String> parameters = new HashMap<>(options.parameters());
    parameters.put(IngestJob.UPLOAD, upload.id());
    parameters.put(IngestJob.FROM, upload.from().toString());
    parameters.put(IngestJob.BY, by);
    parameters.put(NAMES, cut(String.join("、", upload.names())));
    return state(jobs.enqueue(IngestJob.NAME, parameters));
  }

  /**
   * Has the same files imported again, this time for good.
   *
   * @return empty if they are no longer there
   */
  public Optional<ImportState> startForGood(ImportState tried, String by) {
    if (!tried.repeatable()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>(tried.job().parameters());
    parameters.put(IngestJob.DRY_RUN, "false");
    parameters.put(IngestJob.BY, by);
    return Optional.of(state(jobs.enqueue(IngestJob.NAME, parameters)));
  }

  public Optional<ImportState> find(long id) {
    return jobs.find(id).filter(job -> job.kind().equals(IngestJob.NAME)).map(this::state);
  }

  /** Newest first. */
  public List<ImportState> newest(int limit) {
    return jobs.newestOf(IngestJob.NAME, limit).stream().map(this::state).toList();
  }

  /** Has an import end; what was saved by then stays saved. */
  public Optional<ImportState> cancel(long id, String by) {
    return find(id).flatMap(known -> jobs.cancel(known.id(), by)).map(this::state);
  }

  /** The names of the mappings that there are. */
  public List<String> mappings() throws IOException {
    return mappings.names();
  }

  private void check(ImportOptions options) throws IOException {
    if (options.mapping().isPresent() && !mappings().contains(options.mapping().get())) {
      throw OptionRefusedException.mapping(options.mapping().get(), mappings());
    }
    if (options.encoding().filter(name -> !isCharset(name)).isPresent()) {
      throw OptionRefusedException.encoding(options.encoding().get());
    }
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException noName) {
      return false;
    }
  }

  private static String cut(String names) {
    return names.length() <= LONGEST_NAMES ? names : names.substring(0, LONGEST_NAMES) + "…";
  }

  private ImportState state(Job job) {
    Map<String, String> parameters = job.parameters();
    Path folder = settings.data().resolve("reports/" + job.id());
    return new ImportState(
        job,
        Optional.ofNullable(parameters.get(NAMES))
            .or(() -> Optional.ofNullable(parameters.get(IngestJob.FROM)))
            .or(() -> Optional.ofNullable(parameters.get("folder")))
            .orElse(""),
        ImportOptions.of(parameters),
        jobs.speed(job.id()),
        jobs.timeLeft(job.id()),
        job.isPending() ? Optional.empty() : Outcome.in(folder),
        Optional.ofNullable(parameters.get(IngestJob.UPLOAD)).filter(uploads::has).isPresent(),
        folder);
  }
}
