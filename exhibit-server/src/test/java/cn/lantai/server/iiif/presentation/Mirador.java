package cn.lantai.server.iiif.presentation;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Mirador of the page for comparison, with whatever manifests and collections in the place of
 * records.
 *
 * <p>A manifest is open when its window shows its label and has drawn a picture of its first
 * canvas, or has read how long its first recording is, or, where there is nothing to be seen, when
 * it shows the label. A collection is open when its label and its first member are offered.
 */
final class Mirador implements AutoCloseable {

  /** So many windows stand side by side. */
  static final int WINDOWS = 4;

  /** In milliseconds, for one window. */
  private static final int PATIENCE = 30_000;

  private static final Pattern PANE = Pattern.compile("<li class=\"cmp-pane\"[^>]*>");

  private static final String IS_OPEN =
      """
      ({ window, kind, labels }) => {
        const pane = document.getElementById(window);
        const places = kind === 'offered' ? document.querySelectorAll('[role=dialog]') : [pane];
        const shows = place =>
          labels.every(choices => choices.some(label => place?.textContent.includes(label)));
        if (![...places].some(shows)) return false;
        if (kind === 'played') return pane.querySelector('audio, video')?.readyState > 0;
        if (kind !== 'seen') return true;
        const canvas = pane.querySelector('.openseadragon-canvas canvas');
        if (!canvas?.width || !canvas.height) return false;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((sample, at) => at % 4 === 3 && sample > 0);
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final String start;
  private final List<String> troubles = new ArrayList<>();
  private List<JsonObject> wanted = List.of();

  /**
   * @param record the key of any record that is public
   */
  Mirador(Browser browser, String base, String record) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1440, 1200).setLocale("zh-CN"));
    page = context.newPage();
    start = base + "/compare?r=" + record;
    page.route("**/compare?**", this::replace);
    page.onPageError(error -> troubles.add("script: " + error));
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            troubles.add(answer.status() + " " + answer.url());
          }
        });
  }

  /**
   * Opens up to {@link #WINDOWS} manifests or collections.
   *
   * @return what failed, in words; empty if all are open
   */
  List<String> open(List<JsonObject> documents) {
    wanted = documents;
    troubles.clear();
    List<String> failures = new ArrayList<>();
    try {
      page.navigate(start);
      for (int i = 0; i < documents.size(); i++) {
        JsonObject document = documents.get(i);
        await(document, "pane-" + (i + 1), failures);
      }
      if (page.locator(".mirador .MuiAlert-root").count() > 0) {
        failures.add(names() + ": " + page.locator(".mirador .MuiAlert-root").first().innerText());
      }
    } catch (PlaywrightException failure) {
      failures.add(names() + ": " + firstLine(failure));
    }
    troubles.forEach(trouble -> failures.add(names() + ": " + trouble));
    return failures;
  }

  private void await(JsonObject document, String window, List<String> failures) {
    try {
      page.waitForFunction(
          IS_OPEN,
          Map.of("window", window, "kind", kind(document), "labels", labels(document)),
          new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    } catch (PlaywrightException failure) {
      failures.add(document.getString("id") + " is not " + kind(document));
    }
  }

  static boolean isCollection(JsonObject document) {
    return document.getString("type").equals("Collection");
  }

  /** What is to be expected of it: offered, seen, played or, without anything to see, named. */
  static String kind(JsonObject document) {
    if (isCollection(document)) {
      return "offered";
    }
    JsonObject canvas = canvas(document);
    if (canvas.containsKey("duration")) {
      return "played";
    }
    return canvas.getJsonArray("items").isEmpty() ? "named" : "seen";
  }

  /** The one at which a manifest is opened: its first recording, if it has any. */
  private static JsonObject canvas(JsonObject manifest) {
    List<JsonObject> canvases = items(manifest).getValuesAs(JsonObject.class);
    return canvases.stream()
        .filter(it -> it.containsKey("duration"))
        .findFirst()
        .orElse(canvases.get(0));
  }

  /** For each label that is to be read, what it is in any language. */
  private static List<List<String>> labels(JsonObject document) {
    List<List<String>> labels = new ArrayList<>(List.of(label(document)));
    if (isCollection(document) && !items(document).isEmpty()) {
      labels.add(label(items(document).getJsonObject(0)));
    }
    return labels;
  }

  private static List<String> label(JsonObject thing) {
    return thing.getJsonObject("label").values().stream()
        .flatMap(values -> values.asJsonArray().getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .toList();
  }

  static JsonArray items(JsonObject document) {
    return document.containsKey("items")
        ? document.getJsonArray("items")
        : JsonValue.EMPTY_JSON_ARRAY;
  }

  private String names() {
    return wanted.stream().map(it -> it.getString("id")).collect(Collectors.joining(" "));
  }

  private static String firstLine(PlaywrightException failure) {
    return failure.getMessage().lines().findFirst().orElse("");
  }

  private void replace(Route route) {
    var answer = route.fetch();
    String panes = wanted.stream().map(Mirador::pane).collect(Collectors.joining("</li>"));
    String html = PANE.matcher(answer.text()).replaceFirst(Matcher.quoteReplacement(panes));
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(html));
  }

  private static String pane(JsonObject document) {
    String canvas =
        isCollection(document) ? "" : " data-canvas=\"" + canvas(document).getString("id") + "\"";
    return "<li class=\"cmp-pane\" data-manifest=\""
        + document.getString("id")
        + "\""
        + canvas
        + ">";
  }

  @Override
  public void close() {
    context.close();
  }
}
