package cn.lantai.ingest;

import cn.lantai.curation.Curation;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Journal;
import cn.lantai.media.MediaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Takes in what others wrote. Rows that cannot be taken in are reported and the others loaded; to
 * resume after a crash, run the same import again with the same folder for its report.
 */
public final class Importer {

  private final Journal journal;
  private final Curation curation;
  private final MediaStore media;
  private final Mappings mappings;
  private final ThreadFactory threads;

  /**
   * @param threads makes the threads that work beside the calling one
   */
  public Importer(
      Journal journal,
      Curation curation,
      MediaStore media,
      Mappings mappings,
      ThreadFactory threads) {
    this.journal = journal;
    this.curation = curation;
    this.media = media;
    this.mappings = mappings;
    this.threads = threads;
  }

  /** An importer with threads of its own, for programs without a container. */
  public Importer(Journal journal, Curation curation, MediaStore media, Mappings mappings) {
    this(journal, curation, media, mappings, Executors.defaultThreadFactory());
  }

  /**
   * @param folder where the report goes, and what is needed to resume; of this import alone
   * @throws IOException if the report or the media store cannot be written
   */
  public IngestReport run(ImportOrder order, Path folder, Progress progress) throws IOException {
    Existing existing = Existing.in(journal);
    try (Import run =
        new Import(order, folder, progress, existing, curation, media, mappings, threads)) {
      return run.run();
    }
  }
}
