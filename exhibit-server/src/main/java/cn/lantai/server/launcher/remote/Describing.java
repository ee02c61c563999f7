package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One description, out and in. */
final class Describing {

  private static final Map<String, String> TYPES =
      Map.of("ttl", "text/turtle", "nt", "application/n-triples", "jsonld", "application/ld+json");

  private final Api api;
  private final Console console;

  Describing(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  /** The newest version, by the number of its row. */
  long version(Names name) throws StartProblem, InterruptedException {
    return version(api.send(api.request(name.path()).header("Accept", TYPES.get("nt")).GET()));
  }

  private static long version(Api.Answer answer) throws StartProblem {
    return Names.number(answer.header("ETag").replaceAll("^W/|\"|-+gzip$", ""));
  }

  boolean get(CommandLine line) throws StartProblem, InterruptedException {
    Names name = Names.of(line.words().get(0));
    Optional<String> file = line.words().stream().skip(1).findFirst();
    String format = line.value("format").or(() -> file.map(Describing::ending)).orElse("ttl");
    String path =
        name.path() + (name.version().isPresent() ? "/versions/" + name.version().getAsLong() : "");
    Api.Answer answer = api.send(api.request(path).header("Accept", type(format)).GET());
    if (file.isEmpty()) {
      console.say(answer.body().stripTrailing());
      return true;
    }
    Path target = LocalFiles.path(file.get());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    LocalFiles.makeFolder(target.getParent());
    try {
      Files.writeString(part, answer.body());
    } catch (IOException failure) {
      throw LocalFiles.unwritable(target, failure);
    }
    Download.move(part, target);
    long version = version(answer);
    console.say(
        "第 %d 版在 %s ；改好后：lantai.jar put %s %s --version=%d"
            .formatted(version, target, name.entity(), file.get(), version),
        "Version %d is in %s; to save it changed: lantai.jar put %s %s --version=%d"
            .formatted(version, target, name.entity(), file.get(), version));
    return true;
  }

  boolean put(CommandLine line) throws StartProblem, InterruptedException {
    Names name = Names.of(line.words().get(0));
    Path file = LocalFiles.path(line.words().get(1));
    Optional<String> based = line.value("version");
    String condition = based.isPresent() ? "\"" + Names.number(based.get()) + "\"" : "*";
    String query = new Form().with("reason", line.value("reason")).query();
    try {
      Api.Answer saved =
          api.send(
              api.request(name.path() + query)
                  .header("Accept", Api.JSON)
                  .header("Content-Type", type(ending(file.toString())))
                  .header(based.isPresent() ? "If-Match" : "If-None-Match", condition)
                  .PUT(BodyPublishers.ofFile(file)));
      long version = version(saved);
      console.say(
          "已保存：%s@%d".formatted(name.entity(), version),
          "Saved: %s@%d".formatted(name.entity(), version));
      return true;
    } catch (IOException unreadable) {
      throw LocalFiles.unreadable(file);
    }
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  private static String type(String format) throws StartProblem {
    String type = TYPES.get(format);
    if (type == null) {
      throw new StartProblem(
          "不认识的格式“" + format + "”：请用 ttl、nt 或 jsonld（文件名的结尾或 --format）。",
          "The format \""
              + format
              + "\" is not known: use ttl, nt or jsonld, as the end of the"
              + " file's name or by --format.");
    }
    return type;
  }
}
