package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.util.List;

/** Has a server carry out what was asked for. */
public final class RemoteCommands {

  private final Api api;
  private final Console console;

  public RemoteCommands(Server server, Console console) {
    this.console = console;
    this.api = new Api(server, console);
  }

  /**
   * @return the exit status: 0 if all is well, 1 if something was found or failed
   */
  public int carryOut(CommandLine line) throws StartProblem, InterruptedException {
    Greeting greeting = Greeting.of(api);
    boolean well =
        switch (line.command()) {
          case IMPORT -> new Importing(api, console).start(line, greeting);
          case IMPORTS -> new Importing(api, console).look(line);
          case EXPORT -> new Exporting(api, console).start(line, greeting);
          case EXPORTS -> new Exporting(api, console).look(line);
          case PUBLISH -> {
            greeting.require("PUBLISH");
            yield new Publishing(api, console).publish(line);
          }
          case WITHDRAW -> {
            greeting.require("PUBLISH");
            yield new Publishing(api, console).withdraw(line);
          }
          case SUBMIT -> {
            greeting.require("DESCRIBE");
            yield new Reviewing(api, console).submit(line);
          }
          case REVIEWS -> new Reviewing(api, console).list(line);
          case REVIEW -> new Reviewing(api, console).review(line);
          case PREVIEW -> new Previewing(api, console).preview(line);
          case SEARCH -> new Looking(api, console).search(line);
          case GET -> new Describing(api, console).get(line);
          case PUT -> new Describing(api, console).put(line);
          case NOTICES -> new Looking(api, console).notices(line);
          case STATE -> new Looking(api, console).state();
          default -> throw new IllegalArgumentException("Not for a server: " + line.command());
        };
    return well ? 0 : 1;
  }

  /**
   * What the server says of itself before anything is sent to it.
   *
   * @param uploadLimit in bytes
   */
  record Greeting(List<String> permissions, long uploadLimit) {

    static Greeting of(Api api) throws StartProblem, InterruptedException {
      Json told = api.greeting();
      return new Greeting(
          told.list("permissions").stream().map(Json::text).toList(), told.number("uploadLimit"));
    }

    void require(String permission) throws StartProblem {
      if (!permissions.contains(permission)) {
        throw new StartProblem(
            "这个令牌不能做这件事（" + permission + "）：它没有勾选，或账号没有这个权限。请另生成一个。",
            "The token is not good for this ("
                + permission
                + "): that was not ticked, or its account may not do it. Make another one.");
      }
    }
  }
}
