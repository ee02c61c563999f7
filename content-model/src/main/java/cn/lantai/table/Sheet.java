package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * One entity as a form shows it: the cells of its own row in the table of its type, and the rows of
 * its parts. So a form has the columns, the rules and the messages of the tables.
 *
 * @param own the cells by heading, without that of the key; what is not there is empty
 * @param parts the rows of each part table, by file, without the cells that say whose they are
 */
public record Sheet(
    EntityIri entity, Map<String, String> own, Map<String, List<Map<String, String>>> parts) {

  /** What has a form: what is curated has an editor of its own. */
  public static final Set<EntityType> TYPES =
      EnumSet.of(
          EntityType.RECORD_SET,
          EntityType.RECORD,
          EntityType.PERSON,
          EntityType.ORGANISATION,
          EntityType.FAMILY,
          EntityType.PLACE,
          EntityType.EVENT,
          EntityType.THEME,
          EntityType.SCHEME,
          EntityType.SOURCE,
          EntityType.LOAN,
          EntityType.IMAGE,
          EntityType.RECORDING);

  /** The column of the key, which a form does not let anybody change. */
  public static final String KEY = "键";

  /** Columns that only say which entity or file a row is about. */
  private static final Set<String> NAMES =
      Set.of(KEY, ImageTable.IMAGE, RecordingTable.RECORDING, ImageTable.FILE);

  /** The column that counts the rows of a part. */
  private static final String NUMBER = "序";

  public Sheet {
    own = filled(own);
    Map<String, List<Map<String, String>>> copy = new LinkedHashMap<>();
    parts.forEach(
        (file, rows) ->
            copy.put(
                file, rows.stream().map(Sheet::filled).filter(row -> !row.isEmpty()).toList()));
    copy.values().removeIf(List::isEmpty);
    parts = Map.copyOf(copy);
  }

  /**
   * What came of reading a sheet.
   *
   * @param graph empty if something keeps it out
   * @param problems each at its place: the file of the own row or of a part, and the number of the
   *     row in it, from 1
   * @param mentions what the cells refer to, as far as it is known
   */
  public record Reading(
      Optional<EntityGraph> graph, List<Problem> problems, List<Mention> mentions) {}

  /** That a cell refers to something. */
  public record Mention(Place place, String column, EntityIri target) {}

  /**
   * Whether something of this type may begin with a form: pages and recordings come with their
   * files, loans by their manifests.
   */
  public static boolean mayBegin(EntityType type) {
    return TYPES.contains(type) && !type.isDigital() && type != EntityType.LOAN;
  }

  public static Sheet empty(EntityIri entity) {
    return new Sheet(entity, Map.of(), Map.of());
  }

  /**
   * @throws RuntimeException if the graph is not of the form of its type
   */
  public static Sheet of(EntityGraph graph) {
    Table table = table(graph.iri());
    List<Cells> rows = table.writer().write(graph);
    Map<String, List<Map<String, String>>> parts = new HashMap<>();
    for (Table.Part part : table.parts()) {
      parts.put(
          part.file(),
          rows.stream()
              .skip(1)
              .filter(cells -> cells.file().equals(part.file()))
              .map(cells -> plain(cells.values(), columns(part)))
              .toList());
    }
    return new Sheet(graph.iri(), plain(rows.get(0).values(), columns(table)), parts);
  }

  /** The columns that a form has a field for. */
  public static List<Column> columns(Table table) {
    return table.columns().stream().filter(column -> !NAMES.contains(column.heading())).toList();
  }

  /** The columns that a form has a field for in each row of a part. */
  public static List<Column> columns(Table.Part part) {
    return part.columns().stream()
        .filter(column -> !column.heading().equals(part.owner()))
        .filter(column -> !column.heading().equals(NUMBER))
        .toList();
  }

  private static Map<String, String> plain(Map<String, String> cells, List<Column> columns) {
    Map<String, String> texts = new HashMap<>();
    for (Column column : columns) {
      String cell = cells.get(column.heading());
      if (cell != null) {
        texts.put(column.heading(), CellText.plain(cell));
      }
    }
    return texts;
  }

  /**
   * @param meant what a key means; empty if there is no such thing
   */
  public Reading read(
      Function<EntityIri, Optional<EntityIri>> meant, Table.Surroundings surroundings) {
    Table table = table(entity);
    Row row = row(table.file(), 1, own, Map.of(KEY, entity.key()), meant);
    Map<String, List<Row>> rows = new HashMap<>();
    for (Table.Part part : table.parts()) {
      List<Row> ofPart = new ArrayList<>();
      for (Map<String, String> cells : parts.getOrDefault(part.file(), List.of())) {
        Map<String, String> given = new HashMap<>();
        given.put(part.owner(), entity.key());
        given.put(NUMBER, Integer.toString(ofPart.size() + 1));
        ofPart.add(row(part.file(), ofPart.size() + 1, cells, given, meant));
      }
      rows.put(part.file(), ofPart);
    }
    Candidate candidate = table.reader().read(entity, row, rows, surroundings);
    Optional<EntityGraph> graph = candidate.hasErrors() ? Optional.empty() : candidate.describe();
    List<Row> all = new ArrayList<>(List.of(row));
    rows.values().forEach(all::addAll);
    return new Reading(
        graph,
        all.stream().flatMap(each -> each.problems().stream()).toList(),
        all.stream().flatMap(each -> mentions(each)).toList());
  }

  private static Stream<Mention> mentions(Row row) {
    return row.references().stream()
        .map(each -> new Mention(row.place(), each.column(), each.target()));
  }

  private static Row row(
      String file,
      int number,
      Map<String, String> texts,
      Map<String, String> given,
      Function<EntityIri, Optional<EntityIri>> meant) {
    Map<String, String> cells = new HashMap<>();
    texts.forEach((heading, text) -> cells.put(heading, CellText.guarded(text)));
    cells.putAll(given);
    return new Row(Place.row(file, number), cells).meaning(meant);
  }

  /**
   * What a graph says that its sheet does not carry, and that stays as it is when the sheet is
   * edited. Empty if that cannot be: it speaks of parts that the form may change.
   */
  public static Optional<Set<Triple>> beside(EntityGraph graph) {
    Optional<EntityGraph> carried =
        of(graph).read(Optional::of, Table.Surroundings.after(graph)).graph();
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    Set<Triple> rest = new HashSet<>(graph.triples());
    rest.removeAll(carried.get().triples());
    Set<Node> changing =
        carried.get().triples().stream()
            .map(Triple::getSubject)
            .filter(subject -> !subject.getURI().equals(graph.iri().uri()))
            .collect(Collectors.toSet());
    boolean apart =
        rest.stream()
            .noneMatch(
                triple ->
                    changing.contains(triple.getSubject())
                        || changing.contains(triple.getObject()));
    return apart ? Optional.of(rest) : Optional.empty();
  }

  private static Table table(EntityIri entity) {
    return Tables.of(entity.type());
  }

  private static Map<String, String> filled(Map<String, String> cells) {
    Map<String, String> filled = new HashMap<>();
    cells.forEach(
        (heading, text) -> {
          if (!text.isBlank()) {
            filled.put(heading, CellText.trimmed(text));
          }
        });
    return Map.copyOf(filled);
  }
}
