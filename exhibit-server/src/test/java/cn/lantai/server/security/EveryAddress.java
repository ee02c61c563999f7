package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The addresses of the table that {@link RoleMatrixIT} keeps complete. */
final class EveryAddress {

  /** Of everybody's own affairs, or of those who command the server. */
  private static final Pattern NOT_OF_WORK =
      Pattern.compile(
          "/workbench/(account|guides|notices)(/.*)?|/api/(account|commands|notices)(/.*)?");

  private EveryAddress() {}

  /** Every address of the table with everything that its names may stand for. */
  static Set<String> with(Predicate<String> method, SecretWork work) throws IOException {
    Set<String> all = new LinkedHashSet<>();
    for (String[] door : table()) {
      if (method.test(door[0]) && !NOT_OF_WORK.matcher(door[1]).matches()) {
        all.addAll(filled(door[1], work));
      }
    }
    return all;
  }

  private static List<String> filled(String path, SecretWork work) {
    List<String> all = new ArrayList<>();
    for (String thing : SecretWork.THINGS) {
      String of =
          path.replace("{type}/{key}", thing)
              .replace("{type}", thing.replaceFirst("/.*", ""))
              .replace("{key}", thing.replaceFirst(".*/", ""))
              .replace("{region}/{size}/{rotation}/{quality}", "full/max/0/default.jpg")
              .replace("{archive}", "o2")
              .replace("{row}", "{number}")
              .replaceAll("\\{(name|role)\\}", "guest");
      assertFalse(
          of.replaceAll("\\{(id|number)\\}", "").contains("{"), "what stands for it? " + of);
      if (path.startsWith("/workbench/selections/") && !thing.startsWith("exhibition/")) {
        continue;
      }
      if (of.matches(".*\\{(id|number)\\}.*")) {
        List<String> rows = new ArrayList<>(work.numbers());
        rows.add(work.version(thing));
        rows.forEach(row -> all.add(of.replaceAll("\\{(id|number)\\}", row)));
      } else {
        all.add(of);
      }
    }
    return all;
  }

  private static List<String[]> table() throws IOException {
    try (InputStream file = RoleMatrixIT.class.getResourceAsStream("role-matrix.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .toList();
    }
  }
}
