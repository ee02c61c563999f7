package cn.lantai.server.imports;

import cn.lantai.entity.EntityType;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.server.review.Publisher;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
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

  /** The words with which the reason of each version begins that an import has saved. */
  public static final String REASON = IngestJob.REASON;

  /** So many imports are looked through for those that a visitor may know of. */
  private static final int LOOKED_THROUGH = 500;

  @Inject Jobs jobs;
  @Inject Uploads uploads;
  @Inject Pieces pieces;
  @Inject Settings settings;
  @Inject Mappings mappings;
  @Inject Publisher publisher;
  @Inject StageStores stores;

  /**
   * Takes files and has them imported.
   *
   * @throws OptionRefusedException if there is no such mapping or encoding
   * @throws NotAllowedException if it is to publish, and the visitor may do so nowhere
   */
  public ImportState start(List<Uploads.Incoming> files, ImportOptions options, Visitor visitor)
      throws IOException, UploadRefusedException {
    check(options, visitor);
    return start(uploads.take(files), options, visitor);
  }

  /**
   * Has files imported that came piece by piece.
   *
   * @return empty if the visitor has no such upload
   */
  public Optional<ImportState> start(String upload, ImportOptions options, Visitor visitor)
      throws IOException, UploadRefusedException {
    check(options, visitor);
    Optional<Uploads.Upload> whole = pieces.finish(upload, visitor.name());
    return whole.map(each -> start(each, options, visitor));
  }

  private void check(ImportOptions options, Visitor visitor) throws IOException {
    check(options);
    if (options.publish() && !visitor.rights().may(Permission.PUBLISH)) {
      throw new NotAllowedException();
    }
    if (options.publish()) {
      publisher.requireDirect();
    }
  }

  private ImportState start(Uploads.Upload upload, ImportOptions options, Visitor visitor) {
    Map<String, String> parameters = new HashMap<>(options.parameters());
    parameters.put(IngestJob.UPLOAD, upload.id());
    parameters.put(IngestJob.FROM, upload.from().toString());
    sign(parameters, visitor);
    parameters.put(NAMES, cut(String.join("、", upload.names())));
    return state(jobs.enqueue(IngestJob.NAME, parameters));
  }

  /**
   * Has the same files imported again, this time for good.
   *
   * @throws cn.lantai.server.problem.ProblemException if they are no longer there
   */
  public ImportState startForGood(ImportState tried, Visitor visitor) throws IOException {
    return again(tried, Map.of(IngestJob.DRY_RUN, "false"), visitor);
  }

  /** Has the same files tried again with a mapping. */
  ImportState tryWith(String mapping, ImportState tried, Visitor visitor) throws IOException {
    return again(tried, Map.of(IngestJob.DRY_RUN, "true", IngestJob.MAPPING, mapping), visitor);
  }

  /**
   * Has the same files imported again.
   *
   * @param otherwise the options that are to be others, by the names that they have in the form of
   *     an upload; an empty one is none
   * @throws OptionRefusedException if there is no such mapping or encoding
   * @throws NotAllowedException if it is to publish, and the visitor may do so nowhere
   * @throws cn.lantai.server.problem.ProblemException if it has not ended, or the files are no
   *     longer there
   */
  public ImportState again(ImportState tried, Map<String, String> otherwise, Visitor visitor)
      throws IOException {
    if (tried.job().isPending()) {
      throw ImportProblems.stillRuns();
    }
    if (!tried.repeatable()) {
      throw ImportProblems.uploadGone();
    }
    Map<String, String> fields = new HashMap<>(tried.options().parameters());
    fields.putAll(otherwise);
    ImportOptions options = UploadForm.options(fields);
    check(options, visitor);
    Map<String, String> parameters = new HashMap<>(tried.job().parameters());
    parameters.keySet().removeAll(tried.options().parameters().keySet());
    parameters.putAll(options.parameters());
    sign(parameters, visitor);
    return state(jobs.enqueue(IngestJob.NAME, parameters));
  }

  /** Whether there is any record, or one is on its way. */
  public boolean hasHoldings() {
    return stores.index(StageKind.WORKING).count(EntityType.RECORD) > 0;
  }

  /** Whether the visitor may have the samples imported: they are not mixed with other holdings. */
  public boolean offersSamples(Visitor visitor) {
    return settings.samples().isPresent()
        && visitor.rights().mayEverywhere(Permission.IMPORT)
        && visitor.rights().mayEverywhere(Permission.PUBLISH)
        && publisher.publishesDirectly()
        && !hasHoldings();
  }

  /**
   * Has the samples imported and published; who asks while they are on their way gets that import.
   *
   * @return empty if they are not offered
   */
  public synchronized Optional<ImportState> startSamples(Visitor visitor) {
    if (!offersSamples(visitor)) {
      return Optional.empty();
    }
    String folder = settings.samples().orElseThrow().toString();
    Optional<Job> underWay =
        jobs.pendingOf(IngestJob.NAME).stream()
            .filter(job -> folder.equals(job.parameters().get(IngestJob.FOLDER)))
            .findFirst();
    Map<String, String> parameters = new HashMap<>();
    parameters.put(IngestJob.FOLDER, folder);
    parameters.put(IngestJob.PUBLISH, "true");
    parameters.put(NAMES, "示例馆藏 · Samples");
    sign(parameters, visitor);
    return Optional.of(state(underWay.orElseGet(() -> jobs.enqueue(IngestJob.NAME, parameters))));
  }

  /** In whose name it is done, and within whose rights. */
  private static void sign(Map<String, String> parameters, Visitor visitor) {
    parameters.put(Job.BY, visitor.name());
    parameters.remove(IngestJob.ACCOUNT);
    visitor.account().ifPresent(account -> parameters.put(IngestJob.ACCOUNT, account));
  }

  /** An import that the visitor may know of: his own, or any if he imports everywhere. */
  public Optional<ImportState> find(long id, Visitor visitor) {
    return find(id).filter(state -> mayKnow(state, visitor));
  }

  private static boolean mayKnow(ImportState state, Visitor visitor) {
    return visitor.rights().mayEverywhere(Permission.IMPORT) || state.by().equals(visitor.name());
  }

  private Optional<ImportState> find(long id) {
    return jobs.find(id).filter(job -> job.kind().equals(IngestJob.NAME)).map(this::state);
  }

  /** Newest first. */
  public List<ImportState> newest(int limit, Visitor visitor) {
    return jobs.newestOf(IngestJob.NAME, LOOKED_THROUGH).stream()
        .map(this::state)
        .filter(state -> mayKnow(state, visitor))
        .limit(limit)
        .toList();
  }

  /** Has an import end; what was saved by then stays saved. */
  public Optional<ImportState> cancel(long id, Visitor visitor) {
    return find(id, visitor)
        .flatMap(known -> jobs.cancel(known.id(), visitor.name()))
        .map(this::state);
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
            .or(() -> Optional.ofNullable(parameters.get(IngestJob.FOLDER)))
            .orElse(""),
        ImportOptions.of(parameters),
        jobs.speed(job.id()),
        jobs.timeLeft(job.id()),
        job.isPending() ? Optional.empty() : Outcome.in(folder),
        Optional.ofNullable(parameters.get(IngestJob.UPLOAD)).filter(uploads::has).isPresent(),
        folder);
  }
}
