package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPagesTest {

  private static final byte[] SCAN = TestImages.jpeg(TestImages.squares(600, 800, 100));

  @TempDir private Path folder;
  private MediaStore store;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    store = MediaStore.open(folder.resolve("media"), 50_000_000);
    file = folder.resolve("letters.pdf");
  }

  @Test
  void drawsAPageAtThreeHundredDpi() throws Exception {
    save(pdf -> rectangle(pdf, page(pdf, 144, 216), Color.RED, 72, 0));

    AccessPyramid page = ingested(1);

    assertEquals(new PixelSize(600, 900), page.size());
    RgbImage tile = TestImages.tile(page, 0, 0, 0);
    assertNear(0xFFFFFF, tile, 100, 300);
    assertNear(0xFF0000, tile, 400, 300);
  }

  @ParameterizedTest
  @CsvSource({"0,600,800", "90,800,600", "180,600,800", "270,800,600"})
  void aPageThatIsAScanIsTheScanInItsOwnSize(int rotation, int width, int height) throws Exception {
    save(
        pdf -> {
          PDPage page = page(pdf, 300, 400);
          page.setRotation(rotation);
          fill(pdf, page, jpeg(pdf));
        });

    assertEquals(new PixelSize(width, height), ingested(1).size());
  }

  @Test
  void aScanIsTakenOutWithoutLoss() throws Exception {
    save(pdf -> fill(pdf, page(pdf, 300, 400), jpeg(pdf)));
    Path target = folder.resolve("page");
    try (PdfFile pdf = PdfFile.open(file)) {
      pdf.write(0, target);
    }
    assertArrayEquals(SCAN, Files.readAllBytes(target));
  }

  @Test
  void aScanInBlackAndWhiteKeepsItsSize() throws Exception {
    BufferedImage bitonal = new BufferedImage(700, 500, BufferedImage.TYPE_BYTE_BINARY);
    bitonal.createGraphics().fillRect(350, 0, 350, 500);
    save(pdf -> fill(pdf, page(pdf, 70, 50), CCITTFactory.createFromImage(pdf, bitonal)));

    AccessPyramid page = ingested(1);

    assertEquals(new PixelSize(700, 500), page.size());
    RgbImage tile = TestImages.tile(page, 0, 0, 0);
    assertNear(0x000000, tile, 100, 100);
    assertNear(0xFFFFFF, tile, 450, 100);
  }

  @Test
  void whatIsWrittenOverAScanIsSeen() throws Exception {
    save(
        pdf -> {
          PDPage page = page(pdf, 144, 192);
          fill(pdf, page, jpeg(pdf));
          try (PDPageContentStream over =
              new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
            over.setNonStrokingColor(Color.RED);
            over.addRect(0, 0, 20, 20);
            over.fill();
          }
        });

    AccessPyramid page = ingested(1);

    assertEquals(new PixelSize(600, 800), page.size());
    assertNear(0xFF0000, TestImages.tile(page, 0, 0, 1), 40, 240);
  }

  @Test
  void everyPageIsAnImage() throws Exception {
    save(
        pdf -> {
          page(pdf, 72, 72);
          page(pdf, 72, 144);
          page(pdf, 72, 216);
        });

    assertEquals(3, MediaStore.pages(file));
    assertEquals(new PixelSize(300, 900), ingested(3).size());
    assertEquals(new PixelSize(300, 600), ingested(2).size());
    assertEquals("application/pdf", store.examine(file, 2).mediaType());
    assertEquals(new PixelSize(300, 600), store.examine(file, 2).size());
    assertRefused(Kind.NO_SUCH_PAGE, 4);
  }

  @Test
  void aWallSizedPageIsDrawnSmaller() throws Exception {
    save(pdf -> page(pdf, 14_400, 7_200));

    PixelSize size = store.examine(file, 1).size();

    assertTrue(size.area() <= 18_000_000 && size.area() > 17_000_000, size.toString());
    assertEquals(2.0, size.width() / (double) size.height(), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void aProtectedPdfIsRefused(String password) throws Exception {
    try (PDDocument pdf = new PDDocument()) {
      page(pdf, 72, 72);
      pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      pdf.save(file.toFile());
    }
    assertTrue(assertRefused(Kind.UNKNOWN_FORMAT, 1).contains("protected"));
  }

  @Test
  void aPictureThatCannotBeReadIsNotPassedOver() throws Exception {
    save(pdf -> fill(pdf, page(pdf, 144, 100), picture(pdf, COSName.JPX_DECODE, 60, 80)));

    assertTrue(assertRefused(Kind.BROKEN, 1).contains("JPEG 2000"));
  }

  @Test
  void aPictureOfAbsurdSizeIsNotDecoded() throws Exception {
    save(
        pdf -> {
          PDPage page = page(pdf, 144, 100);
          PDImageXObject huge = picture(pdf, COSName.FLATE_DECODE, 100_000, 100_000);
          try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(huge, 10, 10, 50, 50);
          }
        });
    assertTrue(assertRefused(Kind.BROKEN, 1).contains("100000"));
  }

  @Test
  void dataThatUnpackToManyTimesTheirSizeAreNotUnpacked() throws Exception {
    save(
        pdf -> {
          PDPage page = page(pdf, 144, 100);
          PDStream bomb = new PDStream(pdf);
          try (OutputStream out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 330; i++) {
              out.write(spaces);
            }
          }
          page.setContents(bomb);
        });
    assertTrue(Files.size(file) < 1 << 20);

    assertRefused(Kind.TOO_LARGE, 1);
  }

  @Test
  void whatIsWrittenInAFontThatIsNotThereIsNotLeftOut() throws Exception {
    save(
        pdf -> {
          PDPage page = page(pdf, 144, 144);
          page.setResources(new PDResources());
          page.getResources().put(COSName.getPDFName("F1"), PDFontFactory.createFont(songTi()));
          PDStream text = new PDStream(pdf);
          try (OutputStream out = text.createOutputStream()) {
            out.write("BT /F1 72 Tf 20 40 Td <7EA2> Tj ET".getBytes(StandardCharsets.US_ASCII));
          }
          page.setContents(text);
        });
    try {
      RgbImage drawn = TestImages.tile(ingested(1), 0, 0, 0);
      boolean ink = false;
      for (int x = 0; x < 512; x++) {
        for (int y = 0; y < 512; y++) {
          ink |= TestImages.distance(0, drawn.toBufferedImage().getRGB(x, y) & 0xFFFFFF) < 99;
        }
      }
      assertTrue(ink, "this machine has a font for it, and nothing was drawn");
    } catch (UnreadableImageException refused) {
      assertTrue(refused.reason().contains("STSong-Light"), refused.reason());
    }
  }

  /** A Chinese font that is only named. */
  private static COSDictionary songTi() {
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "GB1");
    system.setInt(COSName.SUPPLEMENT, 2);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  @Test
  void aPageThatTakesTooLongIsGivenUp() throws Exception {
    save(pdf -> rectangle(pdf, page(pdf, 144, 216), Color.RED, 72, 0));
    try (PdfFile pdf = PdfFile.open(file);
        PDDocument document = Loader.loadPDF(file.toFile())) {
      assertEquals(1, pdf.pages());
      assertThrows(
          PdfDrawing.GivenUpException.class,
          () -> new PdfDrawing(document, Duration.ZERO).draw(0, 1));
    }
  }

  @Test
  void whatOnlyBeginsLikeAPdfIsRefused() throws IOException {
    Files.writeString(file, "%PDF-1.7\nno document follows");
    assertRefused(Kind.BROKEN, 1);
    assertEquals(1, MediaStore.pages(file));
  }

  @Test
  void theFirstBytesDecideWhatAFileIs() throws Exception {
    save(pdf -> page(pdf, 72, 72));
    byte[] pdf = Files.readAllBytes(file);
    try (InputStream both =
        new SequenceInputStream(new ByteArrayInputStream(SCAN), new ByteArrayInputStream(pdf))) {
      assertEquals("image/jpeg", store.ingest(both).mediaType());
    }
    byte[] script = ("<script></script>" + new String(pdf, StandardCharsets.ISO_8859_1)).getBytes();
    assertThrows(
        UnreadableImageException.class, () -> store.ingest(new ByteArrayInputStream(script)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void endsInAPictureOrARefusalWhateverIsDamaged(int seed) throws Exception {
    save(
        pdf -> {
          fill(pdf, page(pdf, 60, 80), jpeg(pdf));
          rectangle(pdf, page(pdf, 60, 80), Color.BLUE, 5, 5);
        });
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt(256);
    }
    Path damaged = Files.write(folder.resolve("damaged.pdf"), bytes);
    for (int page = 1; page <= MediaStore.pages(damaged) && page < 4; page++) {
      try {
        store.ingest(damaged, page);
      } catch (UnreadableImageException refused) {
        assertTrue(refused.messageKey().startsWith("media.unreadable."));
      }
    }
    try (Stream<Path> left = Files.list(folder.resolve("media/incoming"))) {
      assertEquals(0, left.count());
    }
  }

  private interface Making {
    void make(PDDocument pdf) throws IOException;
  }

  private void save(Making making) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      making.make(pdf);
      pdf.save(file.toFile());
    }
  }

  private static PDPage page(PDDocument pdf, float width, float height) {
    PDPage page = new PDPage(new PDRectangle(width, height));
    pdf.addPage(page);
    return page;
  }

  private static void rectangle(PDDocument pdf, PDPage page, Color colour, float x, float y)
      throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.setNonStrokingColor(colour);
      content.addRect(x, y, page.getCropBox().getWidth(), page.getCropBox().getHeight());
      content.fill();
    }
  }

  private static void fill(PDDocument pdf, PDPage page, PDImageXObject image) throws IOException {
    PDRectangle box = page.getCropBox();
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.drawImage(image, 0, 0, box.getWidth(), box.getHeight());
    }
  }

  private static PDImageXObject jpeg(PDDocument pdf) throws IOException {
    return JPEGFactory.createFromByteArray(pdf, SCAN);
  }

  private static PDImageXObject picture(PDDocument pdf, COSName filter, int width, int height)
      throws IOException {
    return new PDImageXObject(
        pdf,
        new ByteArrayInputStream(new byte[100]),
        filter,
        width,
        height,
        8,
        PDDeviceRGB.INSTANCE);
  }

  private AccessPyramid ingested(int page) throws Exception {
    return store.pyramid(store.ingest(file, page).digest()).orElseThrow();
  }

  private String assertRefused(Kind kind, int page) {
    UnreadableImageException refusal =
        assertThrows(UnreadableImageException.class, () -> store.ingest(file, page));
    assertEquals(kind, refusal.kind(), refusal.reason());
    return refusal.reason();
  }

  private static void assertNear(int expected, RgbImage image, int x, int y) {
    int actual = image.toBufferedImage().getRGB(x, y) & 0xFFFFFF;
    assertTrue(
        TestImages.distance(expected, actual) < 16,
        () -> Integer.toHexString(actual) + " at " + x + "," + y);
  }
}
