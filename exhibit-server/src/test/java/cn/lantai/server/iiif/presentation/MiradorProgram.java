package cn.lantai.server.iiif.presentation;

import cn.lantai.server.testing.Web;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Opens every manifest and every collection that a server emits in the Mirador of its page for
 * comparison, in a real Chromium. A manifest is open when its window shows its label and a picture,
 * a player or, where it has no canvas, that it is empty; a collection when Mirador offers what is
 * in it.
 *
 * <p>Arguments: the address of a running server, a record that it has, and the program of Chromium.
 */
public final class MiradorProgram {

  /** In milliseconds, for one of them. */
  private static final int PATIENCE = 20_000;

  private static final String MANIFEST = "data-manifest=\"[^\"]*\"";
  private static final String CANVAS = " data-canvas=\"[^\"]*\"";

  private final Web web;
  private final Set<String> manifests = new LinkedHashSet<>();
  private final Set<String> collections = new LinkedHashSet<>();

  private MiradorProgram(Web web) {
    this.web = web;
  }

  public static void main(String[] arguments) {
    String base = arguments[0].replaceFirst("/$", "");
    MiradorProgram program = new MiradorProgram(new Web(base));
    program.collect(base + "/iiif/collection");
    List<String> closed = new ArrayList<>();
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
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      Page page = browser.newPage();
      AtomicReference<String> opened = new AtomicReference<>("");
      // The page for comparison asks for records; another address is put into its place.
      page.route("**/compare?**", route -> replace(route, opened.get()));
      String start = base + "/compare?r=" + arguments[1];
      for (String manifest : program.manifests) {
        opened.set(manifest);
        program.open(page, start, manifest, program.shown(manifest), closed);
      }
      for (String collection : program.collections) {
        opened.set(collection);
        program.open(page, start, collection, "[role=dialog]", closed);
      }
    }
    System.out.printf(
        "manifests %d, collections %d, not opened %d%n",
        program.manifests.size(), program.collections.size(), closed.size());
    closed.forEach(System.out::println);
    System.exit(closed.isEmpty() ? 0 : 1);
  }

  private void collect(String root) {
    Deque<String> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      String address = left.pop();
      if (!collections.add(address)) {
        continue;
      }
      for (JsonValue item : items(address)) {
        JsonObject member = item.asJsonObject();
        if (member.getString("type").equals("Manifest")) {
          manifests.add(member.getString("id"));
        } else {
          left.add(member.getString("id"));
        }
      }
    }
  }

  private JsonArray items(String address) {
    JsonObject thing = Json.createReader(new StringReader(web.get(address).body())).readObject();
    return thing.containsKey("items") ? thing.getJsonArray("items") : JsonValue.EMPTY_JSON_ARRAY;
  }

  /** What a window has that shows this manifest. */
  private String shown(String manifest) {
    return items(manifest).isEmpty()
        ? ".mirador section[aria-label]"
        : ".mirador .openseadragon-canvas canvas, .mirador audio, .mirador video";
  }

  private static void replace(Route route, String address) {
    APIResponse answer = route.fetch();
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(answer)
            .setBody(
                answer
                    .text()
                    .replaceAll(CANVAS, "")
                    .replaceAll(MANIFEST, "data-manifest=\"" + address + "\"")));
  }

  private void open(Page page, String start, String address, String expected, List<String> closed) {
    try {
      page.navigate(start);
      page.waitForSelector(expected, new Page.WaitForSelectorOptions().setTimeout(PATIENCE));
      if (page.locator(".mirador").textContent().contains("error")) {
        closed.add(address + ": an error is shown");
      }
    } catch (PlaywrightException failure) {
      closed.add(address + ": " + failure.getMessage().lines().findFirst().orElse(""));
    }
  }
}
