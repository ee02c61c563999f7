package cn.lantai.server.launcher;

import java.util.List;
import java.util.Locale;

/** What was asked for on the command line. */
record CommandLine(Command command, boolean demo) {

  enum Command {
    SERVE,
    REBUILD,
    VERIFY,
    PASSWORD,
    HELP,
    VERSION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static CommandLine of(List<String> arguments) throws StartProblem {
    Command command = Command.SERVE;
    boolean demo = false;
    for (String argument : arguments) {
      switch (argument) {
        case "--demo" -> demo = true;
        case "--help", "-h", "help" -> command = Command.HELP;
        case "--version", "-v", "version" -> command = Command.VERSION;
        case "rebuild" -> command = Command.REBUILD;
        case "verify" -> command = Command.VERIFY;
        case "password" -> command = Command.PASSWORD;
        default ->
            throw new StartProblem(
                "不认识“" + argument + "”；用 --help 查看全部命令。",
                "Unknown argument \"" + argument + "\"; --help lists all commands.");
      }
    }
    if (demo && command != Command.SERVE) {
      throw new StartProblem(
          "--demo 只用于启动服务，不能与命令同用。", "--demo starts the server; it does not go with a command.");
    }
    return new CommandLine(command, demo);
  }
}
