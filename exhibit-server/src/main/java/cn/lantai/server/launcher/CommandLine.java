package cn.lantai.server.launcher;

import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param arguments what stands behind the command's word, in accord with its usage
 */
public record CommandLine(Command command, List<String> arguments) {

  public CommandLine {
    arguments = List.copyOf(arguments);
  }

  public static CommandLine of(List<String> words) throws StartProblem {
    String first = words.isEmpty() ? "" : words.get(0);
    boolean serve = first.isEmpty() || Command.SERVE.takes(List.of(first));
    Command command = serve ? Command.SERVE : named(first);
    List<String> arguments = serve ? words : words.subList(1, words.size());
    refuseToken(words);
    if (!command.takes(arguments)) {
      throw new StartProblem(
          "用法不对，应为：java -jar lantai.jar " + command.usage() + " ；用 --help 查看全部命令。",
          "That is not its usage: java -jar lantai.jar "
              + command.usage()
              + " ; --help lists all commands.");
    }
    return new CommandLine(command, arguments);
  }

  /** The words that are not options, in order. */
  public List<String> words() {
    return arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
  }

  /** Whether {@code --name} is there. */
  public boolean has(String name) {
    return arguments.contains("--" + name);
  }

  /** The value of {@code --name=value}. */
  public Optional<String> value(String name) {
    String prefix = "--" + name + "=";
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .findFirst();
  }

  /** Everybody on the machine can read what stands on command lines. */
  private static void refuseToken(List<String> words) throws StartProblem {
    if (words.stream().anyMatch(word -> word.startsWith("--token") && !word.contains("-file="))) {
      throw new StartProblem(
          "令牌不能写在命令行上，同一台机器上的人都看得见：请用 LANTAI_TOKEN，或 --token-file=文件。这个令牌若已写过，请作废。",
          "A token may not stand on the command line, where everybody on this machine can read it:"
              + " use LANTAI_TOKEN, or --token-file=FILE. Revoke this one.");
    }
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
