package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Reviews: submitted, listed, and the steps of each. */
final class Reviewing {

  private static final String PATH = "/api/reviews";
  private static final List<String> ACTS =
      List.of("pass", "return", "retract", "schedule", "publish", "withdraw", "comment");

  private static final List<String> SHOWN = List.of("waiting", "mine", "all");

  private final Api api;
  private final Console console;

  Reviewing(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  /** Each for itself; what is refused does not stop the others. */
  boolean submit(CommandLine line) throws StartProblem, InterruptedException {
    boolean well = true;
    for (Names each : Names.of(line)) {
      try {
        long version =
            each.version().isPresent()
                ? each.version().getAsLong()
                : new Describing(api, console).version(each);
        Json review =
            api.post(
                PATH,
                Api.JSON,
                "{\"entity\":%s,\"version\":%d,\"reason\":%s}"
                    .formatted(
                        Json.quote(each.entity()),
                        version,
                        Json.quote(line.value("reason").orElse(""))));
        console.say(row(review));
      } catch (StartProblem refused) {
        well = false;
        console.say(
            "  " + each.entity() + "  " + refused.chinese(),
            "  " + each.entity() + "  " + refused.english());
      }
    }
    return well;
  }

  boolean list(CommandLine line) throws StartProblem, InterruptedException {
    String show = line.value("show").orElse("all");
    if (!SHOWN.contains(show)) {
      throw new StartProblem(
          "--show 可为 " + String.join("、", SHOWN) + "。",
          "--show is one of " + String.join(", ", SHOWN) + ".");
    }
    Json page = api.get(PATH + new Form().with("show", show).with("limit", "200").query());
    page.list("reviews").forEach(review -> console.say(row(review)));
    return true;
  }

  /** Shows a review, or takes a step of it. */
  boolean review(CommandLine line) throws StartProblem, InterruptedException {
    List<String> words = new ArrayList<>(line.words());
    String path = PATH + "/" + Names.number(words.get(0));
    if (words.size() == 1) {
      show(api.get(path));
      return true;
    }
    String act = words.get(1);
    if (!ACTS.contains(act)) {
      throw new StartProblem(
          "没有“" + act + "”这一步；可用：" + String.join("、", ACTS) + "。",
          "There is no step \"" + act + "\"; use " + String.join(", ", ACTS) + ".");
    }
    String reason = line.value("reason").orElse("");
    if (act.equals("comment")) {
      api.post(
          path + "/comments",
          Api.JSON,
          "{\"spot\":%s,\"words\":%s}"
              .formatted(Json.quote(line.value("spot").orElse("")), Json.quote(reason)));
      return true;
    }
    // The tag of what is there now: if somebody is faster, the server says so and nothing is done.
    String seen = api.send(api.request(path).header("Accept", Api.JSON).GET()).header("ETag");
    Json after =
        api.send(
            "POST",
            path + "/steps",
            Api.JSON,
            BodyPublishers.ofString(
                "{\"act\":%s,\"reason\":%s,\"due\":%s}"
                    .formatted(
                        Json.quote(act),
                        Json.quote(reason),
                        Json.quote(line.value("due").orElse("")))),
            "If-Match",
            seen);
    console.say(row(after));
    return true;
  }

  private static String row(Json review) {
    return "%-6s %-10s %s@%s  %s"
        .formatted(
            review.text("id"),
            review.text("stand"),
            review.text("entity").replaceFirst(".*/id/", ""),
            review.text("version"),
            review.text("due"))
        .stripTrailing();
  }

  private void show(Json review) {
    console.say(row(review));
    for (Json step : review.list("steps")) {
      console.say(
          "  %s  %-9s %s  %s"
              .formatted(
                  step.text("at"), step.text("act"), step.text("agent"), step.text("reason")));
    }
    for (Json comment : review.list("comments")) {
      console.say(
          "  %s  %s  %s  %s"
              .formatted(
                  comment.text("at"),
                  comment.text("agent"),
                  comment.text("spot"),
                  comment.text("words").replaceAll("\\R", " ")));
    }
  }
}
