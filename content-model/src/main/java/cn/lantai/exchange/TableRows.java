package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.table.Candidate;
import cn.lantai.table.Cells;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Place;
import cn.lantai.table.Row;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import cn.lantai.theme.BuiltInSchemes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns entities into rows of the tables. Each row is read back at once, as an import would: what
 * the table of its type does not carry whole goes into the table of graphs.
 */
final class TableRows implements Export.Visitor {

  private static final LocalizedText OTHER_FORMAT =
      LocalizedText.of("如需完整数据，请导出 RDF（nt、ttl、jsonld）", "Export RDF for the whole data");

  private final Export export;
  private final Sink sink;

  /** Takes the rows of one entity. */
  @FunctionalInterface
  interface Sink {
    void take(EntityIri entity, List<Cells> rows) throws IOException;
  }

  TableRows(Export export, Sink sink) {
    this.export = export;
    this.sink = sink;
  }

  @Override
  public void visit(EntityGraph entity) throws IOException {
    Optional<List<Cells>> rows = write(entity, export);
    if (rows.isPresent()) {
      sink.take(entity.iri(), rows.get());
    }
  }

  /**
   * The rows of an entity, its own first; empty if it cannot be written, which is reported, or if
   * every system has it as it is.
   */
  static Optional<List<Cells>> write(EntityGraph entity, Export export) {
    if (entity.equals(BuiltInSchemes.graphs().get(entity.iri()))) {
      return Optional.empty();
    }
    Optional<List<Cells>> rows =
        written(entity, Tables.of(entity.iri().type()), export)
            .or(() -> written(entity, GraphTable.GRAPHS, export));
    if (rows.isEmpty()) {
      export
          .report()
          .problem(
              entity.iri(),
              LocalizedText.of(
                  "数据不合现行著录规则，表格装不下", "Not of the form of the profile; no table carries it"),
              OTHER_FORMAT);
    }
    return rows;
  }

  /** Empty if the table does not carry the entity whole. */
  private static Optional<List<Cells>> written(EntityGraph entity, Table table, Export export) {
    try {
      List<Cells> rows = table.writer().write(entity);
      return readBack(entity, table, rows, export).filter(entity::equals).map(same -> rows);
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<EntityGraph> readBack(
      EntityGraph entity, Table table, List<Cells> written, Export export) {
    Set<EntityIri> referredTo = Export.references(entity);
    Predicate<EntityIri> known = iri -> referredTo.contains(iri) || export.holdings().has(iri);
    List<Row> rows =
        written.stream()
            .map(cells -> new Row(Place.file(cells.file()), cells.values()).resolvingWith(known))
            .toList();
    Map<String, List<Row>> parts =
        table.parts().stream()
            .collect(
                Collectors.toMap(
                    Table.Part::file,
                    part ->
                        rows.stream()
                            .filter(row -> row.place().file().equals(part.file()))
                            .toList()));
    Row own = rows.get(0);
    return table
        .own()
        .apply(own)
        .map(iri -> table.reader().read(iri, own, parts, new Surroundings(entity)))
        .filter(candidate -> !candidate.hasErrors())
        .flatMap(Candidate::describe);
  }

  /**
   * An image file or a recording stands beside the tables; its digest and size are known from the
   * graph.
   */
  private record Surroundings(EntityGraph entity) implements Table.Surroundings {

    @Override
    public Optional<PageImage.Content> image(Row row) {
      return entity.iri().type() == EntityType.IMAGE
          ? PageImage.of(entity).content()
          : Optional.empty();
    }

    @Override
    public Optional<Recording.Content> recording(Row row) {
      return entity.iri().type() == EntityType.RECORDING
          ? Recording.of(entity).content()
          : Optional.empty();
    }

    @Override
    public boolean isOpen(EntityIri record) {
      return true;
    }
  }
}
