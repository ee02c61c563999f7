package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Draft;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PageImage;
import cn.lantai.media.TestImages;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.table.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanImportTest {

  private static final String FONDS =
      "键,档号,著录层级,上级,收藏单位,题名,性质\n"
          + "x1,X001,全宗,,org-a,革命历史资料,真实\n"
          + "x1-1,X001-0001,案卷,x1,org-a,日记,真实\n";
  private static final String RECORDS = "键,档号,上级,题名,性质,开放标识\n";

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();
  private Path scans;

  @BeforeEach
  void describeTwoRecords() throws IOException {
    scans = Files.createDirectories(folder.resolve("scans"));
    table("organisations.csv", "键,名称\norg-a,某档案馆\n");
    table("fonds.csv", FONDS);
    table(
        "records.csv",
        RECORDS + "r1,X001-WS·1936-Y-0001,x1,日记,真实,开放\n" + "r2,X001-0001-002,x1-1,家信,真实,开放\n");
    assertEquals(List.of(), ingest(folder.resolve("catalogue")).problems());
  }

  @Test
  void scansBecomePagesOfTheRecordsThatTheirNamesTell() throws IOException {
    image("X001-WS·1936-Y-0001-1.png", 5);
    image("x001-ws.1936-y-0001_2.png", 6);
    image("X001-WS·1936-Y-0001/10.png", 7);
    Stream.of(3, 4, 5, 6, 7, 8, 9).forEach(page -> image("X001/WS.1936/Y/0001/" + page + ".png"));
    IngestReport report = ingest(scans);
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), pages("r1"));
    PageImage tenth = page("r1", 10);
    assertEquals(7, tenth.content().orElseThrow().width());
    assertEquals(LocalizedText.of("第 10 页", "Page 10"), tenth.label());
  }

  @Test
  void theRecordsMayComeWithTheSameImport() throws IOException {
    table("records.csv", RECORDS + "r9,X001-0009,x1,报告,真实,开放\n");
    image("X001-0009-001.png", 4);
    IngestReport report = ingest(folder.resolve("catalogue"), scans);
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(1), pages("r9"));
  }

  @Test
  void aScanOfARecordThatIsKeptOutIsKeptOutWithIt() throws IOException {
    table("records.csv", RECORDS + "r9,X001-0009,x1,报告,不知道,开放\n");
    image("X001-0009-001.png", 4);
    IngestReport report = ingest(folder.resolve("catalogue"), scans);
    assertEquals(List.of("性质", "记录"), report.problems().stream().map(Problem::column).toList());
    assertEquals(0, images().size());
  }

  @Test
  void theSameFileIsTakenOnceAndABetterOneTakesItsPlace() throws IOException {
    image("X001-0001-002-001.png", 4);
    assertEquals(1, ingest(scans).created());
    IngestReport again = ingest(scans);
    assertEquals(List.of(0L, 0L), List.of(again.created(), again.updated()));
    image("X001-0001-002-001.png", 9);
    Files.move(scans.resolve("X001-0001-002-001.png"), scans.resolve("x001_0001_002_01.png"));
    IngestReport better = ingest(scans);
    assertEquals(List.of(0L, 1L), List.of(better.created(), better.updated()));
    assertEquals(9, page("r2", 1).content().orElseThrow().width());
  }

  @Test
  void aPageThatATableBroughtInKeepsItsKey() throws IOException {
    Files.writeString(
        scans.resolve("images.csv"), "图像,记录,页序,页名\nletter-a.png,r2,1,信封\nletter-c.png,r2,3,信尾\n");
    image("letter-a.png", 4);
    image("letter-c.png", 4);
    assertEquals(List.of(), ingest(scans).problems());
    Path again = folder.resolve("again");
    scans = Files.createDirectory(again);
    image("X001-0001-002-001.png", 8);
    image("X001-0001-002-002.png", 8);
    image("X001-0001-002-004.png", 8);
    assertEquals(List.of(), ingest(again).problems());
    assertEquals(List.of(1, 2, 3, 4), pages("r2"));
    assertEquals("letter-a", page("r2", 1).iri().key());
    assertEquals("信封", page("r2", 1).label().zh());
    assertEquals(8, page("r2", 1).content().orElseThrow().width());
  }

  @Test
  void aRecordingOfTheRecordIsNoPageOfIt() throws IOException {
    Recording song =
        new Recording(
            new EntityIri(EntityType.RECORDING, "song"),
            Optional.of(new EntityIri(EntityType.RECORD, "r2")),
            1,
            LocalizedText.of("渡口号子"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty());
    journal.append(List.of(Draft.put(song.toGraph(), "editor", "")));
    image("X001-0001-002-001.png", 4);
    assertEquals(List.of(), ingest(scans).problems());
    assertEquals(List.of(1), pages("r2"));
  }

  @Test
  void whatIsKnownOfAPageStaysWhenItIsScannedAgain() throws IOException {
    image("X001-0001-002-001.png", 4);
    ingest(scans);
    PageImage page = page("r2", 1);
    PageImage described =
        new PageImage(
            page.iri(),
            page.record(),
            1,
            LocalizedText.of("信封"),
            Optional.of(LocalizedText.of("一个信封")),
            page.content(),
            Optional.of(PageImage.Transcript.of(List.of("家母"), "zh-Hant", true)),
            false);
    journal.append(List.of(Draft.put(described.toGraph(), "editor", "")));
    image("X001-0001-002-001.png", 9);
    ingest(scans);
    PageImage now = page("r2", 1);
    assertEquals(described.label(), now.label());
    assertEquals(described.alt(), now.alt());
    assertEquals(described.transcript(), now.transcript());
    assertEquals(9, now.content().orElseThrow().width());
  }

  @Test
  void unknownAndAmbiguousNamesAreReportedAndComeBackToBeMended() throws IOException {
    table("records.csv", RECORDS + "r8,X001-0001-002-1,x1,甲,真实,开放\n");
    ingest(folder.resolve("catalogue"));
    image("holiday.png", 4);
    image("X001-0001-002-1.png", 4); // page 1 of r2, or r8 itself
    image("X001-0001-7.png", 4); // of a file, not an item
    IngestReport report = ingest(scans);
    assertEquals(
        List.of("scans/X001-0001-002-1.png", "scans/X001-0001-7.png", "scans/holiday.png"),
        report.problems().stream().filter(Problem::isError).map(Problem::file).sorted().toList());
    assertTrue(report.problems().stream().allMatch(each -> each.remedy().en().isPresent()));
    assertEquals(0, images().size());

    Path rejected = folder.resolve("report/rejected/scans.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(rejected));
    assertEquals(4, lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      cells[1] = "r1";
      cells[2] = Integer.toString(i);
      lines.set(i, String.join(",", cells));
    }
    Path mended = Files.write(folder.resolve("mended.csv"), lines);
    IngestReport again = ingest(mended, scans);
    assertEquals(List.of(), again.problems());
    assertEquals(List.of(1, 2, 3), pages("r1"));
  }

  @Test
  void codesThatDifferInSeparatorsOnlyAreNotToldApart() throws IOException {
    table("records.csv", RECORDS + "r5,X001-A·1,x1,甲,真实,开放\n" + "r6,X001-A-1,x1,乙,真实,开放\n");
    ingest(folder.resolve("catalogue"));
    image("X001-A-1-001.png", 4);
    Problem problem = ingest(scans).problems().get(0);
    assertTrue(problem.isError());
    assertTrue(problem.value().contains("X001-A·1") && problem.value().contains("X001-A-1"));
  }

  @Test
  void aFileNamedByTheCodeOfAnItemAloneIsItsOnlyPageAndThatIsSaid() throws IOException {
    image("X001-0001-002.png", 4);
    IngestReport report = ingest(scans);
    assertEquals(List.of(1), pages("r2"));
    assertEquals(1, report.problems().size());
    assertFalse(report.problems().get(0).isError());
    assertEquals("X001-0001", report.problems().get(0).value());
  }

  @Test
  void ofTwoFilesForOnePageNeitherIsTaken() throws IOException {
    image("X001-0001-002-001.png", 4);
    image("again/X001-0001-002_1.png", 5);
    image("X001-0001-002-002.png", 4);
    IngestReport report = ingest(scans);
    assertEquals(2, report.errors());
    assertTrue(report.problems().get(0).reason().zh().contains("scans/"));
    assertEquals(List.of(2), pages("r2"));
  }

  @Test
  void gapsAreToldUnlessTheSystemHasThePages() throws IOException {
    image("X001-0001-002-001.png", 4);
    image("X001-0001-002-003.png", 4);
    Problem gap = ingest(scans).problems().get(0);
    assertFalse(gap.isError());
    assertEquals("X001-0001-002", gap.value());
    assertTrue(gap.reason().zh().endsWith("缺第 2 页"));
    Files.delete(scans.resolve("X001-0001-002-001.png"));
    image("X001-0001-002-002.png", 4);
    assertEquals(List.of(), ingest(scans).problems());
  }

  @Test
  void whatIsNoScanIsPassedOverOrReported() throws IOException {
    image("X001-0001-002-001.png", 4);
    Files.write(scans.resolve("Thumbs.db"), new byte[9]);
    Files.write(scans.resolve(".DS_Store"), new byte[9]);
    Files.write(scans.resolve("._X001-0001-002-001.png"), new byte[9]);
    Files.write(scans.resolve("说明.docx"), new byte[9]);
    Files.write(scans.resolve("X001-0001-002.jp2"), new byte[9]);
    Files.write(scans.resolve("X001-0001-002-002.png"), new byte[0]);
    Files.write(scans.resolve("X001-0001-002-003.png"), "not a picture".getBytes("UTF-8"));
    IngestReport report = ingest(scans);
    assertEquals(
        List.of(
            "scans/X001-0001-002-002.png",
            "scans/X001-0001-002-003.png",
            "scans/X001-0001-002.jp2",
            "scans/说明.docx"),
        report.problems().stream().map(Problem::file).sorted().toList());
    assertEquals(3, report.errors());
    assertEquals(List.of(1), pages("r2"));
  }

  @Test
  void linksLeadToFilesInTheFolderOnly() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    image("X001-0001-002-001.png", 4);
    Files.move(scans.resolve("X001-0001-002-001.png"), outside.resolve("secret.png"));
    Files.createSymbolicLink(scans.resolve("X001-0001-002-001.png"), outside.resolve("secret.png"));
    Files.createSymbolicLink(scans.resolve("X001-0001-002-009"), outside);
    Files.createSymbolicLink(scans.resolve("X001-0001-002-003.png"), folder.resolve("nowhere"));
    image("others/a.png", 4);
    Files.createSymbolicLink(scans.resolve("X001-0001-002-004.png"), scans.resolve("others/a.png"));
    IngestReport report = ingest(scans);
    assertEquals(List.of(4), pages("r2"));
    assertEquals(4, report.errors());
  }

  @Test
  void whatATableOfImagesNamesIsNotTakenTwice() throws IOException {
    image("X001-0001-002-001.png", 4);
    image("X001-0001-002-002.png", 4);
    Files.writeString(
        scans.resolve("images.csv"), "图像,记录,页序,页名,文件\nletter.png,r2,1,信封,X001-0001-002-001.png\n");
    IngestReport report = ingest(scans);
    assertEquals(1, report.problems().size());
    assertEquals(List.of(1, 2), pages("r2"));
    assertEquals("信封", page("r2", 1).label().zh());
  }

  @Test
  void aMappingForAllTablesIsNotForScans() throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        folder.resolve("mappings/old.csv"), "来源表,来源列,表,列,固定值,分隔,写法\n*,,persons,姓名,某,,\n");
    image("X001-0001-002-001.png", 4);
    IngestReport report = run(order(scans).withMapping("old"));
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(1), pages("r2"));
  }

  @Test
  void aDryRunTellsTheSameAndStoresNothing() throws IOException {
    image("X001-0001-002-001.png", 4);
    image("holiday.png", 4);
    long head = journal.head();
    IngestReport dry = run(order(scans).onlyTried());
    assertEquals(head, journal.head());
    try (Stream<Path> stored = Files.walk(folder.resolve("media/originals"))) {
      assertEquals(1, stored.count());
    }
    IngestReport wet = run(order(scans));
    assertEquals(
        List.of(dry.created(), dry.updated(), dry.errors()),
        List.of(wet.created(), wet.updated(), wet.errors()));
    assertEquals(0, run(order(scans).onlyTried()).updated());
  }

  @Test
  void everyPageOfAFileIsAPageOfTheRecord() throws IOException {
    book("X001-WS·1936-Y-0001.tif", 5, 6, 7);
    book("X001-0001-002-003.tif", 5, 6);
    image("X001-0001-002-001.png", 9);
    image("X001-0001-002-002.png", 9);

    IngestReport report = ingest(scans);

    assertEquals(0, report.errors(), report.problems().toString());
    assertEquals(List.of(1, 2, 3), pages("r1"));
    assertEquals(7, page("r1", 3).content().orElseThrow().width());
    assertEquals(List.of(1, 2, 3, 4), pages("r2"));
    assertEquals(6, page("r2", 4).content().orElseThrow().width());
    assertEquals(0, ingest(scans).updated());
  }

  @Test
  void everyPageOfAPdfIsAPageOfTheRecord() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage(new PDRectangle(24, 48)));
      pdf.addPage(new PDPage(new PDRectangle(48, 24)));
      pdf.save(scans.resolve("X001-WS·1936-Y-0001.pdf").toFile());
    }

    IngestReport report = ingest(scans);

    assertEquals(0, report.errors(), report.problems().toString());
    assertEquals(List.of(1, 2), pages("r1"));
    assertEquals(200, page("r1", 2).content().orElseThrow().width());
  }

  @Test
  void aPageOfAFileMayMeetAnotherFileForTheSamePage() throws IOException {
    book("X001-0001-002-001.tif", 5, 6);
    image("X001-0001-002-002.png", 9);

    IngestReport report = ingest(scans);

    assertEquals(List.of(1), pages("r2"));
    assertEquals(2, report.errors());
    assertTrue(
        report.problems().stream()
            .anyMatch(problem -> problem.toString().contains("X001-0001-002-001.tif#2")),
        report.problems().toString());
  }

  @Test
  void aTableNamesAPageOfAFileByItsNumber() throws IOException {
    book("letters.tif", 5, 6, 7);
    Files.writeString(
        scans.resolve("images.csv"),
        "图像,记录,页序,页名,文件\n"
            + "second.jpg,r1,1,封面,letters.tif#2\n"
            + "fourth.jpg,r1,2,封底,letters.tif#4\n");

    IngestReport report = ingest(scans);

    assertEquals(6, page("r1", 1).content().orElseThrow().width());
    assertEquals(List.of(1), pages("r1"));
    assertTrue(report.problems().toString().contains("no page 4"), report.problems().toString());
  }

  private void book(String path, int... widths) throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    for (int width : widths) {
      pages.add(new BufferedImage(width, 4, BufferedImage.TYPE_3BYTE_BGR));
    }
    Files.write(scans.resolve(path), TestImages.tiff(pages));
  }

  private IngestReport ingest(Path... from) throws IOException {
    return run(order(from));
  }

  private static ImportOrder order(Path... from) {
    return ImportOrder.of(new Author("test", "测试"), from);
  }

  private IngestReport run(ImportOrder order) throws IOException {
    return new Importer(
            journal,
            new Curation(journal, new ProfileCheck(), (record, property) -> imagesOf(record)),
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(order, folder.resolve("report"), Progress.NONE);
  }

  private List<EntityIri> entities(EntityType type) {
    return journal.after(0, 10_000).stream()
        .map(entry -> entry.entity())
        .filter(entity -> entity.type() == type)
        .distinct()
        .toList();
  }

  private List<PageImage> images() {
    return entities(EntityType.IMAGE).stream()
        .map(image -> PageImage.of(journal.current(image).orElseThrow()))
        .toList();
  }

  private List<EntityIri> imagesOf(EntityIri record) {
    return images().stream()
        .filter(image -> image.record().filter(record::equals).isPresent())
        .map(PageImage::iri)
        .toList();
  }

  private List<Integer> pages(String record) {
    return images().stream()
        .filter(image -> image.record().orElseThrow().key().equals(record))
        .map(PageImage::page)
        .sorted()
        .toList();
  }

  private PageImage page(String record, int page) {
    return images().stream()
        .filter(image -> image.record().orElseThrow().key().equals(record) && image.page() == page)
        .findFirst()
        .orElseThrow();
  }

  private void image(String path) {
    image(path, 4);
  }

  private void image(String path, int width) {
    try {
      Path file = scans.resolve(path);
      Files.createDirectories(file.getParent());
      ImageIO.write(
          new BufferedImage(width, 4, BufferedImage.TYPE_3BYTE_BGR), "png", file.toFile());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void table(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(folder.resolve("catalogue").resolve(name), text);
  }
}
