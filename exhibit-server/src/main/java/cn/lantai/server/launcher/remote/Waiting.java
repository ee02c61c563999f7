package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.util.Set;

/** Waits for a job of the server, and shows how far it is. */
final class Waiting {

  private static final long GLANCE = 1000;
  private static final Set<String> UNENDED = Set.of("queued", "running");

  private final Api api;
  private final Console console;

  Waiting(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  /** The job as it ended. */
  Json forEnd(String path) throws StartProblem, InterruptedException {
    Json job = api.getPatiently(path);
    while (UNENDED.contains(job.text("state"))) {
      console.progress(line(job));
      Thread.sleep(GLANCE);
      job = api.getPatiently(path);
    }
    return job;
  }

  static String line(Json job) {
    Json rows = job.has("rows") ? job.at("rows") : job;
    StringBuilder line = new StringBuilder(rows.text("done"));
    if (rows.number("total") > 0) {
      line.append(" / ").append(rows.text("total"));
    }
    if (rows.has("perSecond")) {
      line.append("  ").append(rows.text("perSecond")).append("/s");
    }
    if (rows.has("secondsLeft")) {
      line.append("  还需 left ").append(Speed.time(rows.number("secondsLeft")));
    }
    return line + "  " + job.text("message").lines().findFirst().orElse("");
  }
}
