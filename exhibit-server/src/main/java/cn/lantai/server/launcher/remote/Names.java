package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody names: {@code record/r001}, or one version of it, {@code record/r001@1041}. */
record Names(String entity, OptionalLong version) {

  private static final Pattern NAME =
      Pattern.compile("([a-z]+(?:-[a-z]+)*/[^/@?#\\s]{1,200})(?:@(\\d{1,18}))?");

  static Names of(String text) throws StartProblem {
    return parse(text)
        .orElseThrow(
            () ->
                new StartProblem(
                    "“" + text + "”不是条目的名字：应为 类型/键，如 record/r001 ，或加版本 record/r001@1041 。",
                    "\""
                        + text
                        + "\" does not name an entity: that is TYPE/KEY, like record/r001, or with"
                        + " a version record/r001@1041."));
  }

  private static Optional<Names> parse(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Names(
            name.group(1),
            name.group(2) == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(name.group(2)))));
  }

  /**
   * Those on the command line and those of {@code --file}: one a line, of which the first word
   * counts; lines that begin with {@code #} are passed over.
   */
  static List<Names> of(CommandLine line) throws StartProblem {
    List<Names> names = new ArrayList<>();
    for (String word : line.words()) {
      names.add(of(word));
    }
    Optional<String> file = line.value("file");
    if (file.isPresent()) {
      names.addAll(read(LocalFiles.path(file.get())));
    }
    if (names.isEmpty()) {
      throw new StartProblem(
          "没有写明条目：如 record/r001 ，或 --file=文件（每行一个）。",
          "No entity is named: such as record/r001, or --file=FILE with one a line.");
    }
    return names.stream().distinct().toList();
  }

  private static List<Names> read(Path file) throws StartProblem {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw LocalFiles.unreadable(file);
    }
    List<Names> names = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replace("\uFEFF", "").strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String first = text.split("\\s", 2)[0];
      int number = i + 1;
      names.add(
          parse(first)
              .orElseThrow(
                  () ->
                      new StartProblem(
                          "%s 第 %d 行“%s”不是条目的名字，应为 类型/键，如 record/r001 。"
                              .formatted(file, number, first),
                          "%s, line %d: \"%s\" does not name an entity, which is TYPE/KEY, like record/r001."
                              .formatted(file, number, first))));
    }
    return names;
  }

  /** A number of an import, an export or a review. */
  static long number(String text) throws StartProblem {
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw new StartProblem("“" + text + "”不是编号。", "\"" + text + "\" is not a number.");
    }
    return Long.parseLong(text);
  }

  /** As JSON wants it. */
  String json() {
    return "{\"entity\":"
        + Json.quote(entity)
        + (version.isPresent() ? ",\"version\":" + version.getAsLong() : "")
        + "}";
  }

  String path() {
    return "/api/entities/" + Form.encodePath(entity);
  }
}
