package cn.lantai.ingest;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Entry;
import cn.lantai.media.Ingested;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PageImage;
import cn.lantai.media.UnreadableImageException;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.table.Candidate;
import cn.lantai.table.Problem;
import cn.lantai.table.Row;
import cn.lantai.theme.Scheme;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes in a folder of catalogue tables and a folder of images. Rows that cannot be taken in are
 * reported and the others loaded; an image that cannot be read is reported and its page marked. To
 * resume after a crash, run it again: what is there already is not written twice.
 */
public final class CatalogueIngest {

  private static final int BATCH = 200;

  private final Curation curation;
  private final MediaStore media;
  private final Predicate<EntityIri> alreadyThere;

  /** Told how far the work is, from one thread at a time. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long of, LocalizedText step);
  }

  /**
   * @param alreadyThere whether the journal holds a version of an entity
   */
  public CatalogueIngest(Curation curation, MediaStore media, Predicate<EntityIri> alreadyThere) {
    this.curation = curation;
    this.media = media;
    this.alreadyThere = alreadyThere;
  }

  /**
   * @param publish whether what is open is published as well
   * @throws IOException if the media store cannot be written
   */
  public IngestReport run(
      Path tables, Path images, boolean publish, Author author, Progress progress)
      throws IOException {
    Map<String, PageImage.Content> contents = new ConcurrentHashMap<>();
    Catalogue catalogue =
        Catalogue.read(
            tables, alreadyThere, row -> Optional.ofNullable(contents.get(fileName(row))));
    List<Problem> imageProblems = storeImages(catalogue, images, contents, progress);
    List<EntityGraph> graphs = describe(catalogue);
    long written = save(graphs, author, progress);
    if (publish) {
      written += publish(catalogue, author, progress);
    }
    List<Problem> problems = new ArrayList<>(catalogue.problems());
    problems.addAll(imageProblems);
    problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::row));
    return new IngestReport(catalogue.rowCount(), count(catalogue), written, problems);
  }

  /** Decoding takes a core, so as many images are worked on at once as there are cores. */
  private List<Problem> storeImages(
      Catalogue catalogue, Path folder, Map<String, PageImage.Content> contents, Progress progress)
      throws IOException {
    List<Row> rows =
        catalogue.candidates().stream()
            .filter(candidate -> candidate.iri().type() == EntityType.IMAGE)
            .map(Candidate::row)
            .toList();
    List<Problem> problems = new ArrayList<>();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Optional<Problem>>> results = new ArrayList<>();
      for (Row row : rows) {
        results.add(workers.submit(() -> storeImage(row, folder, contents)));
      }
      long done = 0;
      for (Future<Optional<Problem>> result : results) {
        await(result).ifPresent(problems::add);
        progress.at(++done, rows.size(), LocalizedText.of("存入图像", "Storing images"));
      }
    } finally {
      workers.shutdownNow();
    }
    return problems;
  }

  private static Optional<Problem> await(Future<Optional<Problem>> result) throws IOException {
    try {
      return result.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException unwritable) {
        throw unwritable;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while storing images");
    }
  }

  private Optional<Problem> storeImage(
      Row row, Path folder, Map<String, PageImage.Content> contents) throws IOException {
    String name = fileName(row);
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      return Optional.of(
          imageProblem(
              row,
              LocalizedText.of("找不到图像文件", "The image file is not there"),
              LocalizedText.of(
                  "请把文件放进图像文件夹，文件名与表中一致", "Put it into the image folder under this name")));
    }
    try {
      Ingested stored = media.ingest(file);
      contents.put(name, new PageImage.Content(stored.digest(), stored.width(), stored.height()));
      return Optional.empty();
    } catch (UnreadableImageException broken) {
      return Optional.of(
          imageProblem(
              row,
              LocalizedText.of("图像无法读取：" + broken.reason(), broken.reason()),
              LocalizedText.of("请重新扫描或导出这一页", "Scan or export the page again")));
    }
  }

  private static Problem imageProblem(Row row, LocalizedText reason, LocalizedText remedy) {
    return new Problem(row.file(), row.number(), "图像", fileName(row), reason, remedy);
  }

  private static String fileName(Row row) {
    return row.get("图像").orElse("");
  }

  /** The graphs of all candidates that satisfy the profile; the others are kept out. */
  private List<EntityGraph> describe(Catalogue catalogue) {
    Map<EntityIri, EntityGraph> graphs = new LinkedHashMap<>();
    for (Candidate candidate : catalogue.candidates()) {
      candidate.describe().ifPresent(graph -> graphs.put(candidate.iri(), graph));
      Optional.ofNullable(graphs.get(candidate.iri()))
          .ifPresent(
              graph ->
                  curation.check(graph).forEach(violation -> note(violation, candidate.row())));
    }
    catalogue.keepOutUnsound();
    return Stream.concat(
            Arrays.stream(Scheme.values()).map(Scheme::toGraph),
            catalogue.candidates().stream().map(candidate -> graphs.get(candidate.iri())))
        .toList();
  }

  private static void note(Violation violation, Row row) {
    row.problem(
        "",
        "",
        LocalizedText.of(violation.zh(), violation.en()),
        LocalizedText.of("请改正本行", "Correct the row"));
  }

  private long save(List<EntityGraph> graphs, Author author, Progress progress) {
    long written = 0;
    for (int from = 0; from < graphs.size(); from += BATCH) {
      List<EntityGraph> batch = graphs.subList(from, Math.min(graphs.size(), from + BATCH));
      written += curation.save(batch, author).size();
      progress.at(
          from + batch.size(), graphs.size(), LocalizedText.of("写入著录", "Saving descriptions"));
    }
    return written;
  }

  private long publish(Catalogue catalogue, Author author, Progress progress) {
    List<EntityIri> open =
        Stream.concat(
                Arrays.stream(Scheme.values()).map(Scheme::iri),
                catalogue.candidates().stream().filter(Candidate::open).map(Candidate::iri))
            .toList();
    long written = 0;
    for (int from = 0; from < open.size(); from += BATCH) {
      Collection<EntityIri> batch = open.subList(from, Math.min(open.size(), from + BATCH));
      List<Entry> rows = curation.publish(batch, author);
      written += rows.size();
      progress.at(from + batch.size(), open.size(), LocalizedText.of("发布", "Publishing"));
    }
    return written;
  }

  private static Map<EntityType, Long> count(Catalogue catalogue) {
    Map<EntityType, Long> counts = new EnumMap<>(EntityType.class);
    catalogue
        .candidates()
        .forEach(candidate -> counts.merge(candidate.iri().type(), 1L, Long::sum));
    return counts;
  }
}
