package cn.lantai.server.launcher;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The application as the launcher sees it: an MBean in the same process. */
final class Application {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name = name();

  boolean isReady() {
    return text("Phase").equals("READY");
  }

  /** Whether it has closed everything that it had opened. */
  boolean isStopped() {
    return text("Phase").equals("STOPPED");
  }

  /** Why it did not start; empty if nobody knows. */
  Optional<String> problem() {
    return Optional.of(text("Problem")).filter(problem -> !problem.isEmpty());
  }

  /** What it is busy with, for a line on the console; empty if with nothing. */
  Optional<String> activity() {
    return Optional.of(text("Activity")).filter(activity -> !activity.isEmpty());
  }

  boolean hasPendingJobs() {
    return !text("PendingJobs").equals("0");
  }

  /** Why a job failed; empty if none did. */
  Optional<String> failedJob() {
    return Optional.of(text("FailedJob")).filter(reason -> !reason.isEmpty());
  }

  List<String> commandOutput() {
    return attribute("CommandOutput").map(lines -> List.of((String[]) lines)).orElse(List.of());
  }

  boolean commandSucceeded() {
    return text("CommandSucceeded").equals("true");
  }

  /** The administrator's first password; only the first call gets it. */
  Optional<String> takeFirstPassword() {
    try {
      Object password = server.invoke(name, "takeFirstPassword", new Object[0], new String[0]);
      return Optional.of((String) password).filter(text -> !text.isEmpty());
    } catch (JMException absent) {
      return Optional.empty();
    }
  }

  private String text(String attribute) {
    return attribute(attribute).map(String::valueOf).orElse("");
  }

  private Optional<Object> attribute(String attribute) {
    try {
      return Optional.ofNullable(server.getAttribute(name, attribute));
    } catch (JMException absent) {
      return Optional.empty();
    }
  }

  private static ObjectName name() {
    try {
      return new ObjectName("cn.lantai:type=Platform");
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
