package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Imports: files up, and what came of them down. */
final class Importing {

  private static final String PATH = "/api/imports";
  private static final int GLANCE = 500;

  /** So long nothing may be taken from an upload before the connection counts as broken. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /** So long a server may unpack and look through what it has got. */
  private static final Duration TO_TAKE_IN = Duration.ofMinutes(30);

  private final Api api;
  private final Console console;

  Importing(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  boolean start(CommandLine line, RemoteCommands.Greeting greeting)
      throws StartProblem, InterruptedException {
    greeting.require("IMPORT");
    Map<String, String> fields = new TreeMap<>();
    if (line.has("publish")) {
      greeting.require("PUBLISH");
      fields.put("publish", "true");
    }
    if (line.has("dry-run")) {
      fields.put("dry-run", "true");
    }
    line.value("mapping").ifPresent(name -> fields.put("mapping", name));
    line.value("encoding").ifPresent(name -> fields.put("encoding", name));
    Upload upload = Upload.of(LocalFiles.path(line.words().get(0)), fields);
    if (upload.incompressible() > greeting.uploadLimit()) {
      long limit = greeting.uploadLimit() >> 20;
      throw new StartProblem(
          "太大：服务器一次最多收 " + limit + " MiB。请分几次导入（先导入表格，再一个文件夹一个文件夹地导入图像）。",
          "Too large: the server takes up to "
              + limit
              + " MiB at a time. Import it in parts (the tables first, then folder by folder of"
              + " images).");
    }
    Json started = send(upload);
    long id = started.number("id");
    if (line.has("no-wait")) {
      console.say(
          "导入 %d 已开始；lantai.jar imports %d 可等它结束、取回报告。".formatted(id, id),
          "Import %d has begun; lantai.jar imports %d waits for it and fetches its report."
              .formatted(id, id));
      return true;
    }
    console.say(
        "导入 %d 在服务器上进行；现在离开（Ctrl-C）也不会停。".formatted(id),
        "Import %d runs on the server; it goes on if you leave now (Ctrl-C).".formatted(id));
    return follow(id, line);
  }

  private Json send(Upload upload) throws StartProblem, InterruptedException {
    HttpRequest request =
        api.request(PATH)
            .header("Accept", Api.JSON)
            .header("Content-Type", upload.contentType())
            .POST(upload.body())
            .build();
    CompletableFuture<HttpResponse<InputStream>> answer =
        api.client().sendAsync(request, BodyHandlers.ofInputStream());
    Speed speed = new Speed("上传", "Uploading");
    long heard = System.nanoTime();
    long before = 0;
    while (true) {
      try {
        HttpResponse<InputStream> head = answer.get(GLANCE, TimeUnit.MILLISECONDS);
        try (InputStream body = head.body()) {
          String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          return api.json(new Api.Answer(head, text));
        }
      } catch (TimeoutException goesOn) {
        console.progress(speed.line(upload.sent(), upload.total(), 0));
        if (upload.sent() > before) {
          before = upload.sent();
          heard = System.nanoTime();
        }
        boolean all = upload.sent() >= upload.total();
        if (System.nanoTime() - heard > (all ? TO_TAKE_IN : SILENCE).toNanos()) {
          answer.cancel(true);
          throw brokeOff(all);
        }
      } catch (ExecutionException failure) {
        if (upload.sent() == 0 && failure.getCause() instanceof IOException broken) {
          throw api.unreachable(broken);
        }
        throw brokeOff(upload.sent() >= upload.total());
      } catch (IOException broken) {
        throw brokeOff(true);
      }
    }
  }

  private static StartProblem brokeOff(boolean whole) {
    return whole
        ? StartProblem.failure(
            "上传之后连接中断，不知导入是否已开始：请用 lantai.jar imports 查看；再导入一次也无妨。",
            "The connection broke off behind the upload, so it is unknown whether the import has"
                + " begun: see lantai.jar imports. To import the same again does no harm.")
        : StartProblem.failure(
            "上传中断，什么也没有导入：可能是网络断了，或内容超出服务器（或代理）的限额。请再试一次，或分几次上传。",
            "The upload broke off and nothing was imported: the network failed, or it is more than"
                + " the server or a proxy takes. Try again, or upload it in parts.");
  }

  /** Lists imports; or follows one, or ends it. */
  boolean look(CommandLine line) throws StartProblem, InterruptedException {
    if (line.words().isEmpty()) {
      for (Json each : api.get(PATH).list("imports")) {
        console.say(
            "%-6s %-9s %s  %s%s  %s"
                .formatted(
                    each.text("id"),
                    each.text("state"),
                    each.text("createdAt"),
                    each.text("by"),
                    each.isTrue("dryRun") ? "  （试导入 dry run）" : "",
                    each.text("files")));
      }
      return true;
    }
    long id = Names.number(line.words().get(0));
    if (line.has("cancel")) {
      Json cancelled =
          api.send("DELETE", PATH + "/" + id, Api.JSON, HttpRequest.BodyPublishers.noBody());
      console.say(cancelled.text("state"));
      return true;
    }
    return follow(id, line);
  }

  private boolean follow(long id, CommandLine line) throws StartProblem, InterruptedException {
    Json ended = new Waiting(api, console).forEnd(PATH + "/" + id);
    ended.text("message").lines().forEach(console::say);
    Json counts = ended.at("counts");
    if (ended.has("counts")) {
      console.say(
          "读 %s 行：新建 %s，更新 %s，不变 %s，未收 %s；错误 %s，提醒 %s。".formatted(numbers(counts)),
          "Read %s rows: %s created, %s updated, %s unchanged, %s kept out; %s errors, %s warnings."
              .formatted(numbers(counts)));
    }
    fetch(id, ended.at("links"), line);
    return ended.text("state").equals("done") && counts.number("errors") == 0;
  }

  private static Object[] numbers(Json counts) {
    return new Object[] {
      counts.number("read"),
      counts.number("created"),
      counts.number("updated"),
      counts.number("unchanged"),
      counts.number("rejected"),
      counts.number("errors"),
      counts.number("warnings")
    };
  }

  private void fetch(long id, Json links, CommandLine line)
      throws StartProblem, InterruptedException {
    Path folder = LocalFiles.path(line.value("report").orElse("lantai-import-" + id));
    if (links.has("report")) {
      fetch(id, "report.csv", folder.resolve("report.csv"));
    }
    if (links.has("mapping")) {
      fetch(id, "mapping.csv", folder.resolve("mapping.csv"));
    }
    if (links.has("rejected")) {
      // One table comes as it is, several come packed; both keep their names.
      Path part = folder.resolve("rejected.part");
      String name = fetch(id, "rejected", part);
      Unpacking.rejected(part, folder.resolve("rejected"), name);
    }
    if (links.has("report") || links.has("rejected") || links.has("mapping")) {
      console.say("  报告 Report  " + folder);
    }
  }

  private String fetch(long id, String name, Path target)
      throws StartProblem, InterruptedException {
    LocalFiles.makeFolder(target.getParent());
    return new Download(api, console)
        .fetch(
            PATH + "/" + id + "/" + name,
            target.resolveSibling(target.getFileName() + ".part"),
            target);
  }
}
