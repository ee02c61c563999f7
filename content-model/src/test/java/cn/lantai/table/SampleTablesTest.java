package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.theme.BuiltInSchemes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The authority tables of the sample holdings, as they stand in the sources. */
class SampleTablesTest {

  private static final Path FOLDER = Path.of("../media-samples/src/main/catalogue");

  private static final List<Table> AUTHORITIES =
      List.of(
          AuthorityTables.SOURCES,
          AuthorityTables.SCHEMES,
          AuthorityTables.THEMES,
          AgentTables.ORGANISATIONS,
          AgentTables.FAMILIES,
          AuthorityTables.PLACES,
          AgentTables.PERSONS,
          AuthorityTables.EVENTS);

  @Test
  void everyRowIsSoundAndIsWrittenAsItWasRead() throws IOException {
    Set<EntityIri> known = known();
    for (Table table : AUTHORITIES) {
      Map<String, List<Cells>> written = new TreeMap<>();
      for (Candidate candidate : candidates(table, known)) {
        candidate
            .describe()
            .ifPresent(
                graph ->
                    table
                        .writer()
                        .write(graph)
                        .forEach(
                            cells ->
                                written
                                    .computeIfAbsent(cells.file(), file -> new ArrayList<>())
                                    .add(cells)));
        assertEquals(List.of(), RoundTrip.problems(candidate));
      }
      for (String file : files(table)) {
        assertEquals(
            rows(file).stream().map(SampleTablesTest::filled).collect(Collectors.joining("\n")),
            written.getOrDefault(file, List.of()).stream()
                .map(cells -> new TreeMap<>(cells.values()).toString())
                .collect(Collectors.joining("\n")),
            file);
      }
    }
  }

  private static List<String> files(Table table) {
    List<String> files = new ArrayList<>(List.of(table.file()));
    table.parts().forEach(part -> files.add(part.file()));
    return files;
  }

  private static Set<EntityIri> known() throws IOException {
    Set<EntityIri> known = new HashSet<>(BuiltInSchemes.graphs().keySet());
    for (Table table : Tables.ALL) {
      for (CSVRecord line : rows(table.file())) {
        table.own().apply(row(table.file(), line)).ifPresent(known::add);
      }
    }
    return known;
  }

  private static List<Candidate> candidates(Table table, Set<EntityIri> known) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Map<String, List<Row>>> parts = new TreeMap<>();
    for (Table.Part part : table.parts()) {
      Map<String, List<Row>> byOwner = new TreeMap<>();
      for (CSVRecord line : rows(part.file())) {
        Row row = row(part.file(), line).resolvingWith(known::contains);
        byOwner.computeIfAbsent(line.get(part.owner()), key -> new ArrayList<>()).add(row);
      }
      parts.put(part.file(), byOwner);
    }
    for (CSVRecord line : rows(table.file())) {
      Row row = row(table.file(), line).resolvingWith(known::contains);
      EntityIri iri = table.own().apply(row).orElseThrow();
      Map<String, List<Row>> own =
          parts.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry -> entry.getValue().getOrDefault(iri.key(), List.of())));
      candidates.add(table.reader().read(iri, row, own, Table.Surroundings.NONE));
    }
    return candidates;
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    try (CSVParser parser =
        CSVParser.parse(
            path,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  private static Row row(String file, CSVRecord line) {
    return new Row(Place.row(file, line.getRecordNumber() + 1), line.toMap());
  }

  private static String filled(CSVRecord line) {
    Map<String, String> cells = new TreeMap<>(line.toMap());
    cells.values().removeIf(String::isEmpty);
    return cells.toString();
  }
}
