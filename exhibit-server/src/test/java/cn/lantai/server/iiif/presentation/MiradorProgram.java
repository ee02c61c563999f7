package cn.lantai.server.iiif.presentation;

import cn.lantai.server.testing.Web;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Opens every manifest and every collection that a server emits in {@link Mirador}, in a real
 * Chromium, and says which do not open.
 *
 * <p>Arguments: the address of a running server, a record that it has, and the program of Chromium.
 */
public final class MiradorProgram {

  private MiradorProgram() {}

  public static void main(String[] arguments) {
    String base = arguments[0].replaceFirst("/$", "");
    List<JsonObject> all = new EmittedDocuments(new Web(base)).all();
    List<List<JsonObject>> loads = loads(all);
    List<String> failures = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(arguments[2]))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        Mirador mirador = new Mirador(browser, base, arguments[1])) {
      for (int i = 0; i < loads.size(); i++) {
        failures.addAll(mirador.open(loads.get(i)));
        System.err.printf("%d of %d loads, %d failures%n", i + 1, loads.size(), failures.size());
      }
    }
    all.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.getString("type") + " " + Mirador.kind(it), Collectors.counting()))
        .forEach((kind, count) -> System.out.println(kind + ": " + count));
    System.out.printf("%d documents, %d failures%n", all.size(), failures.size());
    failures.forEach(System.out::println);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  /** Several side by side, for that is faster. */
  private static List<List<JsonObject>> loads(List<JsonObject> documents) {
    List<List<JsonObject>> loads = new ArrayList<>();
    for (boolean collections : List.of(false, true)) {
      List<JsonObject> some =
          documents.stream().filter(it -> Mirador.isCollection(it) == collections).toList();
      for (int from = 0; from < some.size(); from += Mirador.WINDOWS) {
        loads.add(some.subList(from, Math.min(some.size(), from + Mirador.WINDOWS)));
      }
    }
    return loads;
  }
}
