package cn.lantai.server.runtime;

import cn.lantai.entity.LocalizedText;

/**
 * A kind of work that is done in the background. Every CDI bean of this type is found by its name.
 */
public interface JobKind {

  /** Stored with each job, so it never changes: "ingest". */
  String name();

  /** What curators call it. */
  LocalizedText title();

  /**
   * Does the work. May be called again for a job that was interrupted at any moment, by a stop or
   * by the death of the process; so it looks at what is there and does only what is missing.
   *
   * <p>An exception fails the job; its message is shown to the curator.
   */
  void run(JobContext context) throws Exception;
}
