package cn.lantai.server.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The terminal, taken hold of before the server's own output is sent to the log file.
 *
 * <p>Progress is one line that is written over and over on a terminal, and nothing elsewhere.
 */
public final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal = System.console() != null;
  private int progressWidth;

  public Console() {
    Charset charset = charset();
    out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
  }

  public synchronized void say(String line) {
    clearProgress();
    out.println(line);
  }

  public void say(String chinese, String english) {
    say(chinese);
    say(english);
  }

  /** What is no answer to the command, such as a warning, goes beside its output. */
  public synchronized void warn(String chinese, String english) {
    clearProgress();
    err.println(chinese);
    err.println(english);
  }

  synchronized void complain(StartProblem problem) {
    clearProgress();
    err.println(problem.chinese());
    err.println(problem.english());
  }

  public synchronized void progress(String line) {
    if (terminal) {
      clearProgress();
      out.print(line);
      out.flush();
      progressWidth = 2 * line.length();
    }
  }

  private void clearProgress() {
    if (progressWidth > 0) {
      out.print("\r" + " ".repeat(Math.min(progressWidth, 79)) + "\r");
      progressWidth = 0;
    }
  }

  /** The terminal's own charset if it has Chinese (GBK on many machines), else UTF-8. */
  private static Charset charset() {
    for (String property :
        new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        Charset charset = Charset.forName(name);
        if (charset.newEncoder().canEncode("兰台")) {
          return charset;
        }
      }
    }
    return StandardCharsets.UTF_8;
  }
}
