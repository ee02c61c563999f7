package cn.lantai.server.bulk;

import java.util.Arrays;
import java.util.Optional;

/** The three kinds of jobs; each goes on from one of the kind before. */
public enum BulkKind {
  /** Looks at what a change would come to, and writes nothing. */
  PREVIEW("bulk-preview"),
  /** Makes the change in the versions that were looked at. */
  EDIT("bulk-edit"),
  /** Puts back what was there before, where nobody has changed it since. */
  UNDO("bulk-undo");

  private final String job;

  BulkKind(String job) {
    this.job = job;
  }

  /** The name of the kind of job, which is stored. */
  String job() {
    return job;
  }

  /** What goes on from one; an undoing can be undone. */
  BulkKind next() {
    return this == PREVIEW ? EDIT : UNDO;
  }

  static Optional<BulkKind> ofJob(String job) {
    return Arrays.stream(values()).filter(kind -> kind.job.equals(job)).findFirst();
  }
}
