package cn.lantai.server.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Visit;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walks of readers, in a real browser. */
@ExtendWith({Chromium.class, LantaiServer.class})
class BrowserIT {

  /** How many different colours the pixels of the viewer have; a blank canvas has one. */
  private static final String COLOURS_OF_VIEWER =
      """
      () => {
        const canvas = document.querySelector('.osd canvas');
        if (!canvas || !canvas.width) return 0;
        const copy = new OffscreenCanvas(100, 100).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0, 100, 100);
        const { data } = copy.getImageData(0, 0, 100, 100);
        const colours = new Set();
        for (let i = 0; i < data.length; i += 4) {
          if (data[i + 3] > 0) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
        }
        return colours.size;
      }\
      """;

  private static final String WIDTH_TOO_MUCH =
      """
      () => {
        const room = document.documentElement.clientWidth;
        const over = document.documentElement.scrollWidth - room;
        if (over <= 0) return '';
        const wide = [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > room + 1)
            .map(e => e.tagName + '.' + e.className);
        return over + ' px: ' + wide.slice(0, 8).join(', ');
      }\
      """;

  private final Browser browser;
  private final String base;

  BrowserIT(Browser browser, LantaiServer.Running server) {
    this.browser = browser;
    base = server.baseUrl();
  }

  @Test
  void aReaderWalksFromTheHomePageThroughAnExhibitionIntoARecordAndZooms() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/");
      page.locator("main a[href='/exhibitions/xinyang-zhi-yuan']").first().click();
      page.waitForURL(base + "/exhibitions/xinyang-zhi-yuan");
      assertThat(page.locator("h1")).containsText("信仰之源");

      page.locator("main a[href^='/records/r001']").first().click();
      page.waitForURL(Pattern.compile(".*/records/r001.*"));
      assertThat(page.locator("h1")).containsText("共产党宣言");

      List<String> tiles = new ArrayList<>();
      page.onResponse(
          response -> {
            if (response.url().contains("/iiif/") && response.url().endsWith(".jpg")) {
              tiles.add(response.url());
            }
          });
      page.waitForFunction("() => (" + COLOURS_OF_VIEWER + ")() > 20");
      page.getByRole(AriaRole.BUTTON, named("放大")).click();
      page.waitForResponse(
          response -> response.url().contains("/iiif/3/") && response.ok(),
          () -> {
            for (int i = 0; i < 4; i++) {
              page.getByRole(AriaRole.BUTTON, named("放大")).click();
            }
          });
      page.waitForFunction("() => (" + COLOURS_OF_VIEWER + ")() > 20");
      assertFalse(tiles.isEmpty(), "the viewer asks for tiles");
      visit.assertNoTrouble();
    }
  }

  @Test
  void theViewerTurnsAndGoesHome() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/records/r001");
      page.waitForFunction("() => (" + COLOURS_OF_VIEWER + ")() > 20");
      page.locator("[data-zoom=turn]").click();
      page.locator("[data-zoom=out]").click();
      page.locator("[data-zoom=home]").click();
      page.waitForFunction("() => (" + COLOURS_OF_VIEWER + ")() > 20");
      visit.assertNoTrouble();
    }
  }

  @Test
  void aReaderFindsARecordByThePerson() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/people");
      page.locator("main a[href='/people/chenwangdao']").first().click();
      page.waitForURL(base + "/people/chenwangdao");
      assertThat(page.locator("h1")).containsText("陈望道");
      page.locator("main a[href^='/records/']").first().click();
      page.waitForURL(Pattern.compile(".*/records/r\\d+.*"));
      assertThat(page.locator("main.record h1")).isVisible();
      visit.assertNoTrouble();
    }
  }

  @Test
  void theLanguageIsSwitchedAndStays() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/exhibitions/xinyang-zhi-yuan");
      assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("h1")).containsText("The Source");
      visit.open("/people/maodun");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("h1")).containsText("Mao Dun");
      visit.assertNoTrouble();
    }
  }

  @Test
  void theLookIsChosenInTheMenu() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/records/r001");
      page.locator(".top details.pop:not(.menu-only) > summary").click();
      page.locator("details.pop a[href*='theme=mingmu']").click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "mingmu");
      visit.open("/people");
      assertThat(page.locator("html")).hasAttribute("data-theme", "mingmu");
      visit.assertNoTrouble();
    }
  }

  static Stream<String> pageTypes() {
    return Stream.of(
        "/",
        "/exhibitions",
        "/exhibitions/xinyang-zhi-yuan",
        "/exhibitions/chishui-jiangyang",
        "/people",
        "/people/maodun",
        "/people/maodun-zhuanti",
        "/compilations",
        "/compilations/zhedang-jingpin",
        "/study",
        "/study/dudong-qiaopi",
        "/archives",
        "/archives/x001",
        "/archives/x001-zl-001",
        "/records/r001",
        "/records/r057",
        "/records/r057?page=2&region=10,20,30,15",
        "/compare?r=r001&r=r057:2",
        "/things/place/pl-shangyu",
        "/things/event/e-manifesto",
        "/themes",
        "/things/scheme/genre",
        "/things/theme/jiandang",
        "/things/theme/genre-private",
        "/things/place/pl-quzhou",
        "/people/yangangong",
        "/things/organisation/org-txda",
        "/sparql",
        "/signin");
  }

  @ParameterizedTest
  @MethodSource("pageTypes")
  void aPhoneShowsThePageWithoutScrollingSideways(String path) {
    try (Visit visit = Visit.byPhone(browser, base)) {
      for (String language : List.of("zh", "en")) {
        Page page = visit.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertEquals("", page.evaluate(WIDTH_TOO_MUCH), language);
      }
      visit.assertNoTrouble();
    }
  }

  @Test
  void thePhoneHasTheMenu() {
    try (Visit visit = Visit.byPhone(browser, base)) {
      Page page = visit.open("/");
      page.locator("details.menu-only > summary").tap();
      page.locator("details.menu-only a[href='/people']").tap();
      page.waitForURL(base + "/people");
      visit.assertNoTrouble();
    }
  }

  @Test
  void theKeyboardReachesEverything() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/records/r001");
      page.waitForFunction("() => (" + COLOURS_OF_VIEWER + ")() > 20");
      page.keyboard().press("Tab");
      assertThat(page.locator("a.skip")).isFocused();
      assertThat(page.locator("a.skip")).isInViewport();
      page.keyboard().press("Enter");
      page.waitForURL(base + "/records/r001#main");

      List<String> reached = new ArrayList<>();
      for (int i = 0; i < 40 && !reached.contains("help"); i++) {
        page.keyboard().press("Tab");
        Object zoom = page.evaluate("() => document.activeElement.dataset.zoom ?? ''");
        if (!zoom.equals("")) {
          reached.add(zoom.toString());
        }
      }
      assertEquals(List.of("out", "in", "home", "back", "turn", "mark", "screen", "help"), reached);
      for (Locator button : page.locator("[data-zoom]").all()) {
        Object name =
            button.evaluate("b => (b.getAttribute('aria-label') ?? b.textContent).trim()");
        assertTrue(name.toString().length() > 1, "a name, not only a sign: " + name);
      }
      visit.assertNoTrouble();
    }
  }

  @Test
  void theMenuOpensAndClosesByKeyboard() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/");
      Locator menu = page.locator("details.pop:not(.menu-only)");
      menu.locator("summary").focus();
      page.keyboard().press("Enter");
      assertThat(menu).hasAttribute("open", "");
      page.keyboard().press("Escape");
      assertThat(menu).not().hasAttribute("open", "");
      assertThat(menu.locator("summary")).isFocused();
      visit.assertNoTrouble();
    }
  }

  @Test
  void withoutScriptsTheRecordShowsItsImageAndTheExhibitionReadsInFull() {
    Browser.NewContextOptions plain =
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN");
    try (Visit visit = new Visit(browser, base, plain)) {
      Page page = visit.open("/records/r001");
      Locator image = page.locator(".stage-img img");
      assertThat(image).isVisible();
      assertTrue(image.boundingBox().width > 200);
      for (Locator button : page.locator("[data-zoom]").all()) {
        assertThat(button).isHidden();
      }

      visit.open("/exhibitions/xinyang-zhi-yuan");
      assertThat(page.locator("main")).containsText("译与印");
      assertThat(page.locator("main")).containsText("五十六页，十八厘米高");
      for (Locator step : page.locator(".zoom-step").all()) {
        assertThat(step).isVisible();
      }
      visit.assertNoTrouble();
    }
  }

  @Test
  void anAdministratorSignsInAndSeesTheState(LantaiServer.Running server) {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.page();
      page.navigate(base + "/workbench");
      page.locator("input[autocomplete=username]").fill("admin");
      page.locator("input[type=password]").fill(server.password());
      page.locator("main form button").click();
      page.waitForURL(base + "/workbench");
      assertThat(page.locator("main")).containsText("日志");
      assertEquals("", page.evaluate(WIDTH_TOO_MUCH));
      visit.assertNoTrouble();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
