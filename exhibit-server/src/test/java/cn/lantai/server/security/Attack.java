package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that would change another's work if nobody asked whose it is.
 *
 * @param headers names and values by turns
 */
record Attack(String type, String body, List<String> headers) {

  private static final String JSON = "application/json";
  private static final String TURTLE = "text/turtle";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** With what is true of the work, so that nothing else but rights refuses it. */
  static Attack on(String path, SecretWork work, Person keeper) {
    String thing =
        SecretWork.THINGS.stream().filter(path::contains).findFirst().orElse("record/open");
    String version = work.version(thing);
    if (path.startsWith("/workbench/")) {
      return new Attack(FORM, form(thing, version, work, keeper), List.of());
    }
    if (path.equals("/api/exports")) {
      return new Attack(FORM, encoded("fonds", "f2", "format", "csv"), List.of());
    }
    boolean describes = path.matches("/api/entities/[^/]+/[^/]+(/checks)?");
    String seen =
        path.startsWith("/api/entities/")
            ? "\"" + version + "\""
            : Web.header(keeper.get(path.replaceFirst("/(steps|place)$", ""), JSON), "ETag");
    List<String> headers = seen.isEmpty() ? List.of() : List.of("If-Match", seen);
    return describes
        ? new Attack(TURTLE, work.current(thing).body().replace(SecretWork.WORD, "改写"), headers)
        : new Attack(JSON, json(thing, version, work), headers);
  }

  /**
   * @param token of the session
   */
  HttpResponse<String> by(Person person, String token, String method, String path) {
    return person.sendWith(token, method, path, type, body, headers.toArray(String[]::new));
  }

  /** Has the fields of all forms. */
  private static String form(String thing, String version, SecretWork work, Person keeper) {
    Matcher opened =
        Pattern.compile("\"([0-9a-f]{64})-([0-9a-f]{64})-(\\d+)-(\\d+)\"")
            .matcher(Web.header(keeper.get("/api/openings/hidden", JSON), "ETag"));
    assertTrue(opened.matches());
    String task = work.number("task");
    return encoded(
        "type", thing.replaceFirst("/.*", ""),
        "key", thing.replaceFirst(".*/", ""),
        "version", version,
        "base", version,
        "seen", "1",
        "review", work.number("review") + ":1",
        "record", "hidden:" + opened.group(1),
        "mark", opened.group(2),
        "id", opened.group(3),
        "outcome", "open",
        "act", "return",
        "to", "withdrawn",
        "op", "remove:" + task + ":1",
        "state", "done",
        "document",
            thing.startsWith("exhibition/")
                ? document(keeper.get("/workbench/selections/" + thing).body())
                : "{}",
        "archive", "o2",
        "scope", "fonds:f2",
        "format", "csv",
        "closes", "2046-01-01T00:00",
        "label", "x",
        "days", "7",
        "words", "x",
        "name", "x",
        "reason", "x",
        "template", "x",
        "chosen", thing,
        "kind", "record",
        "field", "文种",
        "operation", "set",
        "f.文种", "信",
        "f.题名", "改写");
  }

  /**
   * @param fields names and values by turns
   */
  private static String encoded(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(Web.encode(fields[i]));
      form.append('=').append(Web.encode(fields[i + 1]));
    }
    return form.toString();
  }

  private static String json(String thing, String version, SecretWork work) {
    return ("{\"entity\":\"%s\",\"version\":%s,\"act\":\"return\",\"reason\":\"x\",\"words\":\"x\","
            + "\"seen\":1,\"reviews\":[{\"id\":%s,\"seen\":1}],\"label\":\"x\",\"days\":7,"
            + "\"tasks\":[{\"title\":\"x\"}],\"title\":\"x\",\"state\":\"done\","
            + "\"closes\":\"2046-01-01T00:00:00Z\",\"unsaved\":true,"
            + "\"type\":\"record\",\"chosen\":[\"hidden\"],\"field\":\"文种\","
            + "\"operation\":\"set\",\"value\":\"信\"}")
        .formatted(thing, version, work.number("review"));
  }

  /** The draft that a page of the builder carries. */
  static String document(String page) {
    Matcher document = Pattern.compile("name=\"?document\"?[^>]*value=\"([^\"]*)\"").matcher(page);
    assertTrue(document.find(), page);
    return document.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
  }
}
