package cn.lantai.server.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with headings of its own is tried, mapped on the page, tried again and imported. */
class MappingIT {

  private static final String JSON = "application/json";
  private static final String LINES =
      "{\"lines\": [{\"from\": \"a\", \"table\": \"records.csv\", \"column\": \"附注\"}]}";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Path data;
  private static Staff staff;
  private static Person curator;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings = SmallHoldings.in(temporary.resolve("holdings"));
    data = temporary.resolve("data");
    server =
        LantaiProcess.start(data, Map.of("LANTAI_SAMPLES", holdings.folder().toString()), "--demo")
            .awaitGreeting();
    staff = Staff.of(server).with("CURATOR", "importer");
    curator = staff.get("admin");
    token = curator.token();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aTableOfOthersIsMappedOnThePageAndImported() throws Exception {
    String tried =
        tryFile(
            "旧目录.csv",
            "自编号,全宗键,卷号,这是什么,时候,谁写的,看得吗\n"
                + "k1,f1,X1 0101,一封家信,1937-05,茅盾、丰子恺,开放\n"
                + "k2,f1,X1 0102,一份电报,1938,茅盾,开放\n");
    assertTrue(curator.get(tried).body().contains(tried + "/columns"));

    Document page = page(tried + "/columns");
    assertEquals("自编号", page.selectFirst(".cm-table th[scope=row]").text());
    assertTrue(page.selectFirst(".cm-table").text().contains("一封家信"));
    assertEquals("", value(page.selectFirst("#to-0")));

    Document shown =
        Jsoup.parse(send(tried, fields(page, "to-0", "records.csv", "act", "show")).body());
    assertTrue(shown.select("#column-0-3 optgroup option").eachAttr("value").contains("题名"));
    String[] chosen = {
      "name",
      "old-catalogue",
      "column-0-0",
      "键",
      "writing-0-0",
      "key",
      "column-0-1",
      "上级",
      "column-0-2",
      "档号",
      "writing-0-2",
      "code",
      "column-0-3",
      "题名",
      "column-0-4",
      "日期",
      "column-0-5",
      "责任者",
      "writing-0-5",
      "person",
      "separator-0-5",
      "、",
      "column-0-6",
      "开放标识",
      "act",
      "save"
    };
    HttpResponse<String> kept = send(tried, fields(shown, chosen));
    assertEquals(303, kept.statusCode(), kept.body());
    String again = new Web(server.baseUrl()).target(kept);
    JsonObject counts = curator.ended(again).getJsonObject("counts");
    assertEquals(0, counts.getInt("errors"), counts.toString());

    HttpResponse<String> started = curator.post(again + "/start");
    assertEquals(303, started.statusCode(), started.body());
    JsonObject done = curator.ended(new Web(server.baseUrl()).target(started));
    assertEquals(0, done.getJsonObject("counts").getInt("errors"), done.toString());
    assertTrue(Files.readString(data.resolve("mappings/old-catalogue.csv")).contains("谁写的"));
    String found = curator.get("/api/search?q=" + Web.encode("一封家信"), "application/json").body();
    assertTrue(found.contains("X1.0101"), found);

    // The next table of the kind needs no page.
    String next =
        tryFile(
            "下一份.csv",
            "自编号,全宗键,卷号,这是什么,时候,谁写的,看得吗\nk3,f1,X1 0103,又一封,1939,茅盾,开放\n",
            "old-catalogue");
    assertEquals(0, curator.ended(next).getJsonObject("counts").getInt("errors"));
    assertTrue(page(next + "/columns").selectFirst(".cm-table").text().contains("档号"));
    assertTrue(curator.get("/workbench/audit").body().contains("mapping/old-catalogue"));
  }

  @Test
  void whatDoesNotFitIsSaidOnThePageAndNothingIsKept() {
    String tried = tryFile("fault.csv", "甲,乙\n1,2\n");
    Document page = page(tried + "/columns");
    String[] two = {"to-0", "records.csv", "column-0-0", "题名", "column-0-1", "题名", "name", "fault"};
    assertFault("只放得下一列", send(tried, fields(page, two)));
    assertFault(
        "没有“颜色”",
        send(tried, fields(page, "to-0", "records.csv", "column-0-0", "颜色", "name", "fault")));
    assertFault(
        "没有“别的.csv”",
        send(
            tried,
            fields(
                page,
                "table-0",
                "别的.csv",
                "to-0",
                "records.csv",
                "column-0-0",
                "附注",
                "name",
                "fault")));
    assertFault(
        "不能作映射表的名称",
        send(tried, fields(page, "to-0", "records.csv", "column-0-0", "附注", "name", "../escape")));
    assertFault("没有指定任何一列", send(tried, fields(page, "to-0", "records.csv", "name", "fault")));
    assertEquals(404, curator.get("/api/mappings/fault", "application/json").statusCode());
    assertFalse(Files.exists(data.resolve("escape.csv")));

    HttpResponse<String> english =
        curator.post("/workbench/imports/999999/columns?lang=en", "act", "save");
    assertEquals(404, english.statusCode());
    curator.get("/?lang=zh");
  }

  @Test
  void aProgramTriesTheSameFilesAgainWithAMappingAndImportsThem() {
    String tried =
        tryFile("程序.csv", "自编号,全宗键,卷号,题目\np1,f1,X1 0301,程序送来的信\n").replace("/workbench", "/api");
    assertTrue(curator.get(tried + "/columns", JSON).body().contains("程序送来的信"));
    String lines =
        "{\"lines\": ["
            + line("自编号", "键", "cell")
            + line("全宗键", "上级", "cell")
            + line("卷号", "档号", "code")
            + line("题目", "题名", "text").replaceFirst(",$", "")
            + "]}";
    String runs = tried + "/runs";
    HttpResponse<String> unknown = post(runs, "{\"mapping\": \"from-afar\"}");
    assertEquals(400, unknown.statusCode(), "not kept yet");
    assertEquals(201, put("/api/mappings/from-afar", lines, "If-None-Match", "*").statusCode());
    HttpResponse<String> slip = post(runs, "{\"dry-run\": \"no\"}");
    assertEquals(400, slip.statusCode(), slip.body());
    assertTrue(slip.body().contains("\"field\":\"dry-run\""), slip.body());
    assertEquals(400, post(runs, "{\"encoding\": \"not a name\"}").statusCode());
    assertEquals(404, post("/api/imports/999999/runs", "{}").statusCode());

    JsonObject again = curator.ended(started(post(runs, "{\"mapping\": \"from-afar\"}")));
    assertTrue(again.getBoolean("dryRun") && again.getBoolean("repeatable"), again.toString());
    assertEquals("from-afar", again.getString("mapping"));
    assertEquals(0, again.getJsonObject("counts").getInt("errors"), again.toString());
    runs = "/api/imports/" + again.getInt("id") + "/runs";
    JsonObject plain = curator.ended(started(post(runs, "{\"mapping\": \"\"}")));
    assertFalse(plain.containsKey("mapping"), plain.toString());
    JsonObject done = curator.ended(started(post(runs, "{\"dry-run\": false}")));
    assertFalse(done.getBoolean("dryRun"), done.toString());
    assertEquals("from-afar", done.getString("mapping"));
    assertEquals(200, curator.get("/api/entities/record/p1", "text/turtle").statusCode());
    HttpResponse<String> gone = post(runs, "{}");
    assertEquals(409, gone.statusCode(), gone.body());
    assertTrue(gone.body().contains("#upload-gone"), gone.body());
  }

  @Test
  void aTokenThatMayNotPublishMayNotDoSoByTryingAgain() {
    Web program = new Web(server.baseUrl());
    String[] importing = staff.bearer("importer", "IMPORT");
    String form = form("records.csv", SmallHoldings.RECORDS + "t1,X1-0400,f1,令牌的信,,示例,,,,控制\n");
    HttpResponse<String> tried =
        program.post("/api/imports", "multipart/form-data; boundary=x", form, importing);
    assertEquals(202, tried.statusCode(), tried.body());
    String runs = program.target(tried) + "/runs";
    staff.get("importer").ended(program.target(tried));
    String publishing = "{\"dry-run\": false, \"publish\": true}";
    assertEquals(403, program.post(runs, JSON, publishing, importing).statusCode());
    HttpResponse<String> again = program.post(runs, JSON, "{}", importing);
    assertEquals(202, again.statusCode(), again.body());
    String[] both = staff.bearer("importer", "PUBLISH");
    assertEquals(403, program.post(runs, JSON, publishing, both).statusCode(), "imports nothing");
  }

  private static String line(String from, String column, String writing) {
    return "{\"from\": \"%s\", \"table\": \"records.csv\", \"column\": \"%s\", \"writing\": \"%s\"},"
        .formatted(from, column, writing);
  }

  private static HttpResponse<String> post(String address, String body) {
    return curator.sendWith(token, "POST", address, JSON, body, "Accept", JSON);
  }

  private static String started(HttpResponse<String> answer) {
    assertEquals(202, answer.statusCode(), answer.body());
    return new Web(server.baseUrl()).target(answer);
  }

  @Test
  void aMappingIsKeptByProgramsThatHaveSeenIt() {
    String address = "/api/mappings/by-program";
    assertEquals(428, put(address, LINES).statusCode());
    HttpResponse<String> made = put(address, LINES, "If-None-Match", "*");
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(412, put(address, LINES, "If-None-Match", "*").statusCode());
    HttpResponse<String> read = curator.get(address, "application/json");
    assertEquals(Web.header(made, "ETag"), Web.header(read, "ETag"));
    assertTrue(read.body().contains("附注"), read.body());
    String tag = Web.header(read, "ETag");
    String more = LINES.replace("\"a\"", "\"b\"");
    assertEquals(204, put(address, more, "If-Match", tag).statusCode());
    HttpResponse<String> late = put(address, LINES, "If-Match", tag);
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("其间有人改过"), late.body());
    HttpResponse<String> refused =
        put("/api/mappings/new", LINES.replace("附注", "颜色"), "If-None-Match", "*");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("没有“颜色”"), refused.body());
    assertEquals(422, put("/api/mappings/Not a key", LINES, "If-None-Match", "*").statusCode());
    assertEquals(404, curator.get("/api/mappings/none", "application/json").statusCode());
    assertTrue(curator.get("/api/mappings", "application/json").body().contains("by-program"));
  }

  @Test
  void aMappingOfAnImportThatRunsStaysAsItIs() {
    String address = "/api/mappings/in-use";
    String lines = LINES.replace("records.csv", "persons.csv").replace("附注", "姓名");
    String tag = Web.header(put(address, lines, "If-None-Match", "*"), "ETag");
    StringBuilder many = new StringBuilder("a\n");
    for (int i = 0; i < 40_000; i++) {
      many.append("某人").append(i).append('\n');
    }
    String running = upload("many.csv", many.toString(), "in-use");
    HttpResponse<String> inUse = put(address, lines, "If-Match", tag);
    assertEquals(409, inUse.statusCode(), inUse.body());
    assertTrue(inUse.body().contains("正在使用"), inUse.body());
    assertEquals(409, curator.get(running + "/columns").statusCode());
    HttpResponse<String> columns =
        curator.get(running.replace("/workbench", "/api") + "/columns", "application/json");
    assertEquals(409, columns.statusCode());
    assertTrue(columns.body().contains("#import-runs"), columns.body());
    HttpResponse<String> again = post(running.replace("/workbench", "/api") + "/runs", "{}");
    assertEquals(409, again.statusCode());
    assertTrue(again.body().contains("#import-runs"), again.body());
    curator.post(running + "/cancel");
    curator.ended(running);
  }

  private static void assertFault(String why, HttpResponse<String> answer) {
    assertEquals(422, answer.statusCode(), answer.body());
    String said = Jsoup.parse(answer.body()).select("[role=alert]").text();
    assertTrue(said.contains(why), said);
  }

  private static Document page(String address) {
    HttpResponse<String> page = curator.get(address);
    assertEquals(200, page.statusCode(), page.body());
    return Jsoup.parse(page.body());
  }

  private static HttpResponse<String> send(String tried, String[] fields) {
    return curator.post(tried + "/columns", fields);
  }

  /** What the form of the page holds, with some of it changed. */
  private static String[] fields(Document page, String... changed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : page.select("main form input, main form select")) {
      fields.put(field.attr("name"), value(field));
    }
    fields.remove("csrf");
    for (int i = 0; i < changed.length; i += 2) {
      fields.put(changed[i], changed[i + 1]);
    }
    List<String> all = new ArrayList<>();
    fields.forEach((name, value) -> all.addAll(List.of(name, value)));
    return all.toArray(String[]::new);
  }

  private static String value(Element field) {
    if (!field.is("select")) {
      return field.val();
    }
    Element selected = field.selectFirst("option[selected]");
    return selected == null ? "" : selected.val();
  }

  private static String tryFile(String name, String content, String... mapping) {
    String address = upload(name, content, mapping);
    assertEquals("done", curator.ended(address).getString("state"));
    return address;
  }

  private static String form(String name, String content, String... mapping) {
    return part("dry-run", "true")
        + (mapping.length == 0 ? "" : part("mapping", mapping[0]))
        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + content
        + "\r\n--x--\r\n";
  }

  private static String upload(String name, String content, String... mapping) {
    HttpResponse<String> started =
        curator.sendWith(
            token,
            "POST",
            "/workbench/imports?csrf=" + Web.encode(token),
            "multipart/form-data; boundary=x",
            form(name, content, mapping));
    assertEquals(303, started.statusCode(), started.body());
    return new Web(server.baseUrl()).target(started);
  }

  private static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static HttpResponse<String> put(String address, String body, String... headers) {
    return curator.sendWith(
        token, "PUT", address.replace(" ", "%20"), "application/json", body, headers);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
