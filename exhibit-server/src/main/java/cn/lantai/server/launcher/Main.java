package cn.lantai.server.launcher;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/**
 * The entry point. Compiled for Java 8 and without a link to any other class, so that an old Java
 * can run it and hear that it is too old.
 */
public final class Main {

  private static final int OLDEST = 17;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    String version = System.getProperty("java.specification.version");
    if (major(version) < OLDEST) {
      PrintStream console = new PrintStream(System.err, true, "UTF-8");
      console.println("兰台需要 Java " + OLDEST + " 或更新版本，当前是 Java " + version + "。");
      console.println("Lantai needs Java " + OLDEST + " or newer; this is Java " + version + ".");
      System.exit(2);
    }
    try {
      Class.forName("cn.lantai.server.launcher.Launcher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof Exception) {
        throw (Exception) failure.getCause();
      }
      throw failure;
    }
  }

  static int major(String version) {
    String number = version.startsWith("1.") ? version.substring(2) : version;
    return Integer.parseInt(number.split("\\D", 2)[0]);
  }
}
