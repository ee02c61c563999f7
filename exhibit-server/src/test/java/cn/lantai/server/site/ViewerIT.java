package cn.lantai.server.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Visit;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The viewer on the page of a record, in a real browser. */
@ExtendWith({Chromium.class, LantaiServer.class})
class ViewerIT {

  /** Three pages, each with a transcript. */
  private static final String RECORD = "/records/r057";

  private final Browser browser;
  private final String base;

  ViewerIT(Browser browser, LantaiServer.Running server) {
    this.browser = browser;
    base = server.baseUrl();
  }

  @Test
  void pagesTurnWithoutLoadingTheDocumentAgainAndTheAddressStaysTrue() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      page.evaluate("() => (window.same = true)");
      String first = page.locator(".sheet-text").textContent();

      page.locator("[rel=next]").click();
      page.waitForURL(base + RECORD + "?page=2");
      assertThat(page.locator(".thumbs [aria-current=page]")).hasAttribute("data-page", "2");
      assertThat(page.locator(".sheet-text")).not().hasText(first);
      assertThat(page.locator(".viewer [role=status]")).containsText("共 3 面");
      assertThat(page.locator("[rel=next]")).isFocused();
      assertThat(page.locator("a.tongue"))
          .hasAttribute("href", Pattern.compile(".*page=2.*lang=en"));

      page.locator(".thumbs [data-page='3']").click();
      page.waitForURL(base + RECORD + "?page=3");
      assertThat(page.locator("[rel=next]")).hasCount(0);
      page.goBack();
      page.goBack();
      page.waitForURL(base + RECORD);
      assertThat(page.locator(".stage")).hasAttribute("data-page", "1");
      assertThat(page.locator(".sheet-text")).hasText(first);
      assertEquals(true, page.evaluate("() => window.same"));
      visit.assertNoTrouble();
    }
  }

  @Test
  void theKeyboardDoesAllThatTheMouseDoes() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      Locator status = page.locator(".viewer [role=status]");
      Locator picture = page.locator(".osd [role=application]");
      picture.focus();
      press(page, "+", "+");
      assertThat(status).hasText(Pattern.compile("缩放 [\\d.]+%"));
      press(page, "r");
      assertThat(status).hasText("已转至 90 度");
      press(page, "Shift+R", "Shift+R");
      assertThat(status).hasText("已转至 270 度");
      press(page, "ArrowLeft", "ArrowDown", "0");
      assertThat(status).hasText("全图");
      press(page, "]");
      page.waitForURL(base + RECORD + "?page=2");
      press(page, "End");
      page.waitForURL(base + RECORD + "?page=3");
      press(page, "PageUp");
      page.waitForURL(base + RECORD + "?page=2");
      press(page, "Home");
      page.waitForURL(base + RECORD);
      assertThat(picture).isFocused();
      assertThat(picture).hasAttribute("aria-label", Pattern.compile("封面，共 3 面：.+"));
      press(page, "?");
      assertThat(page.locator(".keys-help")).isVisible();
      press(page, "Escape");
      assertThat(page.locator(".keys-help")).isHidden();
      visit.assertNoTrouble();
    }
  }

  @Test
  void keysAreKeysOnlyWithinTheStage() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      page.locator(".brand").focus();
      press(page, "]", "?", "s");
      assertThat(page.locator(".keys-help")).isHidden();
      assertThat(page.locator(".stage-veil")).hasCount(0);
      assertEquals(RECORD, visit.path());
    }
  }

  @Test
  void thumbnailsAreOneStopOfTheTabKey() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      assertThat(page.locator(".thumbs a[tabindex='0']")).hasCount(1);
      page.locator(".thumbs a[tabindex='0']").focus();
      press(page, "ArrowDown", "End", "ArrowUp", "Enter");
      page.waitForURL(base + RECORD + "?page=2");
      visit.assertNoTrouble();
    }
  }

  @Test
  void aPartThatIsMarkedByKeysIsSharedAndOpensAgain() {
    String link;
    String state;
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD + "?page=2");
      page.locator(".osd [role=application]").focus();
      press(page, "s", "ArrowRight", "Shift+ArrowDown", "Enter");
      assertThat(page.locator(".share")).isVisible();
      link = page.locator("#share-link").innerText();
      state = page.locator("#share-state").innerText();
      assertTrue(link.startsWith(base + RECORD + "?page=2&region="), link);
      assertEquals(link, page.url(), "the address bar can be copied as well");
      assertThat(page.locator("#share-citation")).containsText("M021-KU-001-0001");
      assertThat(page.locator("#share-citation")).containsText(link);
      String picture = page.locator("#share-image").innerText();
      assertTrue(
          picture.matches(".*/iiif/3/r057-2/\\d+,\\d+,\\d+,\\d+/max/0/default.jpg"), picture);
      assertEquals(200, page.request().get(picture).status());
      visit.assertNoTrouble();
      press(page, "Escape");
      press(page, "Escape");
      page.waitForURL(base + RECORD + "?page=2");
    }
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, link.substring(base.length()));
      assertThat(page.locator(".stage-mark")).hasCount(1);
      visit.assertNoTrouble();
      page.navigate(state);
      String led = page.url().replaceFirst(".*region=", "");
      String sent = link.replaceFirst(".*region=", "");
      assertTrue(page.url().startsWith(base + RECORD + "?page=2&region="), page.url());
      for (int i = 0; i < 4; i++) {
        assertEquals(
            Double.parseDouble(sent.split(",", -1)[i]),
            Double.parseDouble(led.split(",", -1)[i]),
            0.1);
      }
    }
  }

  @Test
  void aPartIsMarkedWithTheMouseOnATurnedPage() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      page.locator("[data-zoom=turn]").click();
      page.locator("[data-zoom=mark]").click();
      BoundingBox box = page.locator(".stage-veil").boundingBox();
      page.mouse().move(box.x + box.width * 0.4, box.y + box.height * 0.4);
      page.mouse().down();
      page.mouse().move(box.x + box.width * 0.6, box.y + box.height * 0.7);
      page.mouse().up();
      assertThat(page.locator(".share img")).isVisible();
      page.waitForFunction("() => document.querySelector('.share img').naturalWidth > 0");
      visit.assertNoTrouble();
    }
  }

  @Test
  void withoutScriptsTheRegionIsShownAsAPicture() {
    Browser.NewContextOptions plain =
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN");
    try (Visit visit = new Visit(browser, base, plain)) {
      Page page = visit.open(RECORD + "?page=2&region=10,20,50,30");
      Locator picture = page.locator(".stage-img img");
      assertThat(picture).hasAttribute("src", Pattern.compile(".*/pct:10,20,50,30/.*"));
      assertThat(picture).hasAttribute("alt", Pattern.compile("局部：.+"));
      assertThat(page.locator("a.stage-img")).hasAttribute("href", RECORD + "?page=2");
      assertThat(page.locator(".stage-tools")).hasCount(0);

      visit.open(RECORD + "?region=everything");
      assertThat(page.locator(".stage-lost")).containsText("region=");
      assertThat(picture).hasAttribute("src", Pattern.compile(".*/full/.*"));
      visit.assertNoTrouble();
    }
  }

  @Test
  void aBusyImageServiceIsAskedAgainAfterTheTimeThatItSays() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      AtomicInteger asked = new AtomicInteger();
      visit
          .page()
          .route(
              "**/info.json",
              route -> {
                if (asked.incrementAndGet() == 1) {
                  answer(route, 503, Map.of("Retry-After", "5"));
                } else {
                  route.resume();
                }
              });
      Page page = visit.open(RECORD);
      assertThat(page.locator(".stage-note")).containsText("5 秒后再试");
      assertThat(page.locator(".stage-img img")).isVisible();
      assertThat(page.locator(".osd canvas").first()).isVisible();
      assertThat(page.locator(".stage-note")).isHidden();
      assertEquals(2, asked.get());
    }
  }

  @Test
  void ofAnImageThatIsGoneThePageSaysSoAndKeepsWorking() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      visit.page().route("**/r057-1/info.json", route -> answer(route, 410, Map.of()));
      Page page = visit.open(RECORD);
      assertThat(page.locator(".stage-note")).containsText("已撤下");
      assertThat(page.locator(".stage-note button")).isHidden();
      assertThat(page.locator(".stage-tools")).isHidden();
      assertThat(page.locator(".sheet-text")).isVisible();
      page.locator("[rel=next]").click();
      assertThat(page.locator(".osd canvas").first()).isVisible();
      assertThat(page.locator(".stage-note")).isHidden();
    }
  }

  @Test
  void withoutAConnectionTheReaderIsToldAndThePageTurnsOnceThereIsOne() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      visit.context().setOffline(true);
      page.locator("[rel=next]").click();
      assertThat(page.locator(".stage-note")).containsText("网络不通");
      assertEquals(RECORD, visit.path());
      visit.context().setOffline(false);
      page.waitForURL(base + RECORD + "?page=2");
      assertThat(page.locator(".stage-note")).isHidden();
    }
  }

  @Test
  void onlySizesThatTheServiceAllowsAreOfferedForDownload() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      page.locator("[data-tool=download] summary").click();
      Locator links = page.locator(".sizes a");
      assertThat(links).hasCount(3);
      assertThat(links.first()).hasAttribute("download", "M021-KU-001-0001-1.jpg");
      for (Locator link : links.all()) {
        assertEquals(200, page.request().get(link.getAttribute("href")).status());
      }

      page.route("**/r057-2/info.json", changed(json -> json.addProperty("maxWidth", 500)));
      page.locator("[rel=next]").click();
      assertThat(links.first()).not().hasAttribute("href", Pattern.compile(".*/full/max/.*"));

      page.route(
          "**/r057-3/info.json",
          changed(
              json -> {
                JsonObject probe = new JsonObject();
                probe.addProperty("type", "AuthProbeService2");
                json.add("service", new JsonArray());
                json.getAsJsonArray("service").add(probe);
              }));
      page.locator("[rel=next]").click();
      assertThat(page.locator(".osd [role=application]"))
          .hasAttribute("aria-label", Pattern.compile("雇船账.*"));
      assertThat(page.locator("[data-tool=download]")).isHidden();
      visit.assertNoTrouble();
    }
  }

  @Test
  void brightnessAndContrastChangeThePictureAndAreReset() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD);
      Locator canvas = page.locator(".osd canvas").first();
      page.locator("[data-tool=adjust] summary").click();
      page.locator("[name=contrast]").fill("180");
      assertThat(canvas).hasCSS("filter", "contrast(1.8)");
      page.locator("[data-tool=adjust] button").click();
      assertThat(canvas).hasCSS("filter", "none");
      visit.assertNoTrouble();
    }
  }

  @Test
  void aLineOfTheTranscriptLightsUpItsPlaceOnThePicture() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      altered(
          visit.page(),
          html ->
              html.replaceFirst(
                  "<span class=\"l\"[^>]*>", "<span class=\"l\" data-region=\"10,10,20,60\">"));
      Page page = opened(visit, RECORD);
      Locator line = page.locator(".l[data-region]").first();
      line.hover();
      assertThat(page.locator(".stage-light")).hasCount(1);
      page.locator("h1").hover();
      assertThat(page.locator(".stage-light")).hasCount(0);
      line.focus();
      assertThat(page.locator(".stage-light")).hasCount(1);
      press(page, "Enter");
      BoundingBox stage = page.locator(".osd").boundingBox();
      page.waitForFunction(
          "height => document.querySelector('.stage-light').getBoundingClientRect().height >"
              + " height",
          stage.height * 0.6);
      visit.assertNoTrouble();
    }
  }

  @Test
  void aStripOfHundredsOfPagesNeitherStretchesThePageNorLoadsThemAll() {
    String many =
        IntStream.rangeClosed(1, 600)
            .mapToObj(
                i ->
                    "<li><a href=\"/records/r057?page=%d\" data-page=\"%d\"><img src=\"/iiif/3/r057-1/full/!400,400/0/default.jpg?%d\" width=\"300\" height=\"400\" alt=\"\" loading=\"lazy\"><span>%d</span></a></li>"
                        .formatted(i, i, i, i))
            .collect(Collectors.joining());
    for (boolean phone : List.of(false, true)) {
      try (Visit visit = phone ? Visit.byPhone(browser, base) : Visit.atDesk(browser, base)) {
        AtomicInteger loaded = new AtomicInteger();
        visit.page().onRequest(request -> loaded.addAndGet(request.url().contains("jpg?") ? 1 : 0));
        altered(
            visit.page(),
            html ->
                html.replaceFirst(
                    "(?s)(<nav class=\"thumbs\"[^>]*><ol[^>]*>).*?</ol>", "$1" + many + "</ol>"));
        Page page = opened(visit, RECORD);
        assertThat(page.locator(".thumbs li")).hasCount(600);
        assertTrue(page.locator(".viewer").boundingBox().height < 2000);
        assertTrue(loaded.get() < 100, loaded + " loaded");
        assertEquals(0, page.evaluate("() => scrollX"));
      }
    }
  }

  @Test
  void aFingerScrollsThePagePastThePictureAndDrawsItAsideToTurnPages() {
    try (Visit visit = Visit.byPhone(browser, base)) {
      Page page = opened(visit, RECORD);
      page.locator(".osd").scrollIntoViewIfNeeded();
      int before = scrolled(page);
      swipe(visit, page, 0, -200);
      page.waitForFunction("before => scrollY > before + 80", before);
      page.locator(".osd").scrollIntoViewIfNeeded();
      // It is written from the right, so the next page comes from the left.
      swipe(visit, page, 200, 0);
      page.waitForURL(base + RECORD + "?page=2");

      page.locator("[data-zoom=in]").tap();
      page.locator("[data-zoom=in]").tap();
      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('.openseadragon-canvas')).touchAction =="
              + " 'none'");
      int zoomed = scrolled(page);
      swipe(visit, page, 0, -150);
      assertEquals(zoomed, scrolled(page), "zoomed in, a finger moves the picture");
      visit.assertNoTrouble();
    }
  }

  @Test
  void theViewerLeadsOverAPageAsAnExhibitionDoes() {
    try (Visit visit = Visit.byPhone(browser, base)) {
      Page page = opened(visit, RECORD + "?page=3");
      Locator steps = page.locator(".tour [data-look]");
      assertThat(steps).hasCount(4);
      assertThat(page.locator(".tour .script-note a"))
          .hasAttribute("href", "/exhibitions/xinyang-zhi-yuan");
      Locator bar = page.locator(".tour-bar");
      assertThat(bar).isHidden();

      steps.nth(1).click();
      assertThat(bar).containsText("日期与天气");
      assertThat(bar).containsText("2 / 4");
      assertThat(bar.locator("[data-tour='1']")).isFocused();
      assertThat(page.locator(".osd")).isInViewport();
      assertThat(page.locator(".stage-mark")).isVisible();
      press(page, "Enter");
      press(page, "Enter");
      assertThat(bar).containsText("4 / 4");
      assertThat(bar.locator("[data-tour='1']")).isDisabled();
      assertThat(bar.locator("[data-tour='-1']")).isFocused();
      assertThat(steps.nth(3)).hasAttribute("aria-current", "step");

      bar.locator("[data-tour=end]").click();
      assertThat(bar).isHidden();
      assertThat(steps.nth(3)).isFocused();
      assertEquals(base + RECORD + "?page=3", page.url());

      page.locator("[rel=prev]").click();
      assertThat(page.locator(".tour")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  @Test
  void withoutAScriptEachStepOfACloseReadingIsALinkToItsPart() {
    Browser.NewContextOptions plain =
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN");
    try (Visit visit = new Visit(browser, base, plain)) {
      Page page = visit.open(RECORD + "?page=3");
      page.locator(".tour [data-look]").nth(1).click();
      assertEquals(base + RECORD + "?page=3&region=80,6,16,56", page.url());
    }
  }

  @Test
  void aCloseReadingIsWalkedThroughByKeysAndButtons() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = visit.open("/exhibitions/xinyang-zhi-yuan");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Locator zoom = page.locator(".zoom").first();
      Locator status = zoom.locator("[role=status]");
      zoom.locator(".zoom-view").focus();
      assertThat(status).hasText(Pattern.compile("1 / \\d+"));
      press(page, "ArrowRight");
      assertThat(status).hasText(Pattern.compile("2 / \\d+"));
      assertThat(zoom.locator(".zoom-step").nth(1)).hasAttribute("data-on", "");
      press(page, "End");
      assertThat(zoom.locator("[data-step='1']")).isDisabled();
      press(page, "Home");
      assertThat(status).hasText(Pattern.compile("1 / \\d+"));
      // A click with the mouse would first scroll to the button, and so to another step.
      zoom.locator("[data-step='1']").dispatchEvent("click");
      assertThat(status).hasText(Pattern.compile("2 / \\d+"));
      visit.assertNoTrouble();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,720", "1024,600", "390,844"})
  void theButtonsOfACloseReadingAreAlwaysInReach(int width, int height) {
    Browser.NewContextOptions window =
        new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN");
    try (Visit visit = new Visit(browser, base, window)) {
      Page page = visit.open("/exhibitions/xinyang-zhi-yuan");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Locator zoom = page.locator(".zoom").first();
      Locator next = zoom.locator("[data-step='1']");
      // Half of the window is above it.
      page.waitForFunction(
          "() => { const by = document.querySelector('.zoom').getBoundingClientRect().top"
              + " - innerHeight / 2; scrollBy({ top: by, behavior: 'instant' });"
              + " return Math.abs(by) < 2; }");
      assertInReach(page, next);
      int steps = zoom.locator(".zoom-step").count();
      for (int step = 1; step < steps; step++) {
        next.click();
        assertThat(zoom.locator("[role=status]")).hasText(step + 1 + " / " + steps);
        assertInReach(page, zoom.locator("[data-step='-1']"));
      }
      assertThat(next).isDisabled();
      visit.assertNoTrouble();
    }
  }

  /** Within the window, and nothing lies over it. */
  private static void assertInReach(Page page, Locator button) {
    assertThat(button).isInViewport();
    assertEquals(
        true,
        button.evaluate(
            "button => { const { x, y, width, height } = button.getBoundingClientRect();"
                + " return y + height <= innerHeight"
                + " && document.elementFromPoint(x + width / 2, y + height / 2) === button; }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"right-to-left", "left-to-right"})
  void theTwoPagesOfAnOpeningLieSideBySideAsTheyAreRead(String direction) {
    try (Visit visit = Visit.atDesk(browser, base)) {
      altered(
          visit.page(),
          html ->
              html.replaceFirst(
                  "data-direction=\"[a-z-]*\"", "data-direction='" + direction + "'"));
      Page page = opened(visit, RECORD);
      Locator button = page.locator("[data-zoom=facing]");
      assertThat(button).hasAttribute("aria-pressed", "false");
      button.focus();
      press(page, "d");
      assertThat(button).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("[rel=next]")).isVisible();
      assertThat(page.locator(".thumbs [data-beside]")).hasCount(0);

      press(page, "]");
      page.waitForURL(base + RECORD + "?page=2");
      assertBeside(page, "3");
      assertThat(page.locator("[rel=next]")).isHidden();
      // What is drawn on the left is a part of the page that lies there.
      String left = direction.equals("right-to-left") ? "3" : "2";
      page.locator("[data-zoom=mark]").click();
      BoundingBox box = page.locator(".stage-veil").boundingBox();
      page.mouse().move(box.x + box.width * 0.2, box.y + box.height * 0.45);
      page.mouse().down();
      page.mouse().move(box.x + box.width * 0.4, box.y + box.height * 0.55);
      page.mouse().up();
      assertThat(page.locator(".share")).isVisible();
      String link = page.locator("#share-link").innerText();
      assertTrue(link.startsWith(base + RECORD + "?page=" + left + "&region="), link);
      assertEquals(link, page.url());
      assertThat(page.locator("#share-image")).containsText("r057-" + left);
      String state = page.locator("#share-state").innerText();
      // It leads on to another address.
      page.unrouteAll();
      page.navigate(state);
      assertTrue(page.url().startsWith(base + RECORD + "?page=" + left + "&region="), page.url());
      assertBeside(page, left.equals("3") ? "2" : "3");

      page.locator("[rel=prev]").click();
      page.waitForURL(base + RECORD);
      assertThat(page.locator(".thumbs [data-beside]")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  @Test
  void whoZoomsIntoTheOtherPageOfAnOpeningHasTurnedToIt() {
    try (Visit visit = Visit.atDesk(browser, base)) {
      Page page = opened(visit, RECORD + "?page=2");
      page.locator("[data-zoom=facing]").click();
      assertBeside(page, "3");
      page.locator(".osd [role=application]").focus();
      press(page, "+", "+", "+", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
      page.waitForURL(base + RECORD + "?page=3");
      assertBeside(page, "2");
      visit.assertNoTrouble();
    }
  }

  @Test
  void onAPhoneAPageIsAlone() {
    try (Visit visit = Visit.byPhone(browser, base)) {
      visit.page().addInitScript("localStorage.setItem('lantai-facing', 'on')");
      Page page = opened(visit, RECORD + "?page=2");
      assertThat(page.locator("[data-zoom=facing]")).isHidden();
      assertThat(page.locator(".thumbs [data-beside]")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  private static void assertBeside(Page page, String number) {
    assertThat(page.locator(".thumbs [data-beside]")).hasAttribute("data-page", number);
    assertThat(page.locator(".osd [role=application]"))
        .hasAttribute("aria-label", Pattern.compile(".*旁为.*(住客账|雇船账).*"));
  }

  @Test
  void theComparisonOpensInMiradorUnderTheSamePolicyAsEveryPage() {
    for (String language : List.of("zh", "en")) {
      try (Visit visit = Visit.atDesk(browser, base)) {
        Page page = visit.open("/compare?r=r001&r=r057:2&lang=" + language);
        assertThat(page.locator(".mirador section[id^=pane-][aria-label]")).hasCount(2);
        page.waitForFunction(
            "() => document.querySelectorAll('.mirador .openseadragon-canvas canvas').length > 1");
        assertThat(page.locator(".mirador")).containsText(Pattern.compile("1 (/|of) 2"));
        assertThat(page.locator(".mirador")).containsText(Pattern.compile("2 (/|of) 3"));
        assertThat(
                page.locator(
                    ".mirador button[aria-label='"
                        + (language.equals("zh") ? "放大" : "Zoom in")
                        + "']"))
            .not()
            .hasCount(0);
        visit.assertNoTrouble();
      }
    }
  }

  @Test
  void withoutScriptsTheRecordsOfAComparisonStandSideBySide() {
    Browser.NewContextOptions plain =
        new Browser.NewContextOptions()
            .setJavaScriptEnabled(false)
            .setViewportSize(1440, 900)
            .setLocale("zh-CN");
    try (Visit visit = new Visit(browser, base, plain)) {
      Page page = visit.open("/compare?r=r001&r=r057:2&r=nothing:9&r=%3Cscript%3E");
      List<Locator> pictures = page.locator(".cmp-plain img").all();
      assertEquals(2, pictures.size());
      assertEquals(pictures.get(0).boundingBox().y, pictures.get(1).boundingBox().y, 1);
      assertThat(page.locator(".cmp-plain a").nth(1)).hasAttribute("href", RECORD + "?page=2");
      assertThat(page.locator(".stage-lost")).hasCount(2);
      page.locator("#cmp-q").fill("M021-KU-001-0001");
      page.locator("#cmp-q").press("Enter");
      page.locator(".cmp-heads .btn").first().click();
      assertThat(page.locator(".cmp-plain img")).hasCount(1);
      visit.assertNoTrouble();
    }
  }

  /** Where the page has come to rest. */
  private static int scrolled(Page page) {
    String rest =
        "() => new Promise(rest => {"
            + " let last, same = 0;"
            + " const look = () => {"
            + "   same = scrollY === last ? same + 1 : 0;"
            + "   last = scrollY;"
            + "   same > 20 ? rest(Math.round(last)) : requestAnimationFrame(look);"
            + " };"
            + " look(); })";
    return ((Number) page.evaluate(rest)).intValue();
  }

  private static void swipe(Visit visit, Page page, int x, int y) {
    BoundingBox box = page.locator(".osd").boundingBox();
    double left = box.x + box.width / 2 - x / 2.0;
    double top = Math.max(box.y, 0) + box.height / 3 - y / 2.0;
    CDPSession finger = visit.context().newCDPSession(page);
    int steps = 10;
    for (int i = 0; i <= steps; i++) {
      JsonObject point = new JsonObject();
      point.addProperty("x", left + (double) x * i / steps);
      point.addProperty("y", top + (double) y * i / steps);
      touch(finger, i == 0 ? "touchStart" : "touchMove", point);
    }
    touch(finger, "touchEnd");
  }

  private static void touch(CDPSession finger, String type, JsonObject... points) {
    JsonArray touched = new JsonArray();
    List.of(points).forEach(touched::add);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", touched);
    finger.send("Input.dispatchTouchEvent", event);
  }

  private static Page opened(Visit visit, String path) {
    Page page = visit.open(path);
    assertThat(page.locator(".osd [role=application]"))
        .hasAttribute("aria-label", Pattern.compile(".+"));
    return page;
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private static void answer(Route route, int status, Map<String, String> headers) {
    route.fulfill(new Route.FulfillOptions().setStatus(status).setHeaders(headers).setBody(""));
  }

  /** The page of the record as it would be with other holdings. */
  private static void altered(Page page, UnaryOperator<String> change) {
    page.route(
        Pattern.compile(".*/records/r057(\\?.*)?$"),
        route -> {
          var response = route.fetch();
          String html = change.apply(response.text());
          assertFalse(html.equals(response.text()), "changed");
          route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(html));
        });
  }

  private static Consumer<Route> changed(Consumer<JsonObject> change) {
    return route -> {
      var response = route.fetch();
      JsonObject json = new Gson().fromJson(response.text(), JsonObject.class);
      change.accept(json);
      route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(json.toString()));
    };
  }
}
