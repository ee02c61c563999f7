package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.table.Candidate;
import cn.lantai.table.Problem;
import cn.lantai.table.Row;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tables of one folder, read into candidates. What a row refers to may stand in the same folder
 * or be there already.
 */
final class Catalogue implements Table.Surroundings {

  private final Path folder;
  private final Predicate<EntityIri> alreadyThere;
  private final Function<Row, Optional<PageImage.Content>> imageContent;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<EntityIri, Row> declared = new LinkedHashMap<>();
  private final Map<EntityIri, Candidate> candidates = new LinkedHashMap<>();
  private long rowCount;

  private Catalogue(
      Path folder,
      Predicate<EntityIri> alreadyThere,
      Function<Row, Optional<PageImage.Content>> imageContent) {
    this.folder = folder;
    this.alreadyThere = alreadyThere;
    this.imageContent = imageContent;
  }

  /**
   * @param alreadyThere whether the journal holds an entity
   * @param imageContent stores the image that a row of images.csv names
   */
  static Catalogue read(
      Path folder,
      Predicate<EntityIri> alreadyThere,
      Function<Row, Optional<PageImage.Content>> imageContent) {
    Catalogue catalogue = new Catalogue(folder, alreadyThere, imageContent);
    catalogue.read();
    catalogue.keepOutUnsound();
    return catalogue;
  }

  /** In the order of the tables: what is referred to comes first, on the whole. */
  List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  List<Problem> problems() {
    return problems;
  }

  long rowCount() {
    return rowCount;
  }

  private void read() {
    Map<Table, List<Row>> rows = new LinkedHashMap<>();
    for (Table table : Tables.ALL) {
      rows.put(table, declare(table));
    }
    reportSharedCodes(rows.values());
    rows.forEach(this::candidatesOf);
  }

  /** Reads a table and notes which entities it has; rows without a usable key stay behind. */
  private List<Row> declare(Table table) {
    List<Row> usable = new ArrayList<>();
    for (Row row : rows(table.file())) {
      Optional<EntityIri> iri = table.own().apply(row);
      if (iri.isPresent() && declared.putIfAbsent(iri.get(), row) != null) {
        row.problem(
            "键",
            iri.get().key(),
            LocalizedText.of("键重复", "The key occurs twice"),
            LocalizedText.of(
                "与第 " + declared.get(iri.get()).number() + " 行相同，请改用另一个键",
                "Row " + declared.get(iri.get()).number() + " has it too; choose another"));
      }
      if (iri.isEmpty() || row.hasProblems()) {
        problems.addAll(row.problems());
      } else {
        usable.add(row);
      }
    }
    return usable;
  }

  private List<Row> rows(String file) {
    List<Row> rows = CsvTable.read(folder.resolve(file), problems);
    rowCount += rows.size();
    Predicate<EntityIri> known = iri -> declared.containsKey(iri) || alreadyThere.test(iri);
    rows.forEach(row -> row.resolvingWith(known));
    return rows;
  }

  /** The rows of a part table, by the entity that they are parts of. */
  private Map<EntityIri, List<Row>> partsOf(Table.Part part, List<Row> wholes) {
    Set<Row> rows = new HashSet<>(wholes);
    Map<String, EntityIri> byKey =
        declared.entrySet().stream()
            .filter(entry -> rows.contains(entry.getValue()))
            .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getKey));
    Map<EntityIri, List<Row>> parts = new HashMap<>();
    for (Row row : rows(part.file())) {
      EntityIri whole = byKey.get(row.required(part.owner()));
      if (whole == null) {
        row.problem(
            part.owner(),
            row.get(part.owner()).orElse(""),
            LocalizedText.of("所属条目不在表中", "The entry that this row belongs to is not there"),
            LocalizedText.of("请改正键，或先补上那一条", "Correct the key, or add that entry"));
        problems.addAll(row.problems());
      } else {
        parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(row);
      }
    }
    return parts;
  }

  private void reportSharedCodes(Collection<List<Row>> tables) {
    Map<String, Row> seen = new HashMap<>();
    for (List<Row> table : tables) {
      for (Row row : table) {
        String code = row.get("档号").orElse("");
        Row other = code.isEmpty() ? null : seen.putIfAbsent(code, row);
        if (other != null) {
          row.problem(
              "档号",
              code,
              LocalizedText.of("档号重复", "The reference code occurs twice"),
              LocalizedText.of(
                  other.file() + " 第 " + other.number() + " 行已用此档号，请核对",
                  "Row " + other.number() + " of " + other.file() + " has it too"));
        }
      }
    }
  }

  private void candidatesOf(Table table, List<Row> rows) {
    Map<Row, EntityIri> iris = new HashMap<>();
    declared.forEach((iri, row) -> iris.put(row, iri));
    Map<Table.Part, Map<EntityIri, List<Row>>> parts = new LinkedHashMap<>();
    table.parts().forEach(part -> parts.put(part, partsOf(part, rows)));
    for (Row row : rows) {
      EntityIri iri = iris.get(row);
      Map<String, List<Row>> own = new HashMap<>();
      parts.forEach((part, byOwner) -> own.put(part.file(), byOwner.getOrDefault(iri, List.of())));
      Candidate candidate = table.reader().read(iri, row, own, this);
      candidates.put(candidate.iri(), candidate);
    }
  }

  @Override
  public Optional<PageImage.Content> image(Row row) {
    return imageContent.apply(row);
  }

  @Override
  public boolean isOpen(EntityIri record) {
    return Optional.ofNullable(candidates.get(record)).map(Candidate::open).orElse(true);
  }

  /** Takes out candidates with problems, and then those that need them, until all is sound. */
  void keepOutUnsound() {
    Set<EntityIri> out = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Candidate candidate : List.copyOf(candidates.values())) {
        noteReferencesTo(out, candidate);
        if (candidate.hasProblems()) {
          keepOut(candidate);
          out.add(candidate.iri());
          changed = true;
        }
      }
    }
  }

  private void noteReferencesTo(Set<EntityIri> out, Candidate candidate) {
    for (Row row : candidate.rows()) {
      for (Row.Reference reference : row.references()) {
        if (out.contains(reference.target()) && !alreadyThere.test(reference.target())) {
          row.keptOutBecauseOf(reference);
        }
      }
    }
  }

  private void keepOut(Candidate candidate) {
    candidates.remove(candidate.iri());
    candidate.rows().forEach(row -> problems.addAll(row.problems()));
  }
}
