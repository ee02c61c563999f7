package cn.lantai.server.cantaloupe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Runs the program that its argument names, and ends with whoever started it: their end of the
 * input closes, however they end. It runs in a process of its own and knows no other class.
 */
public final class Tether {

  private Tether() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread watch = new Thread(Tether::awaitEndOfInput, "lantai-tether");
    watch.setDaemon(true);
    watch.start();
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[0]);
  }

  private static void awaitEndOfInput() {
    try (InputStream in = System.in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // so is the end
    }
    Runtime.getRuntime().halt(0);
  }
}
