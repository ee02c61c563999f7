package cn.lantai.ingest;

import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.Settlement.Settled;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.source.KeyTable;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.media.MediaStore;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import cn.lantai.table.Row;
import cn.lantai.theme.BuiltInSchemes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One run of an import.
 *
 * <p>The sources are read twice: first for keys and hierarchies, so that a file which breaks off is
 * refused before anything is written; then row by row, each checked, and saved at once if all that
 * it needs is in already. If rows need later ones, these rows are read once more at the end. So
 * memory holds keys, never rows.
 */
final class Import implements AutoCloseable {

  /** Rows that are looked at together. */
  private static final int CHUNK = 256;

  /** In nanoseconds. */
  private static final long CHECKPOINT_INTERVAL = 5_000_000_000L;

  /** So often the first reading says how far it is, in rows. */
  private static final int GLANCE = 10_000;

  /** In seconds: what is under way is let come to its end, for interrupting it may close files. */
  private static final int END_PATIENCE = 60;

  private static final LocalizedText READING = LocalizedText.of("通读来源", "Reading the sources");
  private static final LocalizedText SAVING = LocalizedText.of("写入著录", "Saving descriptions");

  private final ImportOrder order;
  private final Path folder;
  private final Progress progress;
  private final Existing existing;
  private final RowStream stream;
  private final Survey survey;
  private final Settlement settlement;
  private final Saver saver;
  private final ExecutorService workers;
  private final ExecutorService saving;
  private final ReportFiles report;
  private final Fates fates;
  private final int start;
  private final long[] accepted = new long[EntityType.values().length];
  private final Set<String> reportedOnce = new HashSet<>();
  private final Curation curation;
  private List<Future<Settled>> chunk = new ArrayList<>();
  private int done;
  private long checkpointAt = System.nanoTime();

  Import(
      ImportOrder order,
      Path folder,
      Progress progress,
      Existing existing,
      Curation curation,
      MediaStore media,
      Mappings mappings,
      ThreadFactory threads)
      throws IOException {
    this.order = order;
    this.folder = folder;
    this.progress = progress;
    this.existing = existing;
    this.curation = curation;
    progress.at(0, 0, READING);
    Sources sources = Sources.of(order, folder, existing);
    NamedFiles files = NamedFiles.of(order);
    Images images = new Images(files, media, order.dryRun());
    Recordings recordings = new Recordings(files, media, order.dryRun());
    this.stream = new RowStream(sources.inOrder(), sources.mapper(order, mappings));
    this.survey = survey(new NamedByTables(sources.scans(), images));
    Optional<Checkpoint> checkpoint = Checkpoint.read(folder, digest());
    this.fates = checkpoint.map(Checkpoint::fates).orElseGet(() -> new Fates(survey.size()));
    this.start = checkpoint.map(Checkpoint::next).orElse(0);
    this.done = start;
    this.settlement = new Settlement(survey, existing, curation, images, recordings);
    this.report = new ReportFiles(folder, checkpoint.map(Checkpoint::lengths).orElse(Map.of()));
    this.workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
    this.saving = Executors.newSingleThreadExecutor(threads);
    this.saver = new Saver(curation, existing, order, survey, saving);
    checkpoint.map(Checkpoint::counts).ifPresent(this::resume);
  }

  /** Closes the stream if it cannot be read, for then nobody else will. */
  private Survey survey(NamedByTables named) throws IOException {
    try {
      Survey whole =
          Survey.of(
              stream,
              existing,
              curation::standing,
              named,
              rows -> {
                if (rows % GLANCE == 0) {
                  progress.at(rows, 0, READING);
                }
              });
      stream.seen().write(folder);
      return whole;
    } catch (IOException | RuntimeException failure) {
      stream.close();
      throw failure;
    }
  }

  IngestReport run() throws IOException {
    if (start == 0) {
      reportRefused();
      saveBuiltInSchemes();
    }
    stream.read(new FirstReading());
    finishChunk();
    fates.decide();
    if (fates.anyPending()) {
      stream.read(new SecondReading());
      finishChunk();
    }
    saver.flush();
    reportRefusals();
    report.flush();
    Checkpoint.delete(folder);
    return new IngestReport(
        survey.rows(),
        acceptedByType(),
        saver.created(),
        saver.updated(),
        report.rejected(),
        report.errors(),
        report.warnings(),
        report.first());
  }

  private void reportRefused() throws IOException {
    for (Problem problem : stream.refused()) {
      report.problem(problem);
    }
    for (Survey.PartRow stray : survey.strayParts()) {
      reject(List.of(stray));
    }
  }

  /** What every system starts with comes first, for the tables may refer to it. */
  private void saveBuiltInSchemes() {
    for (EntityGraph builtIn : BuiltInSchemes.graphs().values()) {
      if (!existing.has(builtIn.iri()) && !survey.declares(builtIn.iri())) {
        saver.add(curation.examine(builtIn).approved().orElseThrow());
        accepted[builtIn.iri().type().ordinal()]++;
      }
    }
  }

  /** Looks at every row that is not done, and saves what needs nothing that is not in yet. */
  private final class FirstReading implements RowStream.Reader {

    @Override
    public void row(int number, Mapper.Mapped mapped, SourceRow origin) throws IOException {
      if (number >= start) {
        submit(number, mapped, origin);
        for (String column : stream.mapper().unread(origin)) {
          reportUnread(origin, column);
        }
      }
    }

    @Override
    public void unknown(SourceRow origin) throws IOException {
      if (reportedOnce.add(origin.table()) && start == 0) {
        report.problem(unknownTable(origin));
        Mappings.draft(folder.resolve("mapping.csv"), origin.table(), origin.header());
      }
    }

    @Override
    public void problem(int next, Problem problem) throws IOException {
      if (start == 0 || next > start) {
        report.problem(problem);
      }
    }
  }

  /** Looks again at the rows that waited for later ones. */
  private final class SecondReading implements RowStream.Reader {

    @Override
    public void row(int number, Mapper.Mapped mapped, SourceRow origin) throws IOException {
      if (number >= 0 && fates.isPending(number)) {
        submit(number, mapped, origin);
      }
    }
  }

  private void submit(int number, Mapper.Mapped mapped, SourceRow origin) throws IOException {
    if (chunk.size() == CHUNK) {
      finishChunk();
    }
    chunk.add(workers.submit(() -> settlement.settle(number, mapped, origin)));
  }

  private void finishChunk() throws IOException {
    for (Future<Settled> each : chunk) {
      decide(await(each));
    }
    chunk = new ArrayList<>();
    progress.at(Math.min(done, survey.size()), survey.size(), SAVING);
    if (System.nanoTime() - checkpointAt > CHECKPOINT_INTERVAL && !order.dryRun()) {
      saver.flush();
      reportRefusals();
      new Checkpoint(digest(), done, fates, counts(), report.flush()).write(folder);
      checkpointAt = System.nanoTime();
    }
  }

  private void decide(Settled row) throws IOException {
    done = Math.max(done, row.number() + 1);
    if (row.repeated()) {
      return;
    }
    boolean waits = false;
    if (!row.hasErrors()) {
      for (Survey.PartRow each : row.rows()) {
        waits |= follow(row, each.row());
      }
    }
    if (row.hasErrors() || row.approved().isEmpty()) {
      fates.keepOut(row.number(), row.iri().filter(existing::has).isPresent());
      reject(row.rows());
    } else if (!waits) {
      fates.takeIn(row.number());
      accepted[row.iri().orElseThrow().type().ordinal()]++;
      reportProblems(row.rows());
      saver.add(row.approved().get(), row);
    }
  }

  /** Looks at what a row needs; whether something of that is not decided yet. */
  private boolean follow(Settled settled, Row row) {
    boolean pending = fates.isPending(settled.number());
    boolean waits = false;
    for (Row.Reference reference : List.copyOf(row.references())) {
      int other = survey.rowOf(reference.target());
      if (other == KeyTable.NONE || other == settled.number()) {
        continue;
      }
      if (fates.isOut(other)) {
        row.keptOutBecauseOf(reference);
      } else if (fates.isUndecided(other) && !pending) {
        fates.await(settled.number(), other);
        waits = true;
      }
    }
    return waits;
  }

  private void reject(List<Survey.PartRow> rows) throws IOException {
    reportProblems(rows);
    List<Problem> why = rows.stream().flatMap(row -> row.row().problems().stream()).toList();
    for (Survey.PartRow row : rows) {
      report.rejected(row.origin(), why);
    }
  }

  /** What seemed right when it was looked at, and could not be saved any more. */
  private void reportRefusals() throws IOException {
    for (Saver.Refusal refusal : saver.refusals()) {
      EntityIri iri = refusal.origin().iri().orElseThrow();
      fates.keepOut(refusal.origin().number(), existing.has(iri));
      accepted[iri.type().ordinal()]--;
      report.problem(refusal.problem());
      for (Survey.PartRow row : refusal.origin().rows()) {
        report.rejected(row.origin(), List.of(refusal.problem()));
      }
    }
  }

  private void reportProblems(List<Survey.PartRow> rows) throws IOException {
    for (Survey.PartRow row : rows) {
      for (Problem problem : row.row().problems()) {
        report.problem(problem);
      }
    }
  }

  private void reportUnread(SourceRow row, String column) throws IOException {
    if (!column.equals(ReportFiles.REASON) && reportedOnce.add(row.table() + "\n" + column)) {
      report.problem(
          Problem.warning(
              Place.row(row.place().file(), 1),
              column,
              "",
              LocalizedText.of("不认识的列，其内容未收", "The column is not known; nothing of it was taken"),
              LocalizedText.of(
                  "请改用表中的列名，或在映射表中为它指定一列", "Rename it, or give it a column in the mapping")));
    }
  }

  private static Problem unknownTable(SourceRow row) {
    return Problem.error(
        Place.file(row.place().file()),
        "",
        row.table(),
        LocalizedText.of("认不出这是哪一张表", "It cannot be told which table this is"),
        LocalizedText.of(
            "请按表命名文件（如 records.csv），或试读后在“指定列”页上逐列指定；用命令导入的，填好报告文件夹里的 mapping.csv，放进 mappings 后用它导入",
            "Name the file for its table (records.csv), or map its columns on a page after a dry run;"
                + " with the command, fill in mapping.csv beside the report, put it into the folder"
                + " mappings, and import with it"));
  }

  private static Settled await(Future<Settled> row) {
    try {
      return row.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while reading rows", interrupted);
    }
  }

  private String digest() {
    return survey.digest() + " " + order.publish() + " " + order.dryRun();
  }

  private Map<EntityType, Long> acceptedByType() {
    Map<EntityType, Long> counts = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      if (accepted[type.ordinal()] > 0) {
        counts.put(type, accepted[type.ordinal()]);
      }
    }
    return counts;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    acceptedByType().forEach((type, count) -> counts.put(type.name(), count));
    counts.put("created", saver.created());
    counts.put("updated", saver.updated());
    counts.put("rejected", report.rejected());
    counts.put("errors", report.errors());
    counts.put("warnings", report.warnings());
    return counts;
  }

  private void resume(Map<String, Long> counts) {
    for (EntityType type : EntityType.values()) {
      accepted[type.ordinal()] = counts.getOrDefault(type.name(), 0L);
    }
    saver.resume(counts.get("created"), counts.get("updated"));
    report.resume(counts);
  }

  @Override
  public void close() throws IOException {
    chunk.forEach(each -> each.cancel(false));
    end(workers);
    end(saving);
    stream.close();
    report.close();
  }

  private static void end(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_PATIENCE, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
