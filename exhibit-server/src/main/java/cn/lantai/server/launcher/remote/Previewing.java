package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** Links by which people without an account see one version before it is public. */
final class Previewing {

  private static final String USUAL_DAYS = "7";

  private final Api api;
  private final Console console;

  Previewing(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  /** Makes a link, withdraws one, or lists them. */
  boolean preview(CommandLine line) throws StartProblem, InterruptedException {
    Names name = Names.of(line.words().get(0));
    String path = "/api/previews/" + Form.encodePath(name.entity());
    Optional<String> whom = line.value("for");
    if (whom.isPresent()) {
      Json made =
          api.post(
              path,
              Api.JSON,
              "{\"label\":%s,\"days\":%d%s}"
                  .formatted(
                      Json.quote(whom.get()),
                      Names.number(line.value("days").orElse(USUAL_DAYS)),
                      name.version().isPresent()
                          ? ",\"version\":" + name.version().getAsLong()
                          : ""));
      console.say(made.text("href"));
      return true;
    }
    if (line.value("end").isPresent()) {
      api.send(
          "DELETE",
          path + "/" + Names.number(line.value("end").get()),
          Api.JSON,
          BodyPublishers.noBody());
      return true;
    }
    for (Json each : api.get(path).list("links")) {
      console.say(
          "%-6s %s  @%s  %s  %s  %s"
              .formatted(
                  each.text("id"),
                  each.isTrue("live") ? "有效 live " : "失效 ended",
                  each.text("version"),
                  each.text("endsAt"),
                  each.text("by"),
                  each.text("label")));
    }
    return true;
  }
}
