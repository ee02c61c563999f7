package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tables of one folder, read into candidates. What a row refers to may stand in the same folder
 * or be there already.
 */
final class Catalogue {

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
    List<Row> sources = declare("sources.csv", row -> row.own(EntityType.SOURCE));
    List<Row> organisations = declare("organisations.csv", row -> row.own(EntityType.ORGANISATION));
    List<Row> places = declare("places.csv", row -> row.own(EntityType.PLACE));
    List<Row> persons = declare("persons.csv", row -> row.own(EntityType.PERSON));
    List<Row> events = declare("events.csv", row -> row.own(EntityType.EVENT));
    List<Row> themes = declare("themes.csv", row -> row.own(EntityType.THEME));
    List<Row> sets = declare("fonds.csv", row -> row.own(EntityType.RECORD_SET));
    List<Row> records = declare("records.csv", row -> row.own(EntityType.RECORD));
    List<Row> images = declare("images.csv", Catalogue::imageIri);
    List<Row> selections = declare("selections.csv", SelectionTables::own);
    reportSharedCodes(sets, records);

    Map<EntityIri, List<Row>> facts = partsOf("person_facts.csv", "人物", persons);
    Map<EntityIri, List<Row>> sections = partsOf("sections.csv", "专题", selections);
    Map<EntityIri, List<Row>> blocks = partsOf("blocks.csv", "专题", selections);

    candidatesOf(sources, AuthorityTables::source);
    candidatesOf(organisations, AuthorityTables::organisation);
    candidatesOf(places, AuthorityTables::place);
    candidatesOf(
        persons,
        (iri, row) -> AuthorityTables.person(iri, row, facts.getOrDefault(iri, List.of())));
    candidatesOf(events, AuthorityTables::event);
    candidatesOf(themes, AuthorityTables::theme);
    candidatesOf(sets, HoldingTables::recordSet);
    candidatesOf(records, HoldingTables::record);
    candidatesOf(
        images, (iri, row) -> HoldingTables.image(iri, row, showsOpenRecord(row), imageContent));
    candidatesOf(
        selections,
        (iri, row) ->
            SelectionTables.selection(
                iri,
                row,
                sections.getOrDefault(iri, List.of()),
                blocks.getOrDefault(iri, List.of())));
  }

  /** Reads a table and notes which entities it has; rows without a usable key stay behind. */
  private List<Row> declare(String file, Function<Row, Optional<EntityIri>> own) {
    List<Row> usable = new ArrayList<>();
    for (Row row : table(file)) {
      Optional<EntityIri> iri = own.apply(row);
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

  private List<Row> table(String file) {
    List<Row> rows = CsvTable.read(folder.resolve(file), problems);
    rowCount += rows.size();
    Predicate<EntityIri> known = iri -> declared.containsKey(iri) || alreadyThere.test(iri);
    rows.forEach(row -> row.resolvingWith(known));
    return rows;
  }

  private static Optional<EntityIri> imageIri(Row row) {
    String file = row.required("图像");
    String key = file.replaceFirst("\\.[A-Za-z]+$", "").toLowerCase(Locale.ROOT);
    if (!EntityIri.isKey(key)) {
      row.problem(
          "图像",
          file,
          LocalizedText.of("不是合用的文件名", "Not a usable file name"),
          LocalizedText.of("文件名只用字母、数字、点、连字符", "Use letters, digits, dots and hyphens only"));
      return Optional.empty();
    }
    return Optional.of(new EntityIri(EntityType.IMAGE, key));
  }

  /** The rows of a table that describe parts of entities of another table, by entity. */
  private Map<EntityIri, List<Row>> partsOf(String file, String column, List<Row> wholes) {
    Set<Row> rows = new HashSet<>(wholes);
    Map<String, EntityIri> byKey =
        declared.entrySet().stream()
            .filter(entry -> rows.contains(entry.getValue()))
            .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getKey));
    Map<EntityIri, List<Row>> parts = new HashMap<>();
    for (Row row : table(file)) {
      EntityIri whole = byKey.get(row.required(column));
      if (whole == null) {
        row.problem(
            column,
            row.get(column).orElse(""),
            LocalizedText.of("所属条目不在表中", "The entry that this row belongs to is not there"),
            LocalizedText.of("请改正键，或先补上那一条", "Correct the key, or add that entry"));
        problems.addAll(row.problems());
      } else {
        parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(row);
      }
    }
    return parts;
  }

  private void reportSharedCodes(List<Row> sets, List<Row> records) {
    Map<String, Row> seen = new HashMap<>();
    for (List<Row> table : List.of(sets, records)) {
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

  private void candidatesOf(List<Row> rows, BiFunction<EntityIri, Row, Candidate> reader) {
    Map<Row, EntityIri> iris = new HashMap<>();
    declared.forEach((iri, row) -> iris.put(row, iri));
    for (Row row : rows) {
      Candidate candidate = reader.apply(iris.get(row), row);
      candidates.put(candidate.iri(), candidate);
    }
  }

  private boolean showsOpenRecord(Row image) {
    return image
        .get("记录")
        .map(key -> candidates.get(new EntityIri(EntityType.RECORD, key)))
        .map(Candidate::open)
        .orElse(true);
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
