package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody works on in the fonds {@code f2} of the archive {@code o2}: descriptions that were
 * never public, newer versions of public ones, and all that belongs to such work. A word stands in
 * all of it and nowhere in public. The fonds {@code f1} of {@code o1} is somebody else's, but for
 * an exhibition there that shows things of {@code f2}.
 */
final class SecretWork {

  /** The word. */
  static final String WORD = "鲸落湾";

  /** What stands beside the word wherever it stands, to look for. */
  static final String BESIDE = "霜降稿";

  private static final String SECRET = WORD + BESIDE;
  private static final String JSON = "application/json";
  private static final String TURTLE = "text/turtle";
  private static final String TRIPLES = "application/n-triples";

  /** By type and key. */
  static final List<String> THINGS =
      List.of(
          "record/hidden",
          "record/open",
          "set/f2",
          "image/hidden-1",
          "image/open-1",
          "recording/hidden-talk",
          "recording/open-talk",
          "exhibition/secret",
          "exhibition/shown");

  private final Person keeper;

  /** Numbers of reviews, tasks, jobs and so on. */
  private final Set<String> numbers = new LinkedHashSet<>();

  private final Map<String, String> addresses = new LinkedHashMap<>();

  private SecretWork(Person keeper) {
    this.keeper = keeper;
  }

  /** What is loaded with the first start; of {@code f2} only what may be public has no secret. */
  static SmallHoldings holdings(Path folder) throws IOException {
    return SmallHoldings.in(folder)
        .table(
            "organisations.csv", SmallHoldings.ORGANISATIONS + "o1,小城档案馆,Small\no2,大城档案馆,Large\n")
        .table(
            "fonds.csv",
            SmallHoldings.FONDS + "f1,X1,全宗,,o1,小城全宗,,示例\n" + "f2,X2,全宗,,o2,大城全宗,,示例\n")
        .table(
            "records.csv",
            SmallHoldings.RECORDS
                + "letter,X1-0001,f1,小城的信,,示例,1937-05,,,开放\n"
                + "hidden,X2-0001,f2,%s,,示例,1938,,%s,未审核\n".formatted(SECRET, SECRET)
                + "open,X2-0002,f2,公开的信,,示例,1938,,公开的提要,开放\n")
        .table(
            "images.csv",
            SmallHoldings.IMAGES.strip()
                + ",录文,录文语言,书写方向\n"
                + "hidden-1.jpg,hidden,1,%1$s,%1$s,%1$s,zh-Hant,竖排\n".formatted(SECRET)
                + "open-1.jpg,open,1,公开的首页,公开的图像,公开的录文,zh-Hant,竖排\n")
        .image("hidden-1.jpg")
        .image("open-1.jpg")
        .table(
            "recordings.csv",
            "音像,记录,次序,题名,字幕\n"
                + "hidden-talk.wav,hidden,1,%1$s,WEBVTT||00:00.000 --> 00:02.000|%1$s\n"
                    .formatted(SECRET)
                + "open-talk.wav,open,1,公开的录音,WEBVTT||00:00.000 --> 00:02.000|公开的字幕\n")
        .sound("hidden-talk.wav", 2)
        .sound("open-talk.wav", 3)
        .table(
            "selections.csv",
            "键,类型,序号,题名,编者,封面\n" + "shown,展览,1,公开的展览,o2,\n" + "mixed,展览,2,两馆合展,o1,hidden-1\n")
        .table("sections.csv", "专题,节,题\n" + "shown,1,一\n" + "mixed,1,一\n")
        .table(
            "blocks.csv",
            "专题,节,块,类型,记录,文字\n"
                + "shown,1,1,文字,,公开的文字\n"
                + "mixed,1,1,展品,hidden,\n"
                + "mixed,1,2,展品,open,\n"
                + "mixed,1,3,音像,hidden,\n"
                + "mixed,1,4,录文,open,\n");
  }

  /**
   * @param keeper may do everything
   */
  static SecretWork of(Person keeper) {
    SecretWork work = new SecretWork(keeper);
    work.rewrite("record/open", "公开的信", "公开的提要");
    work.rewrite("image/open-1", "公开的首页", "公开的图像", "公开的录文");
    work.rewrite("recording/open-talk", "公开的录音", "公开的字幕");
    work.rewrite("set/f2", "大城全宗");
    work.rewrite("exhibition/shown", "公开的展览", "公开的文字");
    work.exhibit();
    work.review();
    work.opening();
    work.plan();
    work.jobs();
    return work;
  }

  /** Saves a newer version, in which the secret stands beside what is public. */
  private void rewrite(String thing, String... texts) {
    HttpResponse<String> current = current(thing);
    String written = current.body();
    for (String text : texts) {
      assertTrue(written.contains(text), thing + " says nothing of " + text + "\n" + written);
      written = written.replace(text, text + SECRET);
    }
    String version = Web.header(current, "ETag");
    HttpResponse<String> saved =
        keeper.send("PUT", "/api/entities/" + thing, TURTLE, written, "If-Match", version);
    assertEquals(204, saved.statusCode(), thing + " " + saved.body());
  }

  /** Makes an exhibition of the archive {@code o2}. */
  private void exhibit() {
    done(
        keeper.post(
            "/workbench/selections", "type", "exhibition", "title", SECRET, "key", "secret"));
    HttpResponse<String> current = current("exhibition/secret");
    String self = current.body().replaceFirst("(?s).*?(<[^>]*/id/exhibition/secret>).*", "$1");
    String edited =
        self
            + " <https://www.ica.org/standards/RiC/ontology#hasCreator> "
            + self.replace("exhibition/secret", "organisation/o2")
            + " .\n";
    done(
        keeper.send(
            "PUT",
            "/api/entities/exhibition/secret",
            TURTLE,
            current.body() + edited,
            "If-Match",
            Web.header(current, "ETag")));
  }

  private void review() {
    HttpResponse<String> submitted =
        keeper.post(
            "/workbench/reviews",
            "type",
            "record",
            "key",
            "open",
            "version",
            version("record/open"),
            "reason",
            SECRET);
    String review = number("review", submitted);
    done(keeper.post("/workbench/reviews/" + review + "/comments", "words", SECRET));
    done(
        keeper.send(
            "POST",
            "/api/previews/record/open",
            JSON,
            "{\"label\":\"" + SECRET + "\",\"days\":7}"));
    number("preview", "/api/previews/record/open");
  }

  private void opening() {
    HttpResponse<String> seen = keeper.get("/api/openings/hidden", JSON);
    done(
        keeper.send(
            "POST",
            "/api/openings/hidden/steps",
            JSON,
            "{\"act\":\"sign\",\"outcome\":\"extend\",\"until\":2060,\"ground\":\"rights\",\"reason\":\""
                + SECRET
                + "\"}",
            "If-Match",
            Web.header(seen, "ETag")));
    done(
        keeper.post("/workbench/openings/words", "archive", "o2", "name", SECRET, "words", SECRET));
  }

  private void plan() {
    HttpResponse<String> planned =
        keeper.send(
            "POST",
            "/api/tasks/exhibition/secret",
            JSON,
            "{\"tasks\":[{\"title\":\"" + SECRET + "\"}]}");
    done(planned);
    number("task", "/api/tasks/exhibition/secret");
    done(
        keeper.send(
            "PUT",
            "/api/showings/exhibition/secret",
            JSON,
            "{\"opens\":\"2045-01-01T00:00:00Z\"}",
            "If-Match",
            "\"0\""));
    number(
        "template",
        keeper.post("/workbench/entries/record/~templates", "template", SECRET, "f.题名", SECRET));
  }

  private void jobs() {
    HttpResponse<String> export = keeper.post("/api/exports", "fonds", "f2", "format", "csv");
    keeper.ended("/api/exports/" + number("export", export));
    HttpResponse<String> many =
        keeper.send(
            "POST",
            "/api/bulk-edits",
            JSON,
            "{\"type\":\"record\",\"search\":\"in=f2\",\"field\":\"文种\",\"operation\":\"set\",\"value\":\""
                + SECRET
                + "\"}");
    keeper.ended("/api/bulk-edits/" + number("bulk-edit", many));
    String table = SmallHoldings.RECORDS + "later,X2-0009,f2," + SECRET + ",,示例,1938,,,不知道\n";
    HttpResponse<String> read =
        keeper.send(
            "POST",
            "/api/imports",
            "multipart/form-data; boundary=edge",
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + "records.csv\"\r\n\r\n"
                + table
                + "\r\n--edge--\r\n");
    keeper.ended("/api/imports/" + number("import", read));
  }

  /** The newest version as triples. */
  HttpResponse<String> current(String thing) {
    HttpResponse<String> answer = keeper.get("/api/entities/" + thing, TRIPLES);
    assertEquals(200, answer.statusCode(), thing);
    return answer;
  }

  String version(String thing) {
    return Web.header(current(thing), "ETag").replace("\"", "");
  }

  /** Of all reviews, tasks, jobs and so on. */
  Set<String> numbers() {
    return numbers;
  }

  /** The number of the only review, task and so on. */
  String number(String what) {
    return addresses.get(what);
  }

  /** Keeps the number that a new address ends with. */
  private String number(String what, HttpResponse<String> made) {
    done(made);
    return keep(what, Web.header(made, "Location").replaceFirst(".*[/=]", ""));
  }

  /** Keeps the first number in a list. */
  private void number(String what, String list) {
    String told = keeper.get(list, JSON).body();
    Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(told);
    assertTrue(id.find(), told);
    keep(what, id.group(1));
  }

  private String keep(String what, String number) {
    assertTrue(number.matches("\\d+"), what + " " + number);
    numbers.add(number);
    addresses.put(what, number);
    return number;
  }

  private static void done(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 400, answer.statusCode() + " " + answer.body());
    assertNotEquals("", answer.uri().getPath());
  }

  /** All that may change, as programs read it, by address. */
  Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    for (String thing : THINGS) {
      List<String> lines = current(thing).body().lines().sorted().toList();
      state.put(thing, String.join("\n", lines));
      tell("/api/entities/" + thing + "/versions", state);
      if (!thing.matches("(image|recording)/.*")) {
        tell("/api/previews/" + thing, state);
      }
      if (thing.startsWith("exhibition/")) {
        tell("/api/tasks/" + thing, state);
        tell("/api/showings/" + thing, state);
      }
    }
    tell("/api/openings/hidden", state);
    tell("/api/openings/open", state);
    tell("/api/reviews/" + number("review"), state);
    tell("/api/exports/" + number("export"), state);
    tell("/api/imports/" + number("import"), state);
    tell("/api/bulk-edits/" + number("bulk-edit"), state);
    state.put("words", words("/workbench/openings/words?archive=o2"));
    state.put("templates", words("/workbench/entries/record"));
    return state;
  }

  private void tell(String address, Map<String, String> state) {
    HttpResponse<String> told = keeper.get(address, JSON);
    assertEquals(200, told.statusCode(), address);
    state.put(address, told.body().replaceAll("\"usedOn\":\"[^\"]*\"", ""));
  }

  /** How often the secret stands in a page. */
  private String words(String page) {
    return Integer.toString(keeper.get(page).body().split(WORD, -1).length);
  }
}
