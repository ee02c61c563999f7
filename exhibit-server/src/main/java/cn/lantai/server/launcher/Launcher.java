package cn.lantai.server.launcher;

import cn.lantai.server.launcher.remote.RemoteCommands;
import cn.lantai.server.launcher.remote.Server;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the server, or carries out one command on the data folder and ends. */
public final class Launcher {

  /** In milliseconds: how often the state of the application is looked at. */
  private static final int GLANCE = 50;

  /** In milliseconds. */
  private static final int STOP_PATIENCE = 20_000;

  private final Console console = new Console();
  private final Application application = new Application();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private volatile boolean serving;

  private Launcher() {}

  public static void main(String[] arguments) {
    int status = new Launcher().run(List.of(arguments));
    // Payara leaves threads behind that would keep the process alive.
    System.exit(status);
  }

  private int run(List<String> arguments) {
    try {
      CommandLine line = CommandLine.of(arguments);
      return switch (line.command()) {
        case HELP -> say(Help.text());
        case VERSION -> say("Lantai " + Help.version());
        case SERVE -> serve(line.arguments().contains("--demo"));
        default -> carryOut(line);
      };
    } catch (StartProblem problem) {
      console.complain(problem);
      return problem.status();
    } catch (InterruptedException interrupted) {
      return 1;
    }
  }

  private int say(String text) {
    console.say(text);
    return 0;
  }

  private int serve(boolean demo) throws StartProblem, InterruptedException {
    DataFolder data = openDataFolder();
    LaunchSettings settings = settings(data);
    Ports.requireFree(settings.host(), settings.port());
    console.say("兰台正在启动……  Lantai is starting …");
    System.setProperty("lantai.demo", Boolean.toString(demo));
    start(data, settings, settings.host(), settings.port());
    while (application.hasPendingJobs()) {
      console.progress(application.activity().orElse("…"));
      Thread.sleep(GLANCE);
    }
    application
        .failedJob()
        .ifPresent(
            reason -> {
              console.say("有一项任务失败（" + reason + "），详见工作台与日志。");
              console.say("A job failed (" + reason + "): see the workbench and the log.");
            });
    welcome(data, settings);
    serving = true;
    stopped.await();
    return 0;
  }

  private void welcome(DataFolder data, LaunchSettings settings) {
    console.say("");
    console.say("  请打开  Open      " + settings.baseUrl() + "/");
    console.say("  工作台  Workbench " + settings.baseUrl() + "/workbench");
    application
        .takeFirstPassword()
        .ifPresent(
            password -> {
              console.say("  用户名  User      admin");
              console.say("  密码    Password  " + password);
              console.say("          （只显示这一次，请记下。 Shown only this once: note it down.）");
            });
    console.say("  日志    Log       " + data.log());
    console.say("  停止    Stop      Ctrl-C");
  }

  private int carryOut(CommandLine line) throws StartProblem, InterruptedException {
    Optional<Server> elsewhere = Server.named(line, System.getenv(), console);
    if (elsewhere.isPresent()) {
      requireElsewhere(line);
      return new RemoteCommands(elsewhere.get(), console).carryOut(line);
    }
    List<String> odd = line.command().onlyElsewhere(line.arguments());
    if (line.command().place() == Command.Place.SERVER) {
      Server here = RunningServer.of(dataFolderName()).orElseThrow(Launcher::noServer).asServer();
      return new RemoteCommands(here, console).carryOut(line);
    }
    if (!odd.isEmpty()) {
      throw new StartProblem(
          odd.get(0) + " 只用于别处的服务器：请写 --server=URL，或设 LANTAI_SERVER。",
          odd.get(0) + " is for a server elsewhere: name it by --server=URL or LANTAI_SERVER.");
    }
    return carryOutHere(line);
  }

  private static void requireElsewhere(CommandLine line) throws StartProblem {
    if (line.command().place() == Command.Place.HERE) {
      throw new StartProblem(
          line.command().word() + " 只能在服务器所在的机器上执行：请到那里去，或去掉 LANTAI_SERVER。",
          line.command().word()
              + " is carried out on the server's own machine only: go there, or unset"
              + " LANTAI_SERVER.");
    }
  }

  private static StartProblem noServer() {
    return new StartProblem(
        "这个命令由服务器执行：请设 LANTAI_SERVER 和 LANTAI_TOKEN（或 --server=URL、--token-file=文件），或先启动本机的兰台。",
        "A server carries this command out: set LANTAI_SERVER and LANTAI_TOKEN (or --server=URL"
            + " and --token-file=FILE), or start Lantai on this machine.");
  }

  /**
   * In the server that holds the data folder, or else inside an application of this process, which
   * listens on a loopback port only.
   */
  private int carryOutHere(CommandLine line) throws StartProblem, InterruptedException {
    Optional<RunningServer> running = RunningServer.of(dataFolderName());
    if (running.isPresent()) {
      return running.get().carryOut(line, console);
    }
    DataFolder data = openDataFolder();
    LaunchSettings settings = settings(data);
    System.setProperty("lantai.command", line.command().word());
    System.setProperty("lantai.command.arguments", String.join("\n", line.arguments()));
    Thread reporter = new Thread(this::reportActivity, "lantai-progress");
    reporter.setDaemon(true);
    reporter.start();
    start(data, settings, "127.0.0.1", Ports.free());
    reporter.interrupt();
    application.commandOutput().forEach(console::say);
    return application.commandSucceeded() ? 0 : 1;
  }

  private void reportActivity() {
    try {
      while (true) {
        Thread.sleep(10L * GLANCE);
        application.activity().ifPresent(console::progress);
      }
    } catch (InterruptedException ended) {
      // the command has
    }
  }

  private static DataFolder openDataFolder() throws StartProblem {
    return DataFolder.open(dataFolderName());
  }

  private static String dataFolderName() {
    return Optional.ofNullable(System.getenv("LANTAI_DATA"))
        .filter(name -> !name.isBlank())
        .orElse("data");
  }

  private static LaunchSettings settings(DataFolder data) throws StartProblem {
    return LaunchSettings.of(data.path(), data.properties(), System.getenv());
  }

  private void start(DataFolder data, LaunchSettings settings, String host, int port)
      throws StartProblem {
    Path home = home();
    Path war = home.resolve("app/ROOT.war");
    Path runFolder = data.emptyRunFolder();
    new DatabaseCheck(war, runFolder).requireReachable(settings.database());
    tellApplication(data, settings, home.resolve("samples"));
    System.setProperty("lantai.listen", Ports.address(host, port));
    PayaraServer server = new PayaraServer(war, runFolder, data.log());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "lantai-stop"));
    try {
      server.start(host, port);
    } catch (Exception failure) {
      failure.printStackTrace(); // goes to the log folder
    }
    if (!application.isReady()) {
      String reason = application.problem().orElse("");
      throw new StartProblem(
          "兰台未能启动" + (reason.isEmpty() ? "" : "（" + reason + "）") + "：详见 " + data.log() + " 。",
          "Lantai did not start"
              + (reason.isEmpty() ? "" : " (" + reason + ")")
              + ": see "
              + data.log()
              + ".");
    }
  }

  private void stop(PayaraServer server) {
    try {
      server.stop();
    } catch (Exception failure) {
      failure.printStackTrace(); // goes to the log folder
    }
    if (serving && isStoppedSoon()) {
      console.say("兰台已停止。  Lantai has stopped.");
    }
    stopped.countDown();
  }

  /** Payara has a shutdown hook of its own, which may be the one that does the work. */
  private boolean isStoppedSoon() {
    try {
      for (int i = 0; i < STOP_PATIENCE / GLANCE && !application.isStopped(); i++) {
        Thread.sleep(GLANCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return application.isStopped();
  }

  /** The application reads them through MicroProfile Config. */
  private static void tellApplication(DataFolder data, LaunchSettings settings, Path samples) {
    settings.others().forEach(System::setProperty);
    Map.of(
            "lantai.data", data.path().toString(),
            "lantai.samples", settings.others().getOrDefault("lantai.samples", samples.toString()),
            "lantai.base.url", settings.baseUrl(),
            "lantai.db.class",
                settings.database().isPostgres()
                    ? "org.postgresql.ds.PGSimpleDataSource"
                    : "org.h2.jdbcx.JdbcDataSource",
            "lantai.db.url", settings.database().url(),
            "lantai.db.user", settings.database().user(),
            "lantai.db.password", settings.database().password())
        .forEach(System::setProperty);
  }

  /** The folder of the distribution. */
  private static Path home() {
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toRealPath().getParent();
    } catch (URISyntaxException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
