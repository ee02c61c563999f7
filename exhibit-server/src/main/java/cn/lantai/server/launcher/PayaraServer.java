package cn.lantai.server.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro in this process, with the one application. */
final class PayaraServer {

  private final Path war;
  private final Path runFolder;
  private final Path log;
  private PayaraMicroBoot payara;

  PayaraServer(Path war, Path runFolder, Path log) {
    this.war = war;
    this.runFolder = runFolder;
    this.log = log;
  }

  /** Returns when the application is deployed, or has failed to. */
  void start(String host, int port) throws Exception {
    sendOutputToLogFolder();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--nohazelcast", "--disablephonehome"));
    arguments.addAll(List.of("--rootdir", runFolder.resolve("payara").toString()));
    arguments.addAll(List.of("--prebootcommandfile", prebootCommands(host).toString()));
    arguments.addAll(List.of("--logproperties", logSettings().toString()));
    arguments.addAll(List.of("--port", Integer.toString(port)));
    arguments.addAll(List.of("--deploy", war.toString()));
    payara = PayaraMicroLauncher.create(arguments.toArray(String[]::new));
  }

  void stop() throws BootstrapException {
    if (payara != null) {
      try {
        payara.shutdown();
      } catch (IllegalStateException notRunning) {
        // Payara's own shutdown hook was faster
      }
    }
  }

  /** Payara Micro has no switch for the address it listens on. */
  private Path prebootCommands(String host) throws IOException {
    String network = "set configs.config.server-config.network-config.";
    String http = network + "protocols.protocol.http-listener.http.";
    return Files.write(
        runFolder.resolve("preboot.txt"),
        List.of(
            network + "network-listeners.network-listener.http-listener.address=" + host,
            http + "compression=on",
            http + "xpowered-by=false"));
  }

  private Path logSettings() throws IOException {
    System.setProperty(LogFile.FILE_PROPERTY, log.toString());
    return Files.write(
        runFolder.resolve("logging.properties"),
        List.of(
            "handlers=" + LogFile.class.getName(),
            "java.util.logging.SimpleFormatter.format="
                + "%1$tF %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n",
            ".level=INFO"));
  }

  private void sendOutputToLogFolder() throws IOException {
    PrintStream sink =
        new PrintStream(
            Files.newOutputStream(log.resolveSibling("console.log")), true, StandardCharsets.UTF_8);
    System.setOut(sink);
    System.setErr(sink);
  }
}
