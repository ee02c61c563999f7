package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.Availability;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ProfileCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingTablesTest {

  private static final List<String> TEXTS =
      List.of(
          "家信",
          "a|b",
          "甲；乙;丙",
          "\\",
          "x\\；y",
          "“引”\"文\"",
          "0012",
          "=1+1",
          "'-信",
          "𠮷家🏮",
          "1,5",
          "中");

  private static final EntityIri SET = new EntityIri(EntityType.RECORD_SET, "x001");

  private final Random random = new Random(18);
  private final ProfileCheck profile = new ProfileCheck();

  @Test
  void anyRecordComesBackFromItsRow() {
    for (int i = 0; i < 300; i++) {
      ArchivalRecord record =
          new ArchivalRecord(
              new EntityIri(EntityType.RECORD, "r1"),
              new ReferenceCode("X001-WS·1949·Y-0012"),
              SET,
              text(),
              maybe(this::date),
              relations(),
              pick(Nature.values()),
              pick(AccessState.values()),
              elements(Level.ITEM),
              evidence());
      assertComesBack(HoldingTables.RECORDS, record.toGraph());
    }
  }

  @Test
  void anySetComesBackFromItsRow() {
    for (int i = 0; i < 300; i++) {
      Level level = pick(Level.FONDS, Level.SERIES, Level.FILE);
      RecordSet set =
          new RecordSet(
              new EntityIri(EntityType.RECORD_SET, "x001-1"),
              new ReferenceCode("X001-1"),
              level,
              level == Level.FONDS ? Optional.empty() : Optional.of(SET),
              maybe(() -> new EntityIri(EntityType.ORGANISATION, "org-a")),
              text(),
              maybe(this::date),
              agents(),
              pick(Nature.values()),
              level == Level.FILE ? maybe(() -> pick(AccessState.values())) : Optional.empty(),
              elements(level),
              evidence());
      assertComesBack(HoldingTables.SETS, set.toGraph());
    }
  }

  @Test
  void anyPageImageComesBackFromItsRow() {
    for (int i = 0; i < 100; i++) {
      PageImage image =
          new PageImage(
              new EntityIri(EntityType.IMAGE, "r001-" + i),
              maybe(() -> new EntityIri(EntityType.RECORD, "r001")),
              i,
              text(),
              maybe(this::text),
              Optional.empty(),
              maybe(
                  () ->
                      new PageImage.Transcript(
                          List.of(line(pick(TEXTS)), line("　缩进"), line(""), line(pick(TEXTS))),
                          pick("zh-Hans", "zh-Hant"),
                          random.nextBoolean())),
              random.nextBoolean(),
              maybe(this::availability),
              random.nextBoolean()
                  ? List.of()
                  : List.of(Region.parse("10,20,30,40"), Region.parse("0.5,0,99.5,1")));
      assertComesBack(ImageTable.IMAGES, image.toGraph());
    }
  }

  private PageImage.Line line(String text) {
    return new PageImage.Line(
        text, maybe(() -> Region.parse(pick("0,0,100,100", "12.5,3,4,90", "99,99,1,1"))));
  }

  private Availability availability() {
    Availability.Degree degree = pick(Availability.Degree.values());
    boolean reduces =
        degree == Availability.Degree.REDUCED
            || degree == Availability.Degree.SIGNED_IN && random.nextBoolean();
    return new Availability(
        degree,
        reduces ? OptionalInt.of(100 + random.nextInt(4900)) : OptionalInt.empty(),
        reduces ? maybe(() -> pick("样张；仅供阅览", "SAMPLE")) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fonds.csv", "records.csv", "images.csv"})
  void everyRowOfTheSampleCatalogueComesBack(String file) throws IOException {
    Table table =
        Tables.ALL.stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
    Set<String> headings = Set.copyOf(table.columns().stream().map(Column::heading).toList());
    int rows = 0;
    try (CSVParser parser =
        CSVParser.parse(
            Path.of("../media-samples/src/main/catalogue", file),
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertTrue(headings.containsAll(parser.getHeaderNames()), parser.getHeaderNames().toString());
      for (CSVRecord record : parser) {
        Candidate read = RoundTrip.read(table, List.of(new Cells(file, record.toMap())));
        assertEquals(List.of(), RoundTrip.problems(read));
        assertComesBack(table, read.describe().orElseThrow());
        rows++;
      }
    }
    assertTrue(rows > 20);
  }

  private void assertComesBack(Table table, EntityGraph graph) {
    assertEquals(List.of(), profile.violations(graph.toGraph()));
    List<Cells> rows = table.writer().write(graph);
    Candidate read = RoundTrip.read(table, rows);
    assertEquals(List.of(), RoundTrip.problems(read));
    assertEquals(graph, read.describe().orElseThrow());
    assertEquals(rows, table.writer().write(read.describe().orElseThrow()));
    Set<String> headings = Set.copyOf(table.columns().stream().map(Column::heading).toList());
    assertTrue(headings.containsAll(rows.get(0).values().keySet()));
  }

  @Test
  void reportsAnElementThatIsNotUsedAtTheLevelOfTheRow() {
    Row row =
        new Row(
            Place.row("fonds.csv", 2),
            Map.of("键", "x1", "档号", "X1", "著录层级", "全宗", "题名", "某全宗", "页数", "5"));
    Candidate read = read(HoldingTables.SETS, row);
    assertEquals(List.of("页数"), read.row().problems().stream().map(Problem::column).toList());
  }

  @ParameterizedTest
  @CsvSource({"页数, 五页", "开放标识, 也许", "生成方式, 手写", "日期, 1921-02-30", "著录层级, 件"})
  void reportsACellThatIsNotOfTheTypeOfItsElement(String column, String value) {
    Map<String, String> cells =
        new HashMap<>(Map.of("键", "x1", "档号", "X1", "著录层级", "案卷", "上级", "x001", "题名", "某卷"));
    cells.put(column, value);
    Candidate read = read(HoldingTables.SETS, new Row(Place.row("fonds.csv", 2), cells));
    assertEquals(List.of(column), read.row().problems().stream().map(Problem::column).toList());
  }

  @Test
  void whatNobodyReviewedIsNotOpen() {
    Row row =
        new Row(
            Place.row("records.csv", 2), Map.of("键", "r1", "档号", "X1-1", "上级", "x001", "题名", "家信"));
    Candidate read = read(HoldingTables.RECORDS, row);
    assertFalse(read.open());
    assertEquals(AccessState.UNREVIEWED, ArchivalRecord.of(read.describe().orElseThrow()).access());
  }

  private static Candidate read(Table table, Row row) {
    return table
        .reader()
        .read(
            table.own().apply(row).orElseThrow(),
            row,
            Map.of("record_relations.csv", List.of()),
            Table.Surroundings.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "成文日期, 日期",
    "文号, 文件编号",
    "Title, 题名",
    "dc:title, 题名",
    "责任者 , 责任者",
    "ｐａｇｅ ｃｏｕｎｔ, 页数",
    "Scope and content in English, 英文范围和提要",
    "英文提要, 英文范围和提要",
    "Date as written, 原文日期",
    "date_created, 日期",
    "备注, 附注",
    "归档章, ''"
  })
  void recognisesTheHeadingsOfOtherCatalogues(String heading, String column) {
    assertEquals(
        column,
        Table.column(HoldingTables.RECORDS.columns(), heading).map(Column::heading).orElse(""));
  }

  @Test
  void noHeadingMeansTwoColumns() {
    for (Table table : List.of(HoldingTables.SETS, HoldingTables.RECORDS)) {
      for (Column column : table.columns()) {
        Stream.concat(Stream.of(column.heading(), column.english()), column.aliases().stream())
            .forEach(
                heading ->
                    assertEquals(
                        List.of(column.heading()),
                        table.columns().stream()
                            .filter(each -> each.isCalled(heading))
                            .map(Column::heading)
                            .toList(),
                        heading));
      }
    }
  }

  private Elements elements(Level level) {
    Elements elements = Elements.NONE;
    for (Element element : DescriptionProfile.get().elements(level)) {
      if (!element.builtIn() && random.nextInt(3) > 0) {
        List<LocalizedText> values = new ArrayList<>();
        for (int i = element.repeatable() ? random.nextInt(4) : 1; i > 0; i--) {
          values.add(value(element));
        }
        elements = elements.with(element.id(), values);
      }
    }
    return elements;
  }

  private LocalizedText value(Element element) {
    return switch (element.type()) {
      case LOCALIZED -> text();
      case PARAGRAPHS -> LocalizedText.of(pick(TEXTS) + "\n\n" + pick(TEXTS), "one\n|two");
      case INTEGER -> LocalizedText.of(Integer.toString(random.nextInt(500)));
      case TERM ->
          LocalizedText.of(element.choices().get(random.nextInt(element.choices().size())).slug());
      default -> LocalizedText.of(pick(TEXTS));
    };
  }

  private HistoricalDate date() {
    return pick(
        new HistoricalDate(Optional.of("民国十年；春"), Optional.empty()),
        new HistoricalDate(Optional.of("=1921"), Optional.of(EdtfDate.parse("1921?"))),
        HistoricalDate.of(EdtfDate.parse("1921-07/1922")));
  }

  private Evidence evidence() {
    return new Evidence(
        refs(EntityType.SOURCE),
        maybe(() -> pick(Certainty.values())),
        random.nextBoolean() ? List.of() : List.of(pick(TEXTS), "又一条"));
  }

  private List<EntityIri> agents() {
    return subset(
        new EntityIri(EntityType.FAMILY, "xia"),
        new EntityIri(EntityType.ORGANISATION, "xia"),
        new EntityIri(EntityType.PERSON, "xia"));
  }

  private List<Relation> relations() {
    return Stream.of(
            relations(RelationKind.CREATOR, agents()),
            relations(RelationKind.SENDER, agents()),
            relations(RelationKind.ADDRESSEE, agents()),
            relations(RelationKind.SUBJECT, subjects()),
            relations(RelationKind.RECORD_PLACE, refs(EntityType.PLACE)))
        .flatMap(List::stream)
        .toList();
  }

  /** One in four is more than a reference. */
  private List<Relation> relations(RelationKind kind, List<EntityIri> others) {
    return others.stream()
        .map(
            other ->
                random.nextInt(4) > 0
                    ? Relation.of(kind, other)
                    : new Relation(
                        kind,
                        other,
                        maybe(this::text),
                        maybe(this::date),
                        Grounds.of(pick(Certainty.values()), refs(EntityType.SOURCE))))
        .toList();
  }

  private List<EntityIri> subjects() {
    return subset(
        new EntityIri(EntityType.FAMILY, "xia"),
        new EntityIri(EntityType.ORGANISATION, "xia"),
        new EntityIri(EntityType.PERSON, "xia"),
        new EntityIri(EntityType.THEME, "jiandang"));
  }

  private List<EntityIri> refs(EntityType type) {
    return subset(new EntityIri(type, "a1"), new EntityIri(type, "b1"));
  }

  private List<EntityIri> subset(EntityIri... all) {
    return Stream.of(all).filter(each -> random.nextBoolean()).toList();
  }

  private LocalizedText text() {
    return LocalizedText.of(pick(TEXTS), random.nextBoolean() ? pick(TEXTS) : null);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
