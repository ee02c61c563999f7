package cn.lantai.server.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with everything wrong that a curator's folder can have, loaded by the real server. */
class IngestIT {

  private static final String RECORDS =
      SmallHoldings.RECORDS
          + "good,X1-0001,f1,一封信,A letter,示例,1937-05,,,开放\n"
          + "bad-date,X1-0002,f1,一张照片,A photograph,示例,1937-13,,,开放\n"
          + "good,X1-0003,f1,同键的信,The same key,示例,1938,,,开放\n"
          + "long,X1-0004,f1,多一格的信,One cell too many,示例,1938,,,开放,1938年,补记\n"
          + "no-parent,X1-0005,nowhere,没有全宗的信,Without a fonds,示例,1938,,,开放\n"
          + "no-title,X1-0006,f1,,No title,示例,1938,,,开放\n"
          + "no-access,X1-0007,f1,状态写错的信,Wrong access,示例,1938,,,半开放\n"
          + "Bad Key,X1-0008,f1,键有空格的信,A key with a space,示例,1938,,,开放\n"
          + "same-code,X1-0001,f1,同号的信,The same code,示例,1938,,,开放\n"
          + "wants-person,X1-0009,f1,提到人的信,Mentions a person,示例,1938,p1,,开放\n"
          + "closed,X1-0010,f1,控制的信,A closed letter,示例,1938,,,控制\n"
          + "torn,X1-0011,f1,图像损坏的信,Its image is broken,示例,1938,,,开放\n"
          + "text,X1-0012,f1,图像不是图像的信,Its image is a text,示例,1938,,,开放\n"
          + "lost,X1-0013,f1,缺图像的信,Its image is missing,示例,1938,,,开放\n"
          + "last,X1-0014,f1,“最后”一封<信>,The <last> letter & more,示例,1938?,,,开放\n";

  private static final String IMAGES =
      SmallHoldings.IMAGES
          + "good-1.jpg,good,1,第一页,信的第一页\n"
          + "torn-1.jpg,torn,1,第一页,信的第一页\n"
          + "text-1.jpg,text,1,第一页,信的第一页\n"
          + "lost-1.jpg,lost,1,第一页,信的第一页\n"
          + "../../etc/passwd.jpg,lost,2,第二页,不该读到\n"
          + "good-2.jpg,good,两,第二页,页序不是数\n";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Web web;
  private static List<CSVRecord> report;

  @BeforeAll
  static void load() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("records.csv", RECORDS)
            .table("images.csv", IMAGES)
            .table(
                "persons.csv",
                SmallHoldings.PERSONS + "p1,某甲,Somebody,\"作家\n",
                Charset.forName("GB18030"))
            .image("good-1.jpg")
            .image("good-2.jpg")
            .image("torn-1.jpg")
            .image("text-1.jpg", "这不是图像".getBytes(StandardCharsets.UTF_8));
    Path torn = holdings.folder().resolve("images/torn-1.jpg");
    byte[] whole = Files.readAllBytes(torn);
    holdings.image("torn-1.jpg", Arrays.copyOf(whole, 200));
    Path data = temporary.resolve("data");
    Map<String, String> settings = Map.of("LANTAI_SAMPLES", holdings.folder().toString());
    server = LantaiProcess.start(data, settings, "--demo").awaitGreeting();
    web = new Web(server.baseUrl());
    report = read(data.resolve("reports/1/problems.csv"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyFaultIsReportedWithItsPlace() {
    assertAll(
        () -> assertReported("records.csv", 3, "日期", "1937-13"),
        () -> assertReported("records.csv", 4, "键", "good"),
        () -> assertReported("records.csv", 5, "", "1938年"),
        () -> assertReported("records.csv", 6, "上级", "nowhere"),
        () -> assertReported("records.csv", 7, "题名", ""),
        () -> assertReported("records.csv", 8, "开放标识", "半开放"),
        () -> assertReported("records.csv", 9, "键", "Bad Key"),
        () -> assertReported("records.csv", 10, "档号", "X1-0001"),
        () -> assertReported("records.csv", 11, "人名", "p1"),
        () -> assertReported("persons.csv", 2, "", ""),
        () -> assertReported("images.csv", 3, "图像", "torn-1.jpg"),
        () -> assertReported("images.csv", 4, "图像", "text-1.jpg"),
        () -> assertReported("images.csv", 5, "图像", "lost-1.jpg"),
        () -> assertReported("images.csv", 7, "页序", "两"));
  }

  @Test
  void everyLineOfTheReportSaysWhyAndWhatToDoInBothLanguages() {
    for (CSVRecord line : report) {
      assertEquals(9, line.size(), line.toString());
      for (int column = 4; column < 8; column++) {
        assertFalse(line.get(column).isBlank(), line.toString());
      }
    }
  }

  @Test
  void soundRowsAreNotReported() {
    Set<String> sound = new TreeSet<>(List.of("2", "12", "13", "14", "15", "16"));
    report.stream()
        .filter(line -> line.get(0).equals("records.csv"))
        .forEach(line -> assertFalse(sound.contains(line.get(1)), line.toString()));
  }

  @Test
  void theOtherRowsAreThereAndNothingIsHalfThere() {
    for (String loaded : List.of("good", "torn", "text", "lost", "last")) {
      assertEquals(200, web.page("/records/" + loaded).statusCode(), loaded);
    }
    for (String refused :
        List.of(
            "bad-date",
            "long",
            "no-parent",
            "no-title",
            "no-access",
            "same-code",
            "wants-person")) {
      assertEquals(404, web.page("/records/" + refused).statusCode(), refused);
      assertEquals(404, web.get("/data/record/" + refused + ".ttl").statusCode(), refused);
    }
    assertTrue(web.page("/records/good").body().contains("一封信"), "the first of two is kept");
    assertTrue(web.page("/records/last").body().contains("“最后”一封&lt;信&gt;"));
    assertTrue(web.page("/archives/f1").body().contains("一封信"));
  }

  @Test
  void whatIsNotOpenIsNotPublished() {
    assertEquals(404, web.page("/records/closed").statusCode());
    assertEquals(404, web.get("/iiif/manifest/closed").statusCode());
    String ask = "ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), '控制的信')) }";
    String answer = web.get("/sparql?query=" + Web.encode(ask), "Accept", "text/csv").body();
    assertTrue(answer.contains("false"), answer);
  }

  @Test
  void aRecordWhoseImageIsBrokenIsThereAndSaysSo() {
    for (String key : List.of("torn", "text", "lost")) {
      String page = web.page("/records/" + key, "Accept-Language", "zh").body();
      assertTrue(page.contains("此图像未能读取"), page);
      assertEquals(404, web.get("/iiif/3/" + key + "-1/info.json").statusCode());
      assertTrue(web.get("/iiif/manifest/" + key).body().contains("\"items\":[]"));
    }
    assertEquals(200, web.get("/iiif/3/good-1/info.json").statusCode());
  }

  @Test
  void theListsStillShowAllThatIsThere() {
    for (String address : List.of("/", "/archives", "/archives/f1", "/people", "/exhibitions")) {
      assertEquals(200, web.page(address).statusCode(), address);
    }
  }

  private static void assertReported(String file, int row, String column, String value) {
    boolean found =
        report.stream()
            .anyMatch(
                line ->
                    line.get(0).equals(file)
                        && line.get(1).equals(Integer.toString(row))
                        && line.get(2).equals(column)
                        && line.get(3).startsWith(value));
    assertTrue(
        found, () -> file + ":" + row + " " + column + " is not in\n" + String.join("\n", lines()));
  }

  private static List<String> lines() {
    return report.stream().map(CSVRecord::toList).map(Object::toString).toList();
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(text, CSVFormat.EXCEL)) {
      List<CSVRecord> all = parser.getRecords();
      return all.subList(1, all.size());
    }
  }
}
