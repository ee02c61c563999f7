package cn.lantai.server.launcher;

import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param arguments what stands behind the command's word, in accord with its usage
 */
record CommandLine(Command command, List<String> arguments) {

  CommandLine {
    arguments = List.copyOf(arguments);
  }

  static CommandLine of(List<String> words) throws StartProblem {
    String first = words.isEmpty() ? "" : words.get(0);
    boolean serve = first.isEmpty() || Command.SERVE.takes(List.of(first));
    Command command = serve ? Command.SERVE : named(first);
    List<String> arguments = serve ? words : words.subList(1, words.size());
    if (!command.takes(arguments)) {
      throw new StartProblem(
          "用法不对，应为：java -jar lantai.jar " + command.usage() + " ；用 --help 查看全部命令。",
          "That is not its usage: java -jar lantai.jar "
              + command.usage()
              + " ; --help lists all commands.");
    }
    return new CommandLine(command, arguments);
  }

  private static Command named(String word) throws StartProblem {
    return switch (word) {
      case "-h", "help" -> Command.HELP;
      case "-v", "version" -> Command.VERSION;
      default ->
          Command.of(word)
              .orElseThrow(
                  () ->
                      new StartProblem(
                          "不认识“" + word + "”；用 --help 查看全部命令。",
                          "Unknown argument \"" + word + "\"; --help lists all commands."));
    };
  }
}
