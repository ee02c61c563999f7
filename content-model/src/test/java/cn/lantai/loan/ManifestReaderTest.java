package cn.lantai.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.ProfileCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  private static final String BODY =
      "{\"id\":\"https://i.example/1.jpg\",\"type\":\"Image\",\"width\":10,\"height\":20}";

  @Test
  void aManifestOfVersion3IsReadWithWhoseItIsAndWhereItsImagesAre() throws Exception {
    ManifestReader.Result read = ManifestReader.read(sample("v3.json"));
    Loan loan = read.loan();
    assertEquals(LocalizedText.of("渡江木船船主名册", "Register of ferrymen"), loan.title());
    assertEquals(LocalizedText.of("青禾县档案馆", "Qinghe County Archives"), loan.holder());
    assertEquals(Optional.of("M31-0001"), loan.code());
    assertEquals(Optional.of("1935年2月"), loan.date().flatMap(HistoricalDate::expressed));
    assertEquals(Optional.of(LocalizedText.of("一册，毛笔抄写。\n封面残缺 & 有虫蛀。")), loan.summary());
    assertEquals(
        Optional.of(
            LocalizedText.of("署名：青禾县档案馆藏", "Attribution: Courtesy of Qinghe County Archives")),
        loan.statement());
    assertEquals(Optional.of("http://creativecommons.org/licenses/by/4.0/"), loan.rights());
    assertEquals(Optional.of("https://example.cn/m31"), loan.homepage());
    assertEquals("https://iiif.example.cn/m31/manifest", loan.manifest());
    assertEquals(
        List.of(
            new Loan.Canvas(
                1,
                LocalizedText.of("封面", "Cover"),
                Optional.of("https://iiif.example.cn/m31/canvas/1"),
                "https://images.example.cn/iiif/3/m31-1/full/max/0/default.jpg",
                Optional.of(new ImageService("https://images.example.cn/iiif/3/m31-1", 3, 2)),
                2400,
                3200),
            new Loan.Canvas(
                2,
                LocalizedText.of("第 2 幅", "Image 2"),
                Optional.of("https://iiif.example.cn/m31/canvas/2"),
                "https://images.example.cn/m31-2.jpg",
                Optional.empty(),
                1200,
                1600)),
        loan.canvases());
    assertEquals(
        List.of("未采用 /items/2：没有图像"), read.notes().stream().map(LocalizedText::zh).toList());
  }

  @Test
  void aManifestOfVersion2IsReadInTheSameWay() throws Exception {
    ManifestReader.Result read = ManifestReader.read(sample("v2.json"));
    Loan loan = read.loan();
    assertEquals(LocalizedText.of("一位教员的信", "Letters of a teacher"), loan.title());
    assertEquals(LocalizedText.of("Example Library"), loan.holder());
    assertEquals(Optional.of("MS 7"), loan.code());
    assertEquals(Optional.of(LocalizedText.of("Held by the Example Library")), loan.statement());
    assertEquals(
        Optional.of("https://creativecommons.org/publicdomain/mark/1.0/"),
        loan.rights(),
        "not what would run a script");
    assertEquals(
        List.of("未采用 /license/0：不是 http 或 https 网址"),
        read.notes().stream().map(LocalizedText::zh).toList());
    assertEquals(Optional.of("https://library.example.org/ms7"), loan.homepage());
    Loan.Canvas first = loan.canvases().get(0);
    assertEquals(
        Optional.of(new ImageService("https://library.example.org/images/f1", 2, 1)),
        first.service());
    assertEquals(List.of(2000, 3000), List.of(first.width(), first.height()));
    assertEquals(
        Optional.empty(),
        loan.canvases().get(1).service(),
        "version 1 of the Image API is shown as the picture");
  }

  @Test
  void whatWasReadIsKeptInRdfAndFitsTheProfile() throws Exception {
    for (String name : List.of("v3.json", "v2.json")) {
      Loan loan = ManifestReader.read(sample(name)).loan();
      assertEquals(loan, Loan.of(loan.toGraph()));
      assertEquals(List.of(), new ProfileCheck().violations(loan.toGraph().toGraph()));
    }
  }

  @Test
  void theSameManifestIsAlwaysTheSameLoan() throws Exception {
    assertEquals(
        ManifestReader.read(sample("v3.json")).loan().iri(),
        ManifestReader.read(sample("v3.json").replace("名册", "花名册")).loan().iri());
  }

  @Test
  void whatCannotBeReadSaysWhatAndWhereInBothLanguages() {
    assertEquals("line 1, column 8", refused("{\"id\": }").where());
    assertEquals("/type", refused("{\"type\":\"Collection\"}").where());
    assertTrue(refused("{\"type\":\"Collection\"}").what().zh().contains("集合"));
    assertEquals("/@type", refused("{\"@type\":\"sc:Collection\"}").where());
    assertEquals("/type", refused("[]").where());
    assertEquals("/type", refused("\"Manifest\"").where());
    assertEquals("/id", refused("{\"type\":\"Manifest\"}").where());
    assertEquals("/@id", refused("{\"@type\":\"sc:Manifest\"}").where());
    assertEquals("/id", refused("{\"type\":\"Manifest\",\"id\":\"javascript:alert(1)\"}").where());
    assertEquals("/label", refused(manifest("").replace("label", "name")).where());
    assertEquals("/items", refused(manifest("")).where());
    assertTrue(
        refused(manifest("{\"type\":\"Canvas\"}")).remedy().en().orElseThrow().contains("size"));
    assertTrue(refused(manifest("")).sentence().zh().contains("（/items）"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "null",
        "\"x\"",
        "[[[]]]",
        "{\"items\":7}",
        "{\"items\":[{\"items\":\"x\"}]}",
        "{\"items\":[{\"items\":[{\"motivation\":7,\"body\":[]}]}]}",
        "{\"items\":[{\"items\":[{\"motivation\":\"painting\",\"body\":{\"type\":[7]}}]}]}"
      })
  void wrongTypesAreNoCanvas(String canvas) {
    assertEquals("/items", refused(manifest(canvas)).where());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "//i.example/1.jpg",
        "/1.jpg",
        "https://user:word@i.example/1.jpg",
        "https://i.example/1 2.jpg",
        "https://i.example; script-src *//1.jpg",
        "https://i.ex\\\"ample/1.jpg",
        "https:///1.jpg",
        "file:///etc/passwd"
      })
  void onlyAddressesOfTheWebAreShown(String address) {
    assertEquals(
        "/items",
        refused(manifest(canvas(BODY.replace("https://i.example/1.jpg", address)))).where());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-4", "1e999999999", "1e-9", "\"10\"", "10000000", "null"})
  void aPictureHasASize(String width) {
    String body = BODY.replace("\"width\":10", "\"width\":" + width);
    assertEquals("/items", refused(manifest(canvas(body))).where());
  }

  @Test
  void whatIsHugeOrNestedIsRefusedBeforeItIsParsed() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    UnreadableManifestException nested =
        refused(manifest("").replace("\"items\":[]", "\"items\":" + deep));
    assertTrue(nested.what().zh().contains("太深"));
    assertTrue(
        refused(" ".repeat(ManifestReader.LONGEST) + manifest("")).what().zh().contains("太大"));
  }

  @Test
  void bracketsInTextsAreNoNesting() throws Exception {
    String title = "[{".repeat(200) + "\\\"" + "[".repeat(100);
    Loan loan =
        ManifestReader.read(manifest(canvas(BODY)).replace("\"T\"", "\"" + title + "\"")).loan();
    assertTrue(loan.title().zh().startsWith("[{[{"));
  }

  @Test
  void ofManyCanvasesTheFirstAreTakenAndThatIsTold() throws Exception {
    String many = (canvas(BODY) + ",").repeat(ManifestReader.MOST_CANVASES) + canvas(BODY);
    ManifestReader.Result read = ManifestReader.read(manifest(many));
    assertEquals(ManifestReader.MOST_CANVASES, read.loan().canvases().size());
    assertTrue(read.notes().get(0).zh().contains("共 301 幅"));
  }

  @Test
  void notesAreFew() throws Exception {
    String many = "{},".repeat(5000) + canvas(BODY);
    assertEquals(20, ManifestReader.read(manifest(many)).notes().size());
  }

  @Test
  void markupAndControlCharactersAreTakenOutOfTexts() throws Exception {
    String text = "<script>x</script> a\\u0000b &lt;b&gt; <img src=x onerror=y> 3 < 4";
    Loan loan =
        ManifestReader.read(manifest(canvas(BODY)).replace("\"T\"", "\"" + text + "\"")).loan();
    assertEquals("x a b <b>  3 < 4", loan.title().zh());
    String long_ = "字".repeat(100_000);
    assertEquals(
        2000,
        ManifestReader.read(manifest(canvas(BODY)).replace("\"T\"", "\"" + long_ + "\""))
            .loan()
            .title()
            .zh()
            .length());
  }

  @Test
  void textsMadeToBeSlowAreRead() {
    String slow = "<a".repeat(500_000);
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> ManifestReader.read(manifest(canvas(BODY)).replace("\"T\"", "\"" + slow + "\"")));
  }

  @Test
  void withoutAProviderTheServerIsNamed() throws Exception {
    assertEquals(
        LocalizedText.of("m.example"), ManifestReader.read(manifest(canvas(BODY))).loan().holder());
  }

  @Test
  void canvasesAreNamedInCells() {
    CanvasName name = CanvasName.parse("m31-1#12").orElseThrow();
    assertEquals(12, name.number());
    assertEquals("m31-1#12", name.text());
    for (String text : List.of("m31", "m31#", "m31#0", "m31#x", "#1", "M 31#1", "m#123456")) {
      assertFalse(CanvasName.parse(text).isPresent(), text);
    }
  }

  @Test
  void originsAreAsBrowsersCompareThem() {
    assertEquals("https://i.example", WebAddress.origin("HTTPS://I.Example:443/x/y?z"));
    assertEquals("http://127.0.0.1:8182", WebAddress.origin("http://127.0.0.1:8182/x"));
    assertEquals("http://i.example:443", WebAddress.origin("http://i.example:443"));
    assertThrows(IllegalArgumentException.class, () -> WebAddress.origin("javascript:x"));
  }

  private static UnreadableManifestException refused(String json) {
    UnreadableManifestException refused =
        assertThrows(UnreadableManifestException.class, () -> ManifestReader.read(json));
    assertTrue(refused.what().en().isPresent() && refused.remedy().en().isPresent());
    return refused;
  }

  private static String manifest(String canvases) {
    return "{\"id\":\"https://m.example/1\",\"type\":\"Manifest\",\"label\":{\"none\":[\"T\"]},"
        + "\"items\":["
        + canvases
        + "]}";
  }

  private static String canvas(String body) {
    return "{\"type\":\"Canvas\",\"items\":[{\"items\":[{\"motivation\":\"painting\",\"body\":"
        + body
        + "}]}]}";
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = ManifestReaderTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
