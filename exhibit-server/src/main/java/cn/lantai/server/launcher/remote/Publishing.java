package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Publishes and withdraws, one after the other; what is refused does not stop the others. */
final class Publishing {

  private static final int AT_ONCE = 100;

  private final Api api;
  private final Console console;

  Publishing(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  boolean publish(CommandLine line) throws StartProblem, InterruptedException {
    return all(
        "/api/publications",
        Names.of(line),
        line.value("reason").orElse(""),
        new String[] {"已公布 %d 条，%d 条没有。", "%d are public, %d were refused."});
  }

  boolean withdraw(CommandLine line) throws StartProblem, InterruptedException {
    String reason = line.value("reason").orElse("").strip();
    if (reason.isEmpty()) {
      throw new StartProblem(
          "撤下须写理由：--reason=“……”。", "A withdrawal needs its reason: --reason=\"…\".");
    }
    return all(
        "/api/publications/withdrawal",
        Names.of(line),
        reason,
        new String[] {"已撤下 %d 条，%d 条没有。", "%d were withdrawn, %d were refused."});
  }

  private boolean all(String path, List<Names> names, String reason, String[] told)
      throws StartProblem, InterruptedException {
    long done = 0;
    long refused = 0;
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<Names> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
      Json answer = api.post(path, Api.JSON, body(some, reason));
      done += answer.number("done");
      refused += answer.number("refused");
      answer.list("results").stream().filter(result -> result.has("problem")).forEach(this::tell);
      console.progress(Math.min(names.size(), from + AT_ONCE) + " / " + names.size());
    }
    console.say(told[0].formatted(done, refused), told[1].formatted(done, refused));
    return refused == 0;
  }

  private void tell(Json result) {
    String[] sentences = Api.sentences(result.at("problem"));
    console.say(
        "  " + result.text("entity") + "  " + sentences[0],
        "  " + result.text("entity") + "  " + sentences[1]);
  }

  private static String body(List<Names> names, String reason) {
    return "{\"entities\":["
        + names.stream().map(Names::json).collect(Collectors.joining(","))
        + "],\"reason\":"
        + Json.quote(reason)
        + "}";
  }
}
