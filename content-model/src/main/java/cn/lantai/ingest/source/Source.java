package cn.lantai.ingest.source;

import cn.lantai.table.Problem;
import java.io.Closeable;
import java.io.IOException;

/** A file or a folder that rows come from. */
public interface Source extends Closeable {

  /** The name of the file, as reports call it. */
  String name();

  /** Whether its tables may have columns of others, which can be mapped to ours. */
  default boolean hasForeignColumns() {
    return false;
  }

  /**
   * Reads all rows, in order, on the calling thread. Each call gives the same rows.
   *
   * @throws UnreadableSourceException if the source is refused as a whole; rows may have been given
   *     before that was seen
   */
  void read(Sink sink) throws IOException;

  /** Lets go of what was kept for further readings. */
  @Override
  default void close() throws IOException {}

  /** Takes what a source gives. */
  interface Sink {

    void row(SourceRow row) throws IOException;

    /** Something to be reported that belongs to no row. */
    void problem(Problem problem) throws IOException;
  }
}
