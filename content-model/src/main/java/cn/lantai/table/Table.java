package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A table that has one row for each entity, and the tables whose rows are parts of these entities.
 * Reading what was written gives an equal graph.
 *
 * @param file its name, such as {@code records.csv}
 * @param own the entity that a row is about; what is wrong with the row's key is noted on the row
 * @param code the reference code (档号) that a row gives to the entity, found before it is read
 */
public record Table(
    String file,
    List<Column> columns,
    List<Part> parts,
    Function<Row, Optional<EntityIri>> own,
    BiFunction<EntityIri, Row, Optional<String>> code,
    Reader reader,
    Writer writer) {

  public Table {
    columns = List.copyOf(columns);
    parts = List.copyOf(parts);
  }

  /** The column that a heading means, in whatever words. */
  public static Optional<Column> column(List<Column> columns, String heading) {
    return columns.stream().filter(column -> column.isCalled(heading)).findFirst();
  }

  /** A table without parts. */
  Table(
      String file,
      List<Column> columns,
      Function<Row, Optional<EntityIri>> own,
      Reader reader,
      Writer writer) {
    this(file, columns, List.of(), own, reader, writer);
  }

  /** A table in which the reference code has a column. */
  Table(
      String file,
      List<Column> columns,
      List<Part> parts,
      Function<Row, Optional<EntityIri>> own,
      Reader reader,
      Writer writer) {
    this(file, columns, parts, own, (iri, row) -> row.get(Tables.CODE), reader, writer);
  }

  /**
   * A table whose rows say more about the entities of another one.
   *
   * @param owner the column with the key of the entity
   */
  public record Part(String file, String owner, List<Column> columns) {

    public Part {
      columns = List.copyOf(columns);
    }
  }

  /** Makes a candidate of rows; what is wrong with them is noted on the rows. */
  @FunctionalInterface
  public interface Reader {

    /**
     * @param row the entity's own row
     * @param parts the rows of the part tables that belong to it, by file
     */
    Candidate read(EntityIri iri, Row row, Map<String, List<Row>> parts, Surroundings surroundings);
  }

  /** Writes an entity of this table: its own row first, then those of its parts in their order. */
  @FunctionalInterface
  public interface Writer {
    List<Cells> write(EntityGraph graph);
  }

  /** What a row needs to know of things beside the tables. */
  public interface Surroundings {

    /** No images, and nothing that is closed: enough to read a row for what it says itself. */
    Surroundings NONE = knowing(Optional.empty());

    /** The same, for the entity that was described like this before. */
    static Surroundings after(EntityGraph before) {
      return knowing(Optional.of(before));
    }

    private static Surroundings knowing(Optional<EntityGraph> before) {
      return new Surroundings() {
        @Override
        public Optional<PageImage.Content> image(Row row) {
          return Optional.empty();
        }

        @Override
        public boolean isOpen(EntityIri record) {
          return true;
        }

        @Override
        public Optional<EntityGraph> before(EntityIri entity) {
          return before;
        }
      };
    }

    /** The stored image that the row names; empty if it cannot be read. */
    Optional<PageImage.Content> image(Row row);

    /** The stored recording that the row names; empty if it cannot be played. */
    default Optional<Recording.Content> recording(Row row) {
      return Optional.empty();
    }

    /** The text of the file of captions that a cell names; empty if there is none to be had. */
    default Optional<String> captions(Row row, String column, String name) {
      return Optional.empty();
    }

    /** Whether the record may become public. */
    boolean isOpen(EntityIri record);

    /**
     * Whether the rows of a part table are all that is to be said there; if not, what was said
     * before goes on holding.
     */
    default boolean brings(Part part) {
      return true;
    }

    /** How the entity was described before. */
    default Optional<EntityGraph> before(EntityIri entity) {
      return Optional.empty();
    }
  }
}
