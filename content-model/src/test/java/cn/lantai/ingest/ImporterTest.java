package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.Rico;
import cn.lantai.table.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

  private static final String FONDS = "键,档号,著录层级,上级,收藏单位,题名,性质\nx1,X001,全宗,,org-a,革命历史资料,真实\n";
  private static final String RECORDS = "键,档号,上级,题名,性质,原文日期,日期,人名,开放标识\n";

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @BeforeEach
  void writeATinyCatalogue() throws IOException {
    write("organisations.csv", "键,名称\norg-a,某档案馆\n");
    write("persons.csv", "键,姓名,生年\nmaodun,茅盾,1896-07-04\n");
    write("fonds.csv", FONDS);
    write("records.csv", RECORDS + "r1,X001-0001,x1,日记,真实,民国十年,1921,maodun,开放\n");
  }

  @Test
  void takesInAndPublishesWhatIsOpen() throws IOException {
    write(
        "records.csv",
        RECORDS + "r1,X001-0001,x1,日记,真实,民国十年,1921,maodun,开放\n" + "r2,X001-0002,x1,家信,真实,,,,控制\n");
    IngestReport report = ingest();
    assertEquals(List.of(), report.problems());
    assertEquals(2, report.accepted().get(EntityType.RECORD));
    assertTrue(isPublic(EntityType.RECORD, "r1"));
    assertTrue(isKnown(EntityType.RECORD, "r2"));
    assertFalse(isPublic(EntityType.RECORD, "r2"));
  }

  @Test
  void runningItAgainWritesNothing() throws IOException {
    ingest();
    long head = journal.head();
    IngestReport again = ingest();
    assertEquals(0, again.created() + again.updated());
    assertEquals(again.acceptedInAll(), again.unchanged());
    assertEquals(head, journal.head());
  }

  @Test
  void reportsABadRowWithPlaceReasonAndRemedyAndLoadsTheOthers() throws IOException {
    write(
        "records.csv",
        RECORDS
            + "r1,X001-0001,x1,日记,真实,民国十年,1921,maodun,开放\n"
            + "r2,X001-0002,x1,家信,真实,,1921-02-30,maodun,开放\n"
            + "r3,X001-0003,x1,报告,真实,,,,开放\n");
    IngestReport report = ingest();
    assertEquals(1, report.problems().size());
    Problem problem = report.problems().get(0);
    assertEquals("records.csv", problem.file());
    assertEquals(3, problem.row());
    assertEquals("日期", problem.column());
    assertEquals("1921-02-30", problem.value());
    assertTrue(problem.remedy().zh().contains("“原文日期”"));
    assertTrue(problem.remedy().en().isPresent());
    assertTrue(isPublic(EntityType.RECORD, "r1"));
    assertFalse(isKnown(EntityType.RECORD, "r2"));
    assertTrue(isPublic(EntityType.RECORD, "r3"));
  }

  @Test
  void aRowThatRefersToOneKeptOutIsKeptOutWithIt() throws IOException {
    write("persons.csv", "键,姓名,生年\nmaodun,茅盾,民国\n");
    IngestReport report = ingest();
    assertFalse(isKnown(EntityType.PERSON, "maodun"));
    assertFalse(isKnown(EntityType.RECORD, "r1"));
    assertEquals(List.of("生年", "人名"), report.problems().stream().map(Problem::column).toList());
  }

  @Test
  void takesInRecordingsByWhatIsInThemAndReportsThoseThatBrowsersDoNotPlay() throws IOException {
    Files.createDirectories(folder.resolve("catalogue/recordings"));
    for (String name : List.of("tone.mp3", "pattern.mp4")) {
      try (InputStream file = Recording.class.getResourceAsStream(name)) {
        Files.copy(file, folder.resolve("catalogue/recordings/" + name));
      }
    }
    Files.copy(
        folder.resolve("catalogue/recordings/pattern.mp4"),
        folder.resolve("catalogue/recordings/film.mp3"));
    byte[] film = Files.readAllBytes(folder.resolve("catalogue/recordings/film.mp3"));
    Files.write(
        folder.resolve("catalogue/recordings/cut.mp4"), Arrays.copyOf(film, film.length - 500));
    write("recordings/talk.vtt", "WEBVTT\n\n00:00.000 --> 00:01.500\n<v 王同志>我那年十六岁。\n");
    write("recordings/bad.vtt", "WEBVTT\n\n00:00.000 -> 00:01.500\n我那年十六岁。\n");
    write(
        "recordings.csv",
        "音像,记录,题名,字幕,章节\n"
            + "tone.mp3,r1,口述,talk.vtt,0:00 开头|0:01.5 参军\n"
            + "film.mp3,r1,放映,,\n"
            + "cut.mp4,r1,残片,,\n"
            + "x.mp3,r1,口述,,\n"
            + "pattern.mp4,r1,影片,bad.vtt,1:00\n"
            + "../talk.vtt,r1,口述,,\n");
    IngestReport report = ingest();
    assertEquals(
        List.of("4 音像", "5 音像", "6 字幕", "6 章节", "7 音像"),
        report.problems().stream().map(each -> each.row() + " " + each.column()).toList());
    assertTrue(report.problems().get(2).reason().zh().contains("第 3 行"));
    Recording tone = recording("tone");
    assertEquals("audio/mpeg", tone.content().orElseThrow().technical().mediaType());
    assertEquals("王同志", tone.captions().get(0).cues().get(0).voice().orElseThrow());
    assertEquals(1500, tone.chapters().get(1).span().start());
    assertEquals("video/mp4", recording("film").content().orElseThrow().technical().mediaType());
    assertFalse(isKnown(EntityType.RECORDING, "cut"));
    assertTrue(recording("x").content().isEmpty());
    assertTrue(isPublic(EntityType.RECORDING, "tone"));
    assertEquals(0, ingest().updated());
  }

  private Recording recording(String key) {
    EntityIri iri = new EntityIri(EntityType.RECORDING, key);
    return Recording.of(journal.current(iri).orElseThrow());
  }

  @Test
  void refersToWhatAnEarlierIngestTookIn() throws IOException {
    ingest();
    Files.delete(folder.resolve("catalogue/persons.csv"));
    write("records.csv", RECORDS + "r9,X001-0009,x1,续,真实,,,maodun,开放\n");
    assertEquals(List.of(), ingest().problems());
  }

  @Test
  void whatIsSaidOfARelationStaysUntilItsTableComesAgain() throws IOException {
    String rows = RECORDS + "r1,X001-0001,x1,日记,真实,民国十年,1921,maodun,开放\n";
    String heading = "记录,关系,对象,称谓,可信度,说法出自\n";
    write("record_relations.csv", heading + "r1,主题,maodun,抄写者,存疑,家属\n");
    assertEquals(List.of(), ingest().problems());
    assertEquals("抄写者", saidOfMaodun());
    // Tables that only name the creator do not unsay it.
    Files.delete(folder.resolve("catalogue").resolve("record_relations.csv"));
    write("records.csv", rows.replace("日记", "日记一册"));
    ingest();
    assertEquals("抄写者", saidOfMaodun());
    write("record_relations.csv", heading + "r1,主题,org-a,收藏者,,\n");
    ingest();
    assertEquals("", saidOfMaodun());
  }

  private String saidOfMaodun() {
    ArchivalRecord diary =
        ArchivalRecord.of(journal.current(new EntityIri(EntityType.RECORD, "r1")).orElseThrow());
    return diary.relations().stream()
        .filter(relation -> relation.other().key().equals("maodun"))
        .flatMap(relation -> relation.words().stream())
        .map(LocalizedText::zh)
        .findFirst()
        .orElse("");
  }

  @Test
  void aKeyThatWasMergedMeansTheSurvivorAndIsNotDescribedAgain() throws IOException {
    write("persons.csv", "键,姓名,生年\nmaodun,茅盾,1896\nyanbing,沈雁冰,1896\n");
    ingest();
    EntityIri survivor = new EntityIri(EntityType.PERSON, "maodun");
    EntityIri merged = new EntityIri(EntityType.PERSON, "yanbing");
    journal.append(List.of(Draft.put(Successor.stub(merged, survivor), "test", "")));
    write("records.csv", RECORDS + "r9,X001-0009,x1,续,真实,,,yanbing,开放\n");
    List<Problem> problems = ingest().problems();
    assertEquals(List.of("键"), problems.stream().map(Problem::column).toList());
    assertTrue(problems.get(0).reason().zh().contains("maodun"));
    assertEquals(Optional.of(survivor), Successor.in(journal.current(merged).orElseThrow()));
    assertEquals(
        List.of(survivor),
        new GraphReader(journal.current(new EntityIri(EntityType.RECORD, "r9")).orElseThrow())
            .links(Rico.hasOrHadSubject));
  }

  @Test
  void reportsKeysAndCodesThatOccurTwice() throws IOException {
    write(
        "records.csv",
        RECORDS
            + "r1,X001-0001,x1,日记,真实,,,,开放\n"
            + "r1,X001-0002,x1,家信,真实,,,,开放\n"
            + "r3,X001-0001,x1,报告,真实,,,,开放\n");
    assertEquals(List.of("键", "档号"), ingest().problems().stream().map(Problem::column).toList());
  }

  @Test
  void eachArchiveHasReferenceCodesOfItsOwn() throws IOException {
    write("organisations.csv", "键,名称\norg-a,某档案馆\norg-b,另一档案馆\n");
    write("fonds.csv", FONDS + "y1,X001,全宗,,org-b,另一馆的革命历史资料,真实\n");
    write(
        "records.csv",
        RECORDS
            + "r1,X001-0001,x1,日记,真实,,,,开放\n"
            + "r2,X001-0001,y1,家信,真实,,,,开放\n"
            + "r3,X001-0001,y1,报告,真实,,,,开放\n");
    ImportOrder order =
        ImportOrder.of(new Author("test", "测试"), folder.resolve("catalogue")).published();
    for (IngestReport report : List.of(ingest(order.onlyTried()), ingest(order))) {
      assertEquals(1, report.problems().size());
      assertTrue(report.problems().get(0).remedy().zh().startsWith("records.csv 第 3 行"));
      assertEquals(2, report.accepted().get(EntityType.RECORD));
      assertEquals(1, report.rejected());
    }
    // Against what is there by now, too.
    write("records.csv", RECORDS + "r4,X001-0001,x1,日记,真实,,,,开放\n");
    for (IngestReport report : List.of(ingest(order.onlyTried()), ingest(order))) {
      assertEquals("属于 record r1，请核对", report.problems().get(0).remedy().zh());
    }
  }

  @Test
  void reportsAnUnknownReferenceAndAMissingCell() throws IOException {
    write("records.csv", RECORDS + "r1,X001-0001,x9,,真实,,,niemand,开放\n");
    assertEquals(
        List.of("上级", "题名", "人名"), ingest().problems().stream().map(Problem::column).toList());
  }

  @Test
  void readsUtf8WithAByteOrderMark() throws IOException {
    write("fonds.csv", "\uFEFF" + FONDS);
    assertEquals(List.of(), ingest().problems());
  }

  @Test
  void tellsEncodingsApart() throws IOException {
    for (String encoding : List.of("GB18030", "UTF-16LE", "UTF-16BE", "UTF-8")) {
      Files.write(
          folder.resolve("catalogue/persons.csv"),
          "键,姓名\nmaodun,茅盾\n".getBytes(Charset.forName(encoding)));
      assertEquals(List.of(), ingest().problems(), encoding);
      assertEquals("茅盾", name("maodun"), encoding);
    }
  }

  @Test
  void reportsARowThatIsLongerThanTheHeader() throws IOException {
    write("persons.csv", "键,姓名\nmaodun,茅盾,多出来的\nlu,鲁\n");
    IngestReport report = ingest();
    assertEquals("多出来的", report.problems().get(0).value());
    assertTrue(isKnown(EntityType.PERSON, "lu"));
  }

  @Test
  void reportsAQuotationMarkThatIsNeverClosed() throws IOException {
    write("persons.csv", "键,姓名\nmaodun,\"茅盾\n");
    assertEquals("persons.csv", ingest().problems().get(0).file());
  }

  @Test
  void loadsTheRecordOfABrokenImageMarksThePageAndReportsIt() throws IOException {
    write("images.csv", "图像,记录,页序,页名\nr1-1.jpg,r1,1,封面\nr1-2.jpg,r1,2,第 2 页\n");
    Files.createDirectories(folder.resolve("images"));
    Files.write(
        folder.resolve("images/r1-1.jpg"), "not a picture".getBytes(StandardCharsets.UTF_8));
    IngestReport report = ingest();
    assertEquals(List.of(2L, 3L), report.problems().stream().map(Problem::row).toList());
    assertTrue(isPublic(EntityType.RECORD, "r1"));
    PageImage page =
        PageImage.of(journal.current(new EntityIri(EntityType.IMAGE, "r1-1")).orElseThrow());
    assertTrue(page.content().isEmpty());
  }

  @Test
  void neverReadsAnImageOutsideOfItsFolder() throws IOException {
    ImageIO.write(
        new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR),
        "png",
        folder.resolve("secret.png").toFile());
    Files.createDirectories(folder.resolve("images"));
    write("images.csv", "图像,记录,页序,页名\n../secret.png,r1,1,封面\n");
    assertEquals("图像", ingest().problems().get(0).column());
    assertFalse(isKnown(EntityType.IMAGE, "secret"));
  }

  @Test
  void keepsASelectionOutAsAWholeIfOneOfItsBlocksIsBad() throws IOException {
    write("selections.csv", "键,类型,序号,题名\ne1,展览,1,信仰之源\ne2,展览,2,东海\n");
    write("sections.csv", "专题,节,题\ne1,1,译与印\ne2,1,登岛\n");
    write(
        "blocks.csv",
        "专题,节,块,类型,记录,区域,文字\n"
            + "e1,1,1,展品,r1,,说明\n"
            + "e1,1,2,展品,r404,,说明\n"
            + "e2,1,1,展品,r1,,说明\n"
            + "e3,1,1,展品,r1,,说明\n");
    IngestReport report = ingest();
    assertEquals(List.of(3L, 5L), report.problems().stream().map(Problem::row).sorted().toList());
    assertFalse(isKnown(EntityType.EXHIBITION, "e1"));
    assertTrue(isPublic(EntityType.EXHIBITION, "e2"));
  }

  @Test
  void theReportIsACsvFileThatSpreadsheetsOpen() throws IOException {
    write("persons.csv", "键,姓名,生年\nmaodun,茅盾,\"民国,\n元年\"\n");
    ingest();
    String text = Files.readString(folder.resolve("report/problems.csv"));
    assertTrue(text.startsWith("\uFEFF文件"));
    assertTrue(text.contains("\"民国,\n元年\""));
  }

  @Test
  void aDryRunForeseesTheCodesOfABranchThatMoves() throws IOException {
    write("organisations.csv", "键,名称\norg-a,甲馆\norg-b,乙馆\n");
    String head = FONDS.substring(0, FONDS.indexOf('\n') + 1);
    write(
        "fonds.csv",
        head
            + "x1,X001,全宗,,org-a,甲,真实\nx2,X001-1,案卷,x1,,卷,真实\n"
            + "y1,Y001,全宗,,org-b,乙,真实\ny2,X001-1,案卷,y1,,卷,真实\n");
    assertEquals(List.of(), ingest().problems());

    write("fonds.csv", head + "x1,X001,全宗,,org-b,甲,真实\n");
    ImportOrder order =
        ImportOrder.of(new Author("test", "测试"), folder.resolve("catalogue")).published();
    IngestReport foreseen = ingest(order.onlyTried());
    assertEquals(List.of("X001-1"), foreseen.problems().stream().map(Problem::value).toList());
    assertEquals(foreseen.problems(), ingest(order).problems());

    // Where the other one gets another code in the same import, both say yes.
    write("fonds.csv", head + "x1,X001,全宗,,org-b,甲,真实\ny2,X001-2,案卷,y1,,卷,真实\n");
    assertEquals(List.of(), ingest(order.onlyTried()).problems());
    assertEquals(List.of(), ingest(order).problems());
  }

  private IngestReport ingest() throws IOException {
    return ingest(
        ImportOrder.of(new Author("test", "测试"), folder.resolve("catalogue"))
            .withImages(folder.resolve("images"))
            .published());
  }

  private IngestReport ingest(ImportOrder order) throws IOException {
    Curation curation = new Curation(journal, new ProfileCheck(), Inbound.NONE);
    return new Importer(
            journal,
            curation,
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(order, folder.resolve("report"), Progress.NONE);
  }

  private String name(String person) {
    return Agent.of(journal.current(new EntityIri(EntityType.PERSON, person)).orElseThrow())
        .name()
        .zh();
  }

  private void write(String table, String text) throws IOException {
    Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(folder.resolve("catalogue").resolve(table), text);
  }

  private boolean isKnown(EntityType type, String key) {
    return journal.state(new EntityIri(type, key)).isPresent();
  }

  private boolean isPublic(EntityType type, String key) {
    return journal.state(new EntityIri(type, key)).filter(EntityState::isPublic).isPresent();
  }
}
