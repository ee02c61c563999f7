package cn.lantai.server.runtime;

import cn.lantai.entity.LocalizedText;
import java.util.Optional;

/**
 * A kind of work that is done in the background. Every CDI bean of this type is found by its name.
 */
public interface JobKind {

  /** Stored with each job, so it never changes: "ingest". */
  String name();

  /** What curators call it. */
  LocalizedText title();

  /** Jobs of one lane run one after the other, those of different lanes side by side. */
  enum Lane {
    /** What curators ask for. */
    CURATION,
    /** What only looks, and somebody waits for. */
    PREVIEW,
    /** What keeps the system safe, and must not wait for a long import. */
    UPKEEP
  }

  default Lane lane() {
    return Lane.CURATION;
  }

  /** Where who asked for a job sees how it stands; empty if nobody asks for this kind. */
  default Optional<String> page(long job) {
    return Optional.empty();
  }

  /**
   * Does the work. May be called again for a job that was interrupted at any moment, by a stop or
   * by the death of the process; so it looks at what is there and does only what is missing.
   *
   * <p>An exception fails the job; its message is shown to the curator.
   */
  void run(JobContext context) throws Exception;
}
