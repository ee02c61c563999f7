package cn.lantai.bench;

import java.util.Locale;

/** The lines of a benchmark's report. */
final class Print {

  private Print() {}

  static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
