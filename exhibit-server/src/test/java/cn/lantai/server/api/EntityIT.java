package cn.lantai.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editing over HTTP in the real server, with the key of the data folder. */
class EntityIT {

  private static final String LETTER = "/api/entities/record/letter";
  private static final String TURTLE = "text/turtle";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Web web;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "letter,X1-0001,f1,一封信,A letter,示例,1937-05,,,开放\n"
                    + "race,X1-0002,f1,另一封信,Another letter,示例,1937-05,,,开放\n");
    Path data = temporary.resolve("data");
    server =
        LantaiProcess.start(data, Map.of("LANTAI_SAMPLES", holdings.folder().toString()), "--demo")
            .awaitGreeting();
    web = new Web(server.baseUrl());
    key = "Bearer " + Files.readAllLines(data.resolve("run/control")).get(1);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nobodyElseReadsOrEdits() {
    assertEquals(401, web.get(LETTER).statusCode());
    assertEquals(401, web.get(LETTER, "Authorization", key + "x").statusCode());
    assertTrue(
        List.of(401, 403).contains(web.put(LETTER, TURTLE, "", "If-Match", "\"1\"").statusCode()));
    assertTrue(List.of(401, 403).contains(web.delete(LETTER + "/publication").statusCode()));
  }

  @Test
  void anEditIsSavedAndPublishedAndALaterOneIsAConflict() {
    HttpResponse<String> read = get(LETTER);
    assertEquals(200, read.statusCode(), read.body());
    HttpResponse<String> saved =
        put(LETTER, read.body().replace("一封信", "一封长信"), Web.header(read, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    HttpResponse<String> late =
        put(LETTER, read.body().replace("一封信", "一封短信"), Web.header(read, "ETag"));
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("both-differently"), late.body());
    assertEquals(204, put(LETTER + "/publication", "", "").statusCode());
    assertTrue(get(LETTER).body().contains("一封长信"));
    assertTrue(get(LETTER + "/versions").body().contains("PUBLISH"));
  }

  @Test
  void ofEditorsWhoSaveAtOnceExactlyOneWins() throws Exception {
    String address = "/api/entities/record/race";
    HttpResponse<String> read = get(address);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> edits = new ArrayList<>();
      for (int editor = 0; editor < 4; editor++) {
        String body = read.body().replace("另一封信", "信" + editor);
        edits.add(() -> put(address, body, Web.header(read, "ETag")).statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : pool.invokeAll(edits)) {
        answers.add(answer.get());
      }
      Collections.sort(answers);
      assertEquals(List.of(204, 412, 412, 412), answers);
    } finally {
      pool.shutdown();
    }
  }

  private static HttpResponse<String> get(String address) {
    return web.get(address, "Authorization", key);
  }

  private static HttpResponse<String> put(String address, String body, String tag) {
    return tag.isEmpty()
        ? web.put(address, TURTLE, body, "Authorization", key)
        : web.put(address, TURTLE, body, "Authorization", key, "If-Match", tag);
  }
}
