package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe finds on the pages, in every theme. */
@ExtendWith({Chromium.class, LantaiServer.class})
class AccessibilityIT {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Browser browser;
  private final String base;

  AccessibilityIT(Browser browser, LantaiServer.Running server) {
    this.browser = browser;
    base = server.baseUrl();
  }

  /** Each page in one look, and each look with a share of the pages: they have the same parts. */
  static Stream<Arguments> pagesAndLooks() {
    List<String> looks =
        List.of(
            "theme=songyan&scheme=light",
            "theme=songyan&scheme=dark",
            "theme=danxin",
            "theme=mingmu");
    List<String> pages =
        List.of(
            "/",
            "/exhibitions/xinyang-zhi-yuan",
            "/records/r001",
            "/records/r057?page=2&region=10,20,30,15",
            "/compare?r=r001&r=r057:2",
            "/people/maodun",
            "/people/yangangong",
            "/archives",
            "/themes",
            "/things/scheme/genre",
            "/things/theme/genre-private",
            "/things/place/pl-quzhou",
            "/search?q=信",
            "/search?q=没有这样的词",
            "/signin");
    return IntStream.range(0, pages.size())
        .mapToObj(i -> Arguments.of(pages.get(i), looks.get(i % looks.size())));
  }

  @ParameterizedTest
  @MethodSource("pagesAndLooks")
  void axeFindsNothingGrave(String path, String look) {
    try (Visit visit = Visit.atDesk(browser, base)) {
      assertNothingGrave(visit, with(path, look));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=信",
        "/search?q=信&view=gallery",
        "/search?q=没有这样的词",
        "/themes",
        "/things/scheme/genre",
        "/things/theme/genre-private",
        "/things/place/pl-quzhou",
        "/people/yangangong",
        "/records/r001"
      })
  void axeFindsNothingGraveOnAPhone(String path) {
    try (Visit visit = Visit.byPhone(browser, base)) {
      assertNothingGrave(visit, with(path, "lang=en"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "s", "s Enter"})
  void axeFindsNothingGraveInTheDialogsOfTheViewer(String keys) {
    try (Visit visit = Visit.atDesk(browser, base)) {
      visit.open("/records/r057?theme=songyan&scheme=dark");
      visit.page().locator(".osd [role=application][aria-label]").focus();
      for (String key : keys.split(" ", -1)) {
        visit.page().keyboard().press(key);
      }
      visit.page().locator("[data-tool=adjust] summary").dispatchEvent("click");
      assertNothingGrave(visit);
    }
  }

  private static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }

  private static void assertNothingGrave(Visit visit, String address) {
    visit.open(address);
    assertNothingGrave(visit);
  }

  private static void assertNothingGrave(Visit visit) {
    visit.assertNoTrouble();
    AxeResults results = new AxeBuilder(visit.page()).withTags(TAGS).analyze();
    List<String> grave =
        results.getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(AccessibilityIT::sentence)
            .toList();
    assertEquals(List.of(), grave);
    assertTrue(results.getPasses().size() > 10, "axe has looked");
  }

  private static String sentence(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream()
            .limit(4)
            .map(node -> node.getTarget() + " " + node.getFailureSummary())
            .collect(Collectors.joining("; "));
  }
}
