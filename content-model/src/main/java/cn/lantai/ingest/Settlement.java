package cn.lantai.ingest;

import cn.lantai.curation.Approved;
import cn.lantai.curation.Curation;
import cn.lantai.curation.Examination;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.hierarchy.Objection;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.table.Candidate;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Place;
import cn.lantai.table.Row;
import cn.lantai.table.Table;
import cn.lantai.theme.BuiltInSchemes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out for one row whether it can be taken in by itself: reads it, describes its entity, and
 * holds it to the profile. Safe for use by many threads, each with rows of its own.
 */
final class Settlement implements Table.Surroundings {

  private final Survey survey;
  private final Existing existing;
  private final Curation curation;
  private final Images images;
  private final Recordings recordings;

  Settlement(
      Survey survey, Existing existing, Curation curation, Images images, Recordings recordings) {
    this.survey = survey;
    this.existing = existing;
    this.curation = curation;
    this.images = images;
    this.recordings = recordings;
  }

  /**
   * A row that was looked at.
   *
   * @param rows the row and those of its parts, with what is wrong with them
   * @param iri the entity that it is about; empty if it does not say
   * @param repeated whether it only says again what another row said
   * @param approved the description; empty if the row is to be kept out
   */
  record Settled(
      int number,
      List<Survey.PartRow> rows,
      Optional<EntityIri> iri,
      boolean repeated,
      Optional<Approved> approved) {

    Row row() {
      return rows.get(0).row();
    }

    boolean hasErrors() {
      return rows.stream().anyMatch(each -> each.row().hasErrors());
    }
  }

  Settled settle(int number, Mapper.Mapped mapped, SourceRow origin) {
    Row row = mapped.row();
    Table table = mapped.target().table();
    row.meaning(this::meant);
    Optional<EntityIri> iri = table.own().apply(row);
    List<Survey.PartRow> rows = new ArrayList<>(List.of(new Survey.PartRow(row, origin)));
    if (iri.isEmpty()) {
      return new Settled(number, rows, iri, false, Optional.empty());
    }
    int first = survey.rowOf(iri.get());
    // A name in passing says nothing new of what has an entry.
    if (mapped.derived() && (first != number || existing.has(iri.get()))) {
      return new Settled(number, rows, iri, true, Optional.empty());
    }
    if (first != number) {
      noteSecondKey(row, iri.get(), survey.place(first));
      return new Settled(number, rows, iri, false, Optional.empty());
    }
    noteMisplacement(row, iri.get());
    ConvertedText.note(row);
    Map<String, List<Row>> parts = new HashMap<>();
    for (Table.Part part : table.parts()) {
      List<Survey.PartRow> own =
          survey.parts(part, iri.get().key()).stream().map(Survey.PartRow::fresh).toList();
      own.forEach(each -> each.row().meaning(this::meant));
      rows.addAll(own);
      parts.put(part.file(), own.stream().map(Survey.PartRow::row).toList());
    }
    Candidate candidate = table.reader().read(iri.get(), row, parts, this);
    Optional<EntityGraph> described =
        candidate.hasErrors() ? Optional.empty() : candidate.describe();
    noteMerged(row, iri.get(), described);
    Optional<Approved> approved =
        candidate.hasErrors()
            ? Optional.empty()
            : described.flatMap(graph -> approve(graph, row, table));
    if (approved.isPresent() && isImage(described.get())) {
      images.prepare(row, PageImage.of(described.get()));
    }
    return new Settled(number, rows, iri, false, approved);
  }

  private static boolean isImage(EntityGraph graph) {
    return graph.iri().type() == EntityType.IMAGE && !Successor.isStub(graph);
  }

  private Optional<Approved> approve(EntityGraph graph, Row row, Table table) {
    boolean foreign = table.equals(GraphTable.GRAPHS);
    Examination examination = foreign ? curation.examineForeign(graph) : curation.examine(graph);
    for (Violation violation : examination.violations()) {
      row.problem(
          foreign ? violation.path().replaceAll(".*[#/]|>", "") : "",
          foreign ? violation.node() : "",
          LocalizedText.of(violation.zh(), violation.en()),
          LocalizedText.of("请改正本行", "Correct the row"));
    }
    return examination.approved();
  }

  /** What a key in a row stands for; empty if there is no such thing. */
  private Optional<EntityIri> meant(EntityIri entity) {
    Optional<EntityIri> there = existing.meant(entity);
    boolean comes = survey.declares(entity) || BuiltInSchemes.graphs().containsKey(entity);
    return there.or(() -> Optional.of(entity).filter(it -> comes));
  }

  private void noteMerged(Row row, EntityIri iri, Optional<EntityGraph> described) {
    existing
        .meant(iri)
        .filter(survivor -> !survivor.equals(iri))
        .filter(survivor -> described.filter(Successor::isStub).isEmpty())
        .ifPresent(
            survivor ->
                row.problem(
                    "键",
                    iri.key(),
                    LocalizedText.of(
                        "已并入 " + survivor.key(), "It was merged into " + survivor.key()),
                    LocalizedText.of(
                        "请删去本行，或把要补充的内容写进 " + survivor.key() + " 的一行",
                        "Delete the row, or put what it adds into the row of " + survivor.key())));
  }

  private static void noteSecondKey(Row row, EntityIri iri, Place first) {
    LocalizedText where = CodeHolder.where(first);
    row.problem(
        "键",
        iri.key(),
        LocalizedText.of("键重复", "The key occurs twice"),
        LocalizedText.of(
            "与 " + where.zh() + "相同，请改用另一个键",
            "It is that of " + where.en().orElseThrow() + "; choose another"));
  }

  private void noteMisplacement(Row row, EntityIri iri) {
    for (Objection objection : survey.misplacements(iri)) {
      String column = objection.hierarchy().column();
      row.problem(column, row.get(column).orElse(""), objection.reason(), objection.remedy());
    }
  }

  @Override
  public Optional<PageImage.Content> image(Row row) {
    return images.store(row);
  }

  @Override
  public Optional<Recording.Content> recording(Row row) {
    return recordings.store(row);
  }

  @Override
  public Optional<String> captions(Row row, String column, String name) {
    return recordings.captions(row, column, name);
  }

  @Override
  public boolean isOpen(EntityIri record) {
    // What is published is decided when it is saved; here it only must not be denied.
    return survey.declares(record) || existing.isOpen(record);
  }

  @Override
  public boolean brings(Table.Part part) {
    return survey.brings(part);
  }

  @Override
  public Optional<EntityGraph> before(EntityIri entity) {
    return existing.current(entity);
  }
}
