package cn.lantai.table;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables of holdings: fonds.csv (全宗, 类别, 案卷), records.csv (件) and record_relations.csv. Their
 * columns are the elements of the profile.
 */
final class HoldingTables {

  private static final Set<Level> LEVELS_OF_SETS = Set.of(Level.FONDS, Level.SERIES, Level.FILE);
  private static final Set<Level> LEVELS_OF_RECORDS = Set.of(Level.ITEM);

  private static final String KEY = heading("key");
  static final String CODE = heading("reference-code");
  private static final String LEVEL = heading("level");
  static final String PARENT = heading("parent");
  private static final String HOLDER = heading("holder");
  private static final String TITLE = heading("title");
  private static final String ENGLISH_TITLE = Column.ENGLISH + TITLE;
  private static final String DATE = heading("date");
  private static final String DATE_AS_WRITTEN = Column.AS_WRITTEN + DATE;
  private static final String CREATOR = heading("creator");
  private static final String SENDER = heading("sender");
  private static final String ADDRESSEE = heading("addressee");
  private static final String PERSONS = heading("persons");
  private static final String ORGANISATIONS = heading("organisations");
  private static final String THEMES = heading("themes");
  private static final String PLACES = heading("places");
  private static final String EVENTS = heading("events");

  private static final Element ACCESS = DescriptionProfile.get().element("access");
  private static final Element NATURE = DescriptionProfile.get().element("nature");

  private static final List<EntityType> AGENTS =
      List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.FAMILY);
  private static final List<EntityType> GROUPS =
      List.of(EntityType.ORGANISATION, EntityType.FAMILY);
  private static final List<EntityType> GROUPS_OR_PERSONS =
      List.of(EntityType.ORGANISATION, EntityType.FAMILY, EntityType.PERSON);

  static final Table SETS =
      new Table(
          "fonds.csv",
          ElementCells.columns(LEVELS_OF_SETS),
          row -> row.own(EntityType.RECORD_SET),
          (iri, row, parts, surroundings) -> recordSet(iri, row),
          HoldingTables::writeSet);

  private static final Table.Part RELATIONS =
      RelationCells.part("record_relations.csv", new Column("记录", "record", true));

  static final Table RECORDS =
      new Table(
          "records.csv",
          ElementCells.columns(LEVELS_OF_RECORDS).stream()
              .filter(HoldingTables::differsAmongRecords)
              .toList(),
          List.of(RELATIONS),
          row -> row.own(EntityType.RECORD),
          (iri, row, parts, surroundings) -> record(iri, row, parts, surroundings),
          HoldingTables::writeRecord);

  private static final ReferenceCode NONE = new ReferenceCode("0");

  private HoldingTables() {}

  private static String heading(String element) {
    return DescriptionProfile.get().element(element).zh();
  }

  private static boolean differsAmongRecords(Column column) {
    return column.element().orElseThrow().type() != ValueType.LEVEL;
  }

  private static Candidate recordSet(EntityIri iri, Row row) {
    Optional<ReferenceCode> code = code(row);
    Optional<Level> level = row.requiredOneOf(LEVEL, HoldingTables::levelOfSet, "全宗、类别、案卷");
    Optional<EntityIri> parent = row.ref(PARENT, EntityType.RECORD_SET);
    Optional<EntityIri> holder = row.ref(HOLDER, EntityType.ORGANISATION);
    LocalizedText title = row.requiredText(TITLE, ENGLISH_TITLE);
    Optional<HistoricalDate> date = row.date(DATE_AS_WRITTEN, DATE);
    List<EntityIri> creators = TypedKey.readAll(row, CREATOR, AGENTS);
    Nature nature = nature(row);
    Optional<AccessState> access = access(row);
    Elements elements = elements(row, LEVELS_OF_SETS, level);
    Evidence evidence = GroundsCells.evidence(row);
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new RecordSet(
                    iri,
                    code.orElse(NONE),
                    level.orElseThrow(),
                    parent,
                    holder,
                    title,
                    date,
                    creators,
                    nature,
                    access,
                    elements,
                    evidence)
                .toGraph(),
        access.map(AccessState.OPEN::equals).orElse(true));
  }

  private static Optional<Level> levelOfSet(String label) {
    return Level.ofLabel(label).filter(LEVELS_OF_SETS::contains);
  }

  private static Elements elements(Row row, Set<Level> levels, Optional<Level> level) {
    return level.map(each -> ElementCells.read(row, levels, each)).orElse(Elements.NONE);
  }

  private static Candidate record(
      EntityIri iri, Row row, Map<String, List<Row>> parts, Table.Surroundings surroundings) {
    Optional<ReferenceCode> code = code(row);
    Optional<EntityIri> parent = row.requiredRef(PARENT, EntityType.RECORD_SET);
    LocalizedText title = row.requiredText(TITLE, ENGLISH_TITLE);
    Optional<HistoricalDate> date = row.date(DATE_AS_WRITTEN, DATE);
    List<Relation> relations =
        RelationCells.read(iri, references(iri, row), RELATIONS, parts, surroundings);
    Nature nature = nature(row);
    AccessState access = access(row).orElse(AccessState.UNREVIEWED);
    Elements elements = ElementCells.read(row, LEVELS_OF_RECORDS, Level.ITEM);
    Evidence evidence = GroundsCells.evidence(row);
    return new Candidate(
        iri,
        row,
        parts,
        () ->
            new ArchivalRecord(
                    iri,
                    code.orElse(NONE),
                    parent.orElseThrow(),
                    title,
                    date,
                    relations,
                    nature,
                    access,
                    elements,
                    evidence)
                .toGraph(),
        access == AccessState.OPEN);
  }

  private static Stream<Relation> references(EntityIri iri, Row row) {
    return Stream.of(
            RelationCells.refs(row, CREATOR, RelationKind.CREATOR, iri),
            RelationCells.refs(row, SENDER, RelationKind.SENDER, iri),
            RelationCells.refs(row, ADDRESSEE, RelationKind.ADDRESSEE, iri),
            RelationCells.refs(row, PERSONS, RelationKind.SUBJECT, AGENTS, iri),
            RelationCells.refs(row, ORGANISATIONS, RelationKind.SUBJECT, GROUPS_OR_PERSONS, iri),
            RelationCells.refs(row, THEMES, RelationKind.SUBJECT, Set.of(EntityType.THEME), iri),
            RelationCells.refs(row, PLACES, RelationKind.RECORD_PLACE, iri),
            RelationCells.refs(row, EVENTS, RelationKind.RECORD_EVENT, iri))
        .flatMap(Function.identity());
  }

  private static Optional<ReferenceCode> code(Row row) {
    row.required(CODE);
    return row.parsed(
        CODE,
        ReferenceCode::new,
        LocalizedText.of("不是合用的档号", "Not a usable reference code"),
        LocalizedText.of(
            "照档号原样填写，如 X001-WS·2019·Y-0001；不超过 200 字，首尾没有连字符",
            "Write it as it is, such as X001-WS·2019·Y-0001; at most 200 characters, no hyphen at"
                + " an end"));
  }

  private static Nature nature(Row row) {
    return row.oneOf(NATURE.zh(), Nature::ofLabel, ElementCells.allowed(NATURE))
        .orElse(Nature.KNOWN);
  }

  private static Optional<AccessState> access(Row row) {
    return row.oneOf(ACCESS.zh(), AccessState::ofLabel, ElementCells.allowed(ACCESS));
  }

  private static List<Cells> writeSet(EntityGraph graph) {
    RecordSet set = RecordSet.of(graph);
    RowWriter row =
        new RowWriter(SETS.file())
            .set(KEY, set.iri().key())
            .set(CODE, set.code().value())
            .set(LEVEL, set.level().label("zh"))
            .ref(PARENT, set.parent())
            .ref(HOLDER, set.holder())
            .text(TITLE, ENGLISH_TITLE, set.title())
            .date(DATE_AS_WRITTEN, DATE, set.date());
    row.list(CREATOR, TypedKey.writeAll(set.creators().stream(), AGENTS));
    set.access().ifPresent(state -> ElementCells.term(row, ACCESS, state.slug()));
    ElementCells.term(row, NATURE, set.nature().slug());
    ElementCells.write(set.elements(), row);
    return List.of(writeEvidence(set.evidence(), row).cells());
  }

  private static List<Cells> writeRecord(EntityGraph graph) {
    ArchivalRecord record = ArchivalRecord.of(graph);
    List<Relation> relations = record.relations();
    RowWriter row =
        new RowWriter(RECORDS.file())
            .set(KEY, record.iri().key())
            .set(CODE, record.code().value())
            .ref(PARENT, Optional.of(record.parent()))
            .text(TITLE, ENGLISH_TITLE, record.title())
            .date(DATE_AS_WRITTEN, DATE, record.date());
    RelationCells.writeRefs(relations, RelationKind.CREATOR, row, CREATOR);
    RelationCells.writeRefs(relations, RelationKind.SENDER, row, SENDER);
    RelationCells.writeRefs(relations, RelationKind.ADDRESSEE, row, ADDRESSEE);
    RelationCells.writeRefs(
        relations, RelationKind.SUBJECT, Set.of(EntityType.PERSON), row, PERSONS);
    RelationCells.writeRefs(relations, RelationKind.SUBJECT, GROUPS, row, ORGANISATIONS);
    RelationCells.writeRefs(relations, RelationKind.SUBJECT, Set.of(EntityType.THEME), row, THEMES);
    RelationCells.writeRefs(relations, RelationKind.RECORD_PLACE, row, PLACES);
    RelationCells.writeRefs(relations, RelationKind.RECORD_EVENT, row, EVENTS);
    ElementCells.term(row, ACCESS, record.access().slug());
    ElementCells.term(row, NATURE, record.nature().slug());
    ElementCells.write(record.elements(), row);
    return Stream.concat(
            Stream.of(writeEvidence(record.evidence(), row).cells()),
            RelationCells.writeFull(record.iri(), relations, RELATIONS).stream())
        .toList();
  }

  private static RowWriter writeEvidence(Evidence evidence, RowWriter row) {
    evidence
        .certainty()
        .ifPresent(
            is -> ElementCells.term(row, DescriptionProfile.get().element("certainty"), is.slug()));
    return row.refs("依据", evidence.sources()).list("考订", evidence.claims());
  }
}
