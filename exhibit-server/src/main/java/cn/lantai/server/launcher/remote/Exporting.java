package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Exports: ordered, waited for, fetched. */
final class Exporting {

  private static final String PATH = "/api/exports";

  private final Api api;
  private final Console console;

  Exporting(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  boolean start(CommandLine line, RemoteCommands.Greeting greeting)
      throws StartProblem, InterruptedException {
    Path target = LocalFiles.path(line.words().get(0));
    if (line.has("template")) {
      LocalFiles.makeFolder(target.getParent());
      new Download(api, console).fetch(PATH + "/template.xlsx", beside(target, ".part"), target);
      console.say("已写出空白表：" + target, "The empty tables are in " + target);
      return true;
    }
    greeting.require("EXPORT");
    boolean csv = line.value("format").orElse("csv").equals("csv");
    if (csv && isFolder(target, "csv")) {
      requireNew(target);
    }
    Form order =
        new Form()
            .with("format", line.value("format"))
            .with("fonds", line.value("fonds"))
            .with("archive", line.value("archive"))
            .with("public", Boolean.toString(line.has("public")));
    Json started = api.post(PATH, Api.FORM, order.toString());
    return follow(started.number("id"), target);
  }

  /** Lists exports; or fetches one, or ends it. */
  boolean look(CommandLine line) throws StartProblem, InterruptedException {
    if (line.words().isEmpty()) {
      for (Json each : api.get(PATH).list("exports")) {
        console.say(
            "%-6s %-9s %s  %-6s %s  %s"
                .formatted(
                    each.text("id"),
                    each.text("state"),
                    each.text("createdAt"),
                    each.text("format"),
                    each.text("by"),
                    each.text("part")));
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
    if (line.words().size() < 2) {
      Json export = api.get(PATH + "/" + id);
      console.say(export.text("state") + "  " + Waiting.line(export));
      return !export.text("state").equals("failed");
    }
    return follow(id, LocalFiles.path(line.words().get(1)));
  }

  private boolean follow(long id, Path target) throws StartProblem, InterruptedException {
    Json ended = new Waiting(api, console).forEnd(PATH + "/" + id);
    ended.text("message").lines().forEach(console::say);
    if (!ended.at("links").has("file")) {
      if (ended.text("state").equals("done")) {
        throw new StartProblem(
            "导出 %d 的文件已不再保留，请重新导出。".formatted(id),
            "The file of export %d is not kept any more; order it anew.".formatted(id));
      }
      return false;
    }
    fetch(id, ended.text("format"), target);
    console.say("已导出到 " + target + " 。", "It is in " + target + ".");
    if (!ended.at("links").has("problems")) {
      return ended.text("state").equals("done");
    }
    Path problems = beside(target, ".problems.csv");
    new Download(api, console)
        .fetch(PATH + "/" + id + "/problems.csv", beside(problems, ".part"), problems);
    console.say(
        "有些没有导出或不完整，详见 " + problems + " 。", "Some are missing or not whole, see " + problems + ".");
    return false;
  }

  private void fetch(long id, String format, Path target)
      throws StartProblem, InterruptedException {
    LocalFiles.makeFolder(target.getParent());
    // With its number, so that a later attempt goes on with nothing but the same export.
    Path part = beside(target, "." + id + ".part");
    Path whole = beside(target, "." + id + ".whole");
    boolean folder = isFolder(target, format);
    boolean packed = target.getFileName().toString().endsWith(".gz");
    if (folder) {
      requireNew(target);
    }
    try {
      new Download(api, console)
          .fetch(PATH + "/" + id + "/file", part, folder || packed ? whole : target);
    } catch (StartProblem failed) {
      if (Files.exists(part)) {
        console.warn(
            "已下载的留在 %s ，可接着下载：lantai.jar exports %d %s".formatted(part, id, target),
            "What came is kept in %s; to go on: lantai.jar exports %d %s"
                .formatted(part, id, target));
      }
      throw failed;
    }
    if (folder) {
      Unpacking.folder(whole, target);
    } else if (packed) {
      Unpacking.gzip(whole, target);
    }
  }

  /** Tables come as an archive, and are wanted as a folder unless the name says otherwise. */
  private static boolean isFolder(Path target, String format) {
    String name = target.getFileName().toString();
    return format.equals("csv") && !name.endsWith(".zip") && !name.endsWith(".gz");
  }

  private static void requireNew(Path folder) throws StartProblem {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content =
        Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      if (content.findAny().isEmpty()) {
        return;
      }
    } catch (IOException unreadable) {
      throw LocalFiles.unreadable(folder);
    }
    throw new StartProblem(
        "已有 " + folder + " ：请换一个新文件夹。", folder + " is there already: choose a new folder.");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
