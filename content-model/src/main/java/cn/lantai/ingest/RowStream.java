package cn.lantai.ingest;

import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.mapping.SeenTables;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of all sources as rows of our tables, numbered from 0 in an order that is the same each
 * time.
 */
final class RowStream implements AutoCloseable {

  private final List<Source> sources;
  private final Mapper mapper;
  private final List<Problem> refused = new ArrayList<>();
  private final SeenTables seen = new SeenTables();

  RowStream(List<Source> sources, Mapper mapper) {
    this.sources = new ArrayList<>(sources);
    this.mapper = mapper;
  }

  /** Takes the rows. */
  interface Reader {

    /**
     * @param number not counted for rows of part tables, which get -1
     */
    void row(int number, Mapper.Mapped mapped, SourceRow origin) throws IOException;

    /** A row of a table that is none of ours, and is not mapped. */
    default void unknown(SourceRow origin) throws IOException {}

    /**
     * @param next the number of the row that comes after it
     */
    default void problem(int next, Problem problem) throws IOException {}
  }

  /** A source was refused, and will not be read again; what was read does not count. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  void read(Reader reader) throws IOException {
    int[] next = new int[1];
    for (Source source : List.copyOf(sources)) {
      try {
        source.read(new Numbering(source, reader, next));
      } catch (UnreadableSourceException unreadable) {
        sources.remove(source);
        source.close();
        refused.add(unreadable.problem());
        throw new RefusedException();
      }
    }
  }

  /** Why sources were refused as a whole. */
  List<Problem> refused() {
    return refused;
  }

  /** The tables that were read so far, as they came. */
  SeenTables seen() {
    return seen;
  }

  Mapper mapper() {
    return mapper;
  }

  @Override
  public void close() throws IOException {
    for (Source source : sources) {
      source.close();
    }
  }

  private final class Numbering implements Source.Sink {

    private final boolean foreign;
    private final Reader reader;
    private final int[] next;

    Numbering(Source source, Reader reader, int[] next) {
      this.foreign = source.hasForeignColumns();
      this.reader = reader;
      this.next = next;
    }

    @Override
    public void row(SourceRow row) throws IOException {
      if (foreign) {
        seen.note(row);
      }
      List<Mapper.Mapped> rows = mapper.map(row);
      for (Mapper.Mapped mapped : rows) {
        reader.row(mapped.target().part().isPresent() ? -1 : next[0]++, mapped, row);
      }
      if (rows.isEmpty()) {
        reader.unknown(row);
      }
    }

    @Override
    public void problem(Problem problem) throws IOException {
      reader.problem(next[0], problem);
    }
  }
}
