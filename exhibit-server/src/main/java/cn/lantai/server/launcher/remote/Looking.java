package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is described, what concerns the account, and how the server is. */
final class Looking {

  private static final int LARGEST_PAGE = 100;
  private static final long USUAL = 50;

  /** The search pages through no more. */
  private static final long MOST = 10_000;

  private static final List<String> STATES =
      List.of("unpublished", "changed", "published", "controlled");

  private final Api api;
  private final Console console;

  Looking(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  boolean search(CommandLine line) throws StartProblem, InterruptedException {
    long wanted = USUAL;
    if (line.value("limit").isPresent()) {
      wanted = Math.min(MOST, Names.number(line.value("limit").get()));
    }
    boolean names = line.has("names");
    requireState(line.value("state"));
    long told = 0;
    for (int page = 1; told < wanted; page++) {
      Json found = api.get("/api/search" + query(line, page).query());
      List<Json> results = found.list("results");
      for (Json each : results.subList(0, (int) Math.min(results.size(), wanted - told))) {
        console.say(names ? name(each) : row(each));
      }
      told += results.size();
      if (!found.has("next")) {
        tellTotal(found, Math.min(told, wanted), names);
        return true;
      }
      if (told >= wanted) {
        tellTotal(found, wanted, names);
      }
    }
    return true;
  }

  /** What the server does not know it would pass over. */
  private static void requireState(Optional<String> state) throws StartProblem {
    if (state.isPresent() && !STATES.contains(state.get().toLowerCase(Locale.ROOT))) {
      throw new StartProblem(
          "--state 可为 " + String.join("、", STATES) + "。",
          "--state is one of " + String.join(", ", STATES) + ".");
    }
  }

  private static Form query(CommandLine line, int page) {
    Form query = new Form();
    if (!line.words().isEmpty()) {
      query.with("q", String.join(" ", line.words()));
    }
    return query
        .with("type", line.value("type"))
        .with("state", line.value("state").map(state -> state.toUpperCase(Locale.ROOT)))
        .with("in", line.value("in"))
        .with("archive", line.value("archive"))
        .with("page", Integer.toString(page))
        .with("limit", Integer.toString(LARGEST_PAGE));
  }

  private static String name(Json found) {
    return found.text("name") + "@" + found.text("version");
  }

  private static String row(Json found) {
    return "%s  %s  %s  %s"
        .formatted(
            name(found), found.text("state"), found.text("code"), found.at("title").text("zh"));
  }

  /** Beside the rows, which may go into a file. */
  private void tellTotal(Json found, long told, boolean names) {
    long total = found.number("total");
    if (!names || told < total) {
      console.warn(
          "共 %d 条，列出 %d 条。".formatted(total, told),
          "%d in all, %d are listed.".formatted(total, told));
    }
  }

  boolean notices(CommandLine line) throws StartProblem, InterruptedException {
    Json all = api.get("/api/notices");
    List<Json> notices = all.list("notices");
    for (Json each : notices) {
      console.say(
          "%s  %-9s %s  %s%s  %s"
              .formatted(
                  each.text("at"),
                  each.text("kind"),
                  each.text("by"),
                  each.text("entity"),
                  each.text("job"),
                  each.text("words").replaceAll("\\R", " ")));
    }
    Optional<String> newest = notices.stream().map(each -> each.text("at")).findFirst();
    if (line.has("seen") && newest.isPresent()) {
      api.send(
          "PUT",
          "/api/notices/seen",
          Api.JSON,
          BodyPublishers.ofString("{\"until\":" + Json.quote(newest.get()) + "}"));
    }
    return true;
  }

  /** Not well if the journal is broken. */
  boolean state() throws StartProblem, InterruptedException {
    Json state = api.get("/api/server/state");
    Json journal = state.at("journal");
    console.say("兰台 Lantai " + state.text("version") + "  " + api.server());
    console.say(
        "日志 Journal  %s  %s%s"
            .formatted(
                journal.text("rows"),
                journal.text("last"),
                journal.has("intact")
                    ? journal.isTrue("intact") ? "  完好 intact" : "  已损坏 broken"
                    : ""));
    for (Json stage : state.list("stages")) {
      console.say(
          "%-8s 落后 behind %s  条目 entities %s"
              .formatted(stage.text("name"), stage.text("behind"), stage.text("entities")));
    }
    for (Json job : state.list("jobs")) {
      console.say(
          "%-6s %-8s %s / %s  %s  %s"
              .formatted(
                  job.text("id"),
                  job.text("state"),
                  job.text("done"),
                  job.text("total"),
                  job.text("title"),
                  job.text("remark").replaceAll("\\R", " ")));
    }
    return !journal.has("intact") || journal.isTrue("intact");
  }
}
