package cn.lantai.ingest;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Hierarchy;
import cn.lantai.hierarchy.Objection;
import cn.lantai.hierarchy.Standing;
import cn.lantai.ingest.source.KeyTable;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Row;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an import puts above itself, among its rows and over what was there before. Holds what
 * stands above what, not rows.
 */
final class Misplacements {

  /** Nothing stands above others by these; and there are many of them. */
  private static final Set<EntityType> LEAVES =
      Set.of(EntityType.RECORD, EntityType.IMAGE, EntityType.RECORDING);

  /** A row in which all of these are empty puts nothing above anything. */
  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(Hierarchy.values()).map(Hierarchy::column),
              // The scheme of a theme decides what may be above it.
              Stream.of("体系", GraphTable.TRIPLES))
          .distinct()
          .toList();

  private final Standing standing;
  private final Function<EntityIri, Optional<EntityIri>> meant;
  private final Set<EntityIri> placed = new HashSet<>();
  private final Map<EntityIri, List<Objection>> found = new HashMap<>();

  /**
   * @param meant what a key means of which there was something before
   */
  Misplacements(Standing standing, Function<EntityIri, Optional<EntityIri>> meant) {
    this.standing = standing;
    this.meant = meant;
  }

  /** Takes the own row of an entity. */
  void take(Table table, EntityIri iri, Row row) {
    if (!LEAVES.contains(iri.type())
        && COLUMNS.stream().anyMatch(column -> row.get(column).isPresent())) {
      describe(table, iri, row, Map.of());
    }
  }

  /** Looks at all that was taken, and at the rows of parts. */
  void find(Survey survey) {
    standing.replace(survey::declares);
    for (Table table : Tables.ALL) {
      for (Table.Part part : table.parts()) {
        survey.parts(part).forEach((owner, rows) -> takeParts(table, part, owner, rows, survey));
      }
    }
    for (EntityIri entity : placed) {
      List<Objection> objections = standing.objections(entity, each -> name(each, survey));
      if (!objections.isEmpty()) {
        found.put(entity, objections);
      }
    }
  }

  List<Objection> of(EntityIri entity) {
    return found.getOrDefault(entity, List.of());
  }

  private void takeParts(
      Table table, Table.Part part, String owner, List<Survey.PartRow> rows, Survey survey) {
    boolean relations = part.columns().stream().anyMatch(column -> column.isCalled("关系"));
    if (relations && !rows.isEmpty()) {
      Row own = new Row(rows.get(0).row().place(), Map.of("键", owner));
      table
          .own()
          .apply(own)
          .filter(survey::declares)
          .ifPresent(
              iri ->
                  describe(
                      table,
                      iri,
                      own,
                      Map.of(part.file(), rows.stream().map(Survey.PartRow::row).toList())));
    }
  }

  private void describe(Table table, EntityIri iri, Row row, Map<String, List<Row>> rows) {
    Map<String, List<Row>> parts =
        table.parts().stream()
            .collect(
                Collectors.toMap(
                    Table.Part::file,
                    part ->
                        rows.getOrDefault(part.file(), List.of()).stream()
                            .map(this::afresh)
                            .toList()));
    graph(table, iri, afresh(row), parts)
        .ifPresent(
            graph -> {
              standing.put(graph);
              placed.add(iri);
            });
  }

  /** What is wrong with the rows is left for the second reading. */
  private static Optional<EntityGraph> graph(
      Table table, EntityIri iri, Row row, Map<String, List<Row>> parts) {
    try {
      return table.reader().read(iri, row, parts, Table.Surroundings.NONE).describe();
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private Row afresh(Row row) {
    return row.afresh().meaning(entity -> meant.apply(entity).or(() -> Optional.of(entity)));
  }

  private static String name(EntityIri entity, Survey survey) {
    int row = survey.rowOf(entity);
    return row == KeyTable.NONE ? entity.key() : entity.key() + "（" + survey.place(row) + "）";
  }
}
