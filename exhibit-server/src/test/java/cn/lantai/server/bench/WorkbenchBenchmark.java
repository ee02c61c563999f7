package cn.lantai.server.bench;

import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a curator waits for the workbench: its pages, what helps while he types, and a save.
 *
 * <p>Arguments: the address of a running server, the password of {@code admin}, the key of a
 * record, and that of an exhibition. The record is saved again and again, with another title each
 * time. The limit is 100 ms at the 95th percentile.
 */
public final class WorkbenchBenchmark {

  private static final int WARM_UP = 30;
  private static final int REQUESTS = 100;
  private static final double LIMIT_MS = 100;
  private static final Pattern TITLE =
      Pattern.compile("(ontology#title> \")([^\"（]*)(（\\d+）)?(\"@zh)");

  private final Person admin;
  private final String token;
  private final String record;
  private final String exhibition;
  private int saves;

  private WorkbenchBenchmark(Person admin, String record, String exhibition) {
    this.admin = admin;
    token = admin.token();
    this.record = record;
    this.exhibition = exhibition;
  }

  public static void main(String[] arguments) {
    Person admin = new Person(arguments[0].replaceFirst("/$", ""));
    require(admin.signIn("admin", arguments[1]), 303);
    new WorkbenchBenchmark(admin, arguments[2], arguments[3]).run();
  }

  private void run() {
    say("%-48s %8s %8s %8s %8s", "what", "p50 ms", "p95 ms", "max ms", "x100ms");
    actions().forEach(this::measure);
  }

  private Map<String, Supplier<HttpResponse<String>>> actions() {
    Map<String, Supplier<HttpResponse<String>>> actions = new LinkedHashMap<>();
    for (String page :
        List.of(
            "",
            "/search?q=%E4%BF%A1",
            "/entries/record/" + record,
            "/entries/person",
            "/help/names?types=person&q=%E6%9D%8E",
            "/help/themes",
            "/help/date?text=%E6%B0%91%E5%9B%BD%E4%BA%8C%E5%8D%81%E5%85%AD%E5%B9%B4%E4%BA%94%E6%9C%88",
            "/selections",
            "/selections/exhibition/" + exhibition,
            "/selections/exhibition/" + exhibition + "/preview",
            "/selections/exhibition/" + exhibition + "/versions",
            "/tasks",
            "/reviews",
            "/openings",
            "/bulk-edits",
            "/imports",
            "/exports",
            "/notices",
            "/audit",
            "/accounts")) {
      actions.put("/workbench" + page, () -> admin.get("/workbench" + page));
    }
    actions.put("reading a record by the API and saving it", this::save);
    return actions;
  }

  private HttpResponse<String> save() {
    String path = "/api/entities/record/" + record;
    HttpResponse<String> read = admin.get(path, "application/n-triples");
    require(read, 200);
    // The title gets another number each time, so that there is something to save.
    String changed =
        TITLE
            .matcher(read.body())
            .replaceFirst(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) + found.group(2) + "（" + saves + "）" + found.group(4)));
    saves++;
    return admin.sendWith(
        token, "PUT", path, "application/n-triples", changed, "If-Match", Web.header(read, "ETag"));
  }

  private void measure(String name, Supplier<HttpResponse<String>> action) {
    for (int n = 0; n < WARM_UP; n++) {
      requireDone(name, action.get());
    }
    List<Double> times = new ArrayList<>();
    for (int n = 0; n < REQUESTS; n++) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = action.get();
      times.add((System.nanoTime() - begin) / 1e6);
      requireDone(name, answer);
    }
    Collections.sort(times);
    double late = times.get(REQUESTS * 95 / 100);
    say(
        "%-48s %8.1f %8.1f %8.1f %8.2f",
        name, times.get(REQUESTS / 2), late, times.get(REQUESTS - 1), late / LIMIT_MS);
  }

  private static void requireDone(String name, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(name + " answers " + answer.statusCode());
    }
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + " instead of " + status);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
