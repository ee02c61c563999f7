package cn.lantai.server.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.Finger;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import cn.lantai.server.testing.Writing;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A curator who makes exhibitions in a real browser. */
@ExtendWith(Chromium.class)
class BuildingIT {

  private static final String JSON = "application/json";
  private static final String SELECTIONS = "键,类型,序号,题名\n";
  private static final String SECTIONS = "专题,节,题\n";
  private static final String BLOCKS = "专题,节,块,类型,记录,文字\n";

  @TempDir static Path temporary;

  private static LantaiProcess server;

  private final Browser browser;

  BuildingIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("persons.csv", SmallHoldings.PERSONS + "zhou,周砚秋,Zhou Yanqiu,教员\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "letter,X1-0001,f1,家信,Letter home,示例,1935-02,zhou,,开放\n"
                    + "receipt,X1-0002,f1,借条,Receipt,示例,1935-03,,,开放\n"
                    + "secret,X1-0003,f1,密件,,示例,1935-04,,,控制\n"
                    + "song,X1-0004,f1,渡口号子,Song of the ferry,示例,1936,,,开放\n"
                    + textbooks())
            .table(
                "recordings.csv",
                "音像,记录,次序,题名,字幕\n"
                    + "talk.wav,song,1,口述,\n"
                    + "song.wav,song,2,号子,WEBVTT||00:00.000 --> 00:02.000|起船啰|"
                    + "|00:02.000 --> 00:03.500|过了太平渡\n")
            .sound("talk.wav", 3)
            .sound("song.wav", 5)
            .table("images.csv", SmallHoldings.IMAGES + "letter.jpg,letter,1,首页,信的首页\n")
            .image("letter.jpg")
            .table(
                "selections.csv",
                SELECTIONS
                    + "ferry,展览,1,渡口\n"
                    + "contested,展览,2,两人都改的展览\n"
                    + "covered,展览,3,选封面的展览\n"
                    + "by-phone,展览,4,用手机排的展览\n"
                    + "by-tablet,展览,5,用平板排的展览\n"
                    + "filled,展览,6,从馆藏拖来的展览\n")
            .table(
                "sections.csv",
                SECTIONS
                    + "ferry,1,冬\n"
                    + "ferry,2,春\n"
                    + "contested,1,第一章\n"
                    + "covered,1,第一章\n"
                    + "by-phone,1,上篇\nby-phone,2,下篇\nby-tablet,1,上篇\nby-tablet,2,下篇\nfilled,1,一\n")
            .table(
                "blocks.csv",
                BLOCKS
                    + "ferry,1,1,文字,,甲块\n"
                    + "ferry,1,2,文字,,乙块\n"
                    + "ferry,2,1,展品,letter,丙块\n"
                    + "contested,1,1,文字,,原来的第一段\n"
                    + "contested,1,2,文字,,原来的第二段\n"
                    + "covered,1,1,展品,letter,信\n"
                    + "by-phone,1,1,文字,,甲块\nby-phone,1,2,文字,,乙块\n"
                    + "by-phone,1,3,文字,,丙块\nby-phone,2,1,文字,,丁块\n"
                    + "by-tablet,1,1,文字,,甲块\nby-tablet,1,2,文字,,乙块\n"
                    + "by-tablet,1,3,文字,,丙块\nby-tablet,2,1,文字,,丁块\n"
                    + "filled,1,1,文字,,原有的一块\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
  }

  /** More than the search beside the outline shows at once. */
  private static String textbooks() {
    return IntStream.rangeClosed(1, 23)
        .mapToObj(n -> "book-%d,X1-1%03d,f1,夜校课本第%d册,,示例,1936-01,,,开放\n".formatted(n, n, n))
        .collect(Collectors.joining());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void anExhibitionIsMadeByKeysAlonePublishedSeenAndWithdrawn() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections");
      page.locator("#ns-t").focus();
      page.keyboard().type("一九三五");
      page.locator("[name=usual]").focus();
      page.keyboard().press("Space");
      page.locator("#ns-key").focus();
      page.keyboard().type("by-keys");
      page.keyboard().press("Enter");
      page.waitForURL("**/exhibition/by-keys");
      press(page, "[value=section]");
      fill(page, "题", "隆冬到岸");
      addBlock(page, "text");
      fill(page, "文字", "第一段\n第二段");
      addBlock(page, "quotation");
      fill(page, "文字", "用毕原物奉还");
      fill(page, "标题", "借条");
      addBlock(page, "timeline");
      fill(page, "原文日期", "1935年2月18日");
      fill(page, "文字", "借门板");
      fillLast(page, "原文日期", "1935年2月21日");
      fillLast(page, "文字", "还门板");
      addBlock(page, "question");
      fill(page, "标题", "为什么要写借条？");
      addBlock(page, "person");
      assertThat(page.locator("#fp")).hasText("人物");
      find(page, "周砚秋");
      press(page, "[value='take:person:zhou']");
      assertThat(page.locator(".b-shown")).hasText("周砚秋");
      addBlock(page, "gallery");
      find(page, "借条");
      press(page, "[value='take:record:receipt']");
      assertThat(page.locator(".b-shown")).hasText("借条");
      find(page, "家信");
      press(page, "[value='take:record:letter']");
      assertThat(page.locator(".b-shown")).hasCount(2);
      addBlock(page, "transcript");
      press(page, "[value='take:record:letter']");
      assertThat(page.locator(".b-shown")).hasText("家信");
      addBlock(page, "zoom");
      press(page, "[value='take:record:letter']");
      assertThat(page.locator(".b-shown")).hasText("家信");
      markByKeys(page);
      fill(page, "文字", "看信的开头");
      page.keyboard().press("Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.locator(".b-sum")).hasCount(0);

      FrameLocator preview = page.frameLocator("iframe");
      assertThat(preview.locator(".zoom-step[data-region]")).hasCount(1);
      assertThat(preview.locator("blockquote")).hasText("用毕原物奉还");
      press(page, ".b-more summary");
      press(page, "[name=to][value=public]");
      assertThat(page.locator(".b-title .en-state")).hasClass(Pattern.compile("en-public"));
      visit.assertNoTrouble();
    }
    try (Visit visitor = Visit.atDesk(browser, server.baseUrl())) {
      Page page = visitor.open("/exhibitions/by-keys");
      for (String block :
          List.of(".prose", ".quote", ".chron", ".question", ".who", ".hang", ".doc", ".zoom")) {
        assertThat(page.locator(block).first()).isAttached();
      }
    }
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/by-keys");
      press(page, ".b-more summary");
      page.locator("#rv-why").fill("展期已满");
      press(page, "[name=to][value=withdrawn]");
      assertThat(page.locator(".b-title .en-state")).hasClass(Pattern.compile("en-withdrawn"));
      // The public site follows the journal a moment later.
      page.waitForCondition(
          () -> page.request().get(server.baseUrl() + "/exhibitions/by-keys").status() == 410);
    }
  }

  @Test
  void aStretchOfARecordingIsPutIntoAnExhibitionAndHeardByVisitors() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections");
      page.locator("#ns-t").fill("渡口的声音");
      page.locator("#ns-key").fill("sounds");
      page.keyboard().press("Enter");
      page.waitForURL("**/exhibition/sounds");
      press(page, "[value=section]");
      addBlock(page, "sound");
      find(page, "渡口号子");
      press(page, "[value='take:record:song']");
      assertThat(page.locator(".b-shown")).hasText("渡口号子");
      page.locator("#b-edit [name$='.音像']").selectOption("song");
      fill(page, "时段", "0:01-0:09");
      press(page, "[data-save]");
      assertThat(page.locator("#b-edit .en-bad").first()).containsText("超出了音像的长度（0:05）");
      fill(page, "时段", "0:02-0:03.5");
      fill(page, "标题", "和句");
      fill(page, "文字", "听和的人。");
      page.locator("#b-edit [name$='.版式']").selectOption("lines");
      press(page, "[data-save]");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.locator("#b-edit .en-bad")).hasCount(0);
      assertThat(page.frameLocator("iframe").locator(".sound audio")).hasCount(1);
      press(page, ".b-more summary");
      press(page, "[name=to][value=public]");
      assertThat(page.locator(".b-title .en-state")).hasClass(Pattern.compile("en-public"));
      visit.assertNoTrouble();
    }
    try (Visit visitor = Visit.byPhone(browser, server.baseUrl())) {
      Page page = visitor.open("/exhibitions/sounds");
      Locator block = page.locator(".sound");
      assertThat(block.locator("h3").first()).hasText("和句");
      assertThat(block).containsText("听和的人。");
      assertThat(block.locator("li")).hasText(Pattern.compile("0:02\\s+过了太平渡"));
      Locator player = block.locator("audio");
      assertThat(player).hasAttribute("src", "/media/song#t=2,3.5");
      assertTrue(player.boundingBox().width <= 390, "fits");
      player.evaluate("it => { it.textTracks[0].mode = 'hidden'; }");
      page.waitForCondition(() -> player.evaluate("it => it.textTracks[0].cues?.length").equals(2));
      player.evaluate("it => it.play()");
      page.waitForCondition(
          () -> player.evaluate("it => it.paused && it.currentTime >= 3.4").equals(true));
      assertEquals(true, player.evaluate("it => it.currentTime < 4.5"), "ends with the stretch");
      assertEquals(
          390, page.evaluate("document.documentElement.scrollWidth"), "nothing sticks out");
      visitor.assertNoTrouble();
    }
  }

  @Test
  void theCoverIsChosenFromWhatIsShownByKeysAloneWithAPartOfIt() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/covered");
      Locator choice = page.locator(".b-cover");
      assertThat(choice).hasCount(1);
      assertThat(choice).containsText("家信，第 1 页");
      press(page, ".b-cover");
      assertThat(choice).hasAttribute("aria-pressed", "true");
      assertThat(choice).isFocused();
      assertThat(page.locator("[name='whole.封面']")).hasValue("letter");
      press(page, "[data-mark='whole.封面区域']");
      assertThat(page.locator(".stage-veil")).isFocused();
      page.keyboard().press("Shift+ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("[name='whole.封面区域']")).hasValue(Pattern.compile("\\d+,\\d+,.*"));
      page.keyboard().press("Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.frameLocator("iframe").locator(".cover-art img"))
          .hasAttribute("src", Pattern.compile("/letter/pct:[\\d.,]+/"));
      press(page, ".b-cover");
      assertThat(choice).hasAttribute("aria-pressed", "false");
      assertThat(page.locator("[name='whole.封面区域']")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  @Test
  void whatIsFoundIsTurnedOverByKeysAndStaysWhileItIsTaken() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/covered?at=s0");
      find(page, "夜校课本");
      assertThat(page.locator(".found li")).hasCount(20);
      assertThat(page.locator(".f-pages")).containsText("第 1 页，共 2 页");
      press(page, "[value='find:2']");
      assertThat(page.locator(".found li")).hasCount(3);
      assertThat(page.locator(".found button").first()).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator(".found .used")).hasCount(1);
      assertThat(page.locator(".found li")).hasCount(3);
      assertThat(page.locator(".blks > li")).hasCount(2);
      press(page, "[value='find:1']");
      assertThat(page.locator(".found li")).hasCount(20);
      find(page, "家信");
      assertThat(page.locator(".f-pages")).hasCount(0);
      assertThat(page.locator(".blks > li")).hasCount(2);
      visit.assertNoTrouble();
    }
  }

  @Test
  void theWayToAFirstExhibitionTicksItselfOffAndIsClosedForGood() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections");
      page.locator("#ns-t").fill("第一个展览");
      page.locator("[name=usual]").uncheck();
      page.locator("#ns-key").fill("first");
      page.locator("#ns-key").press("Enter");
      page.waitForURL("**/exhibition/first");
      press(page, ".b-more summary");
      page.locator(".b-more button[name=to][value=open]").click();
      Locator done = page.locator("#b-guide .gd-done");
      assertThat(page.locator("#b-guide li")).hasCount(7);
      assertThat(done).hasCount(0);
      assertThat(page.locator("#b-guide [aria-current=step]")).containsText("题名和导言");
      fill(page, "导言", "从一封信看一个冬天。");
      press(page, "[value=section]");
      assertThat(done).hasCount(1);
      fill(page, "题", "冬");
      addBlock(page, "text");
      fill(page, "文字", "先读这一段。");
      addBlock(page, "exhibit");
      assertThat(done).hasCount(2);
      find(page, "借条");
      press(page, "[value='take:record:receipt']");
      assertThat(page.locator(".b-shown")).hasText("借条");
      fill(page, "文字", "借门板的字据。");
      page.keyboard().press("Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.locator("#b-guide [aria-current=step]")).containsText("三件");
      assertThat(done.filter(new Locator.FilterOptions().setHasText("保存"))).hasCount(1);
      page.locator("#b-guide button[value=closed]").click();
      assertThat(page.locator("#b-guide details")).hasCount(0);
      visit.open("/workbench/selections/exhibition/ferry");
      assertThat(page.locator("#b-guide details")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  @Test
  void blocksMoveByKeysKeepTheFocusAndCanBeUndone() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry");
      Locator second = page.locator(".blk-h .bt", new Page.LocatorOptions().setHasText("乙块"));
      second.focus();
      page.keyboard().press("Alt+ArrowUp");
      assertThat(page.locator("#said")).containsText("第 1 个，共 2 个");
      assertThat(page.locator(".blks").first().locator(".bt").first()).hasText("乙块");
      assertTrue(
          (Boolean)
              page.evaluate("document.activeElement.closest('.blk').textContent.includes('乙块')"));
      page.keyboard().press("Alt+ArrowDown");
      page.keyboard().press("Alt+ArrowDown");
      assertThat(page.locator(".blks").nth(1).locator(".bt").first()).hasText("乙块");
      page.locator("[data-undo]").click();
      assertThat(page.locator(".blks").nth(1).locator(".bt")).hasCount(1);
      page.locator("[data-redo]").click();
      assertThat(page.locator(".blks").nth(1).locator(".bt")).hasCount(2);
      visit.assertNoTrouble();
    }
  }

  @Test
  void whatIsUndoneWhileAMoveIsOnItsWayComesAfterIt() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry");
      Locator title = page.locator(".blks").first().locator(".bt");
      page.locator(".blk-h .bt", new Page.LocatorOptions().setHasText("乙块")).focus();
      page.keyboard().press("Alt+ArrowUp");
      assertThat(title.first()).hasText("乙块");
      List<Route> held = new ArrayList<>();
      String sent = "**/workbench/selections/exhibition/ferry";
      page.route(sent, held::add);
      page.keyboard().press("Alt+ArrowDown");
      page.waitForCondition(() -> held.size() == 1);
      page.locator("[data-undo]").click();
      page.unroute(sent);
      held.get(0).resume();
      assertThat(page.locator("#said")).containsText("已撤销");
      assertThat(title.first()).hasText("乙块");
      page.locator("[data-redo]").click();
      assertThat(title.last()).hasText("乙块");
      visit.assertNoTrouble();
    }
  }

  @Test
  void blocksAndSectionsAreMovedByAFingerAndSavedInTheirNewOrder() {
    for (String screen : List.of("by-phone", "by-tablet")) {
      try (Visit visit = byFinger(screen)) {
        String path = "/workbench/selections/exhibition/" + screen;
        Page page = visit.open(path);
        move(page, line(page, "甲块"), line(page, "丙块"), 0.9, "乙块", "丙块", "甲块", "丁块");
        assertThat(page.locator("#said")).containsText("“上篇”：现在是第 3 个，共 3 个");
        move(page, line(page, "甲块"), line(page, "丁块"), 0.9, "乙块", "丙块", "丁块", "甲块");
        assertThat(page.locator("#said")).containsText("“下篇”：现在是第 2 个，共 2 个");
        Locator sections = page.locator(".chs > li");
        move(page, sections.last(), sections.first(), 0.8, "丁块", "甲块", "乙块", "丙块");
        assertThat(page.locator("#said")).containsText("现在是第 1 个，共 2 个");
        page.locator("[data-save]").tap();
        assertThat(page.locator("[data-saved]")).isVisible();
        page = visit.open(path);
        assertThat(blocks(page)).hasText(new String[] {"丁块", "甲块", "乙块", "丙块"});
        visit.assertNoTrouble();
      }
    }
  }

  @Test
  void whatIsFoundIsPutWhereAFingerLeavesIt() {
    try (Visit visit = byFinger("by-tablet")) {
      Page page = visit.open("/workbench/selections/exhibition/filled?at=s0-b1");
      find(page, "借条");
      Finger finger = holding(page, page.locator(".found [data-take] b").first());
      finger.onTo(page.locator(".blks > li .blk-h").first(), 0.2);
      page.waitForCondition(
          () -> {
            finger.tremble();
            return page.locator(".blks > [data-take]").count() == 1;
          });
      finger.up();
      assertThat(blocks(page)).hasText(new String[] {"借条", "原有的一块"});
      visit.assertNoTrouble();
    }
  }

  private Visit byFinger(String screen) {
    Visit visit =
        screen.equals("by-phone")
            ? Visit.byPhone(browser, server.baseUrl())
            : Visit.byTablet(browser, server.baseUrl());
    signIn(visit.open("/signin"));
    return visit;
  }

  private static Locator line(Page page, String words) {
    return page.locator(".blks > li", new Page.LocatorOptions().setHasText(words));
  }

  private static Locator blocks(Page page) {
    return page.locator(".blks .bt:not(.sortable-fallback *)");
  }

  /** Holds the grip until it is taken, and lets go when the lists have made room. */
  private static void move(Page page, Locator line, Locator onto, double part, String... order) {
    Finger finger = holding(page, line.locator(".grip").first());
    finger.onTo(onto, part);
    page.waitForCondition(
        () -> {
          finger.tremble();
          return blocks(page).allInnerTexts().equals(List.of(order));
        });
    finger.up();
  }

  /** Who puts his finger down while the page is busy, and takes hold of nothing, tries again. */
  private static Finger holding(Page page, Locator what) {
    Finger finger = new Finger(page);
    Locator held = page.locator(".sortable-chosen").first();
    for (int tries = 1; ; tries++) {
      finger.downOn(what);
      try {
        held.waitFor(new Locator.WaitForOptions().setTimeout(3_000));
        return finger;
      } catch (TimeoutError busy) {
        finger.up();
        assertTrue(tries < 10, "nothing is held");
      }
    }
  }

  @Test
  void ofTwoEditorsTheSecondGetsBothMergedByBlock() {
    String path = "/workbench/selections/exhibition/contested?at=";
    try (Visit one = curator();
        Visit other = curator()) {
      Page first = one.open(path + "s0-b1");
      Page second = other.open(path + "s0-b2");
      fill(first, "文字", "先改的第一段");
      press(first, "[data-save]");
      assertThat(first.locator("[data-saved]")).isVisible();
      fill(second, "文字", "后改的第二段");
      press(second, "[data-save]");
      assertThat(second.locator(".en-wrong")).containsText("admin");
      assertThat(second.locator(".blks .bt").first()).hasText("先改的第一段");
      assertThat(second.locator(".blks .bt").nth(1)).hasText("后改的第二段");
      press(second, "[data-save]");
      assertThat(second.locator("[data-saved]")).isVisible();
      second = other.open("/workbench/selections/exhibition/contested/versions");
      assertThat(second.locator(".v-changed")).hasCount(1);
      assertThat(second.locator(".v-text").first()).hasText("原来的第二段");
      second.locator("[name=version]").last().click();
      assertThat(second.locator(".blks .bt").first()).hasText("原来的第一段");
    }
  }

  @Test
  void aDraftOutlivesTheSession() {
    String path = "/workbench/selections/exhibition/ferry?at=s0-b1";
    try (Visit visit = curator()) {
      Page page = visit.open(path);
      fill(page, "文字", "没有存完的一段");
      visit.context().clearCookies();
      press(page, "[data-save]");
      assertThat(page.locator("#b-told [role=alert]")).containsText("登录已过期");
      signIn(page);
      page = visit.open(path);
      press(page, "[data-draft-take]");
      assertThat(page.locator("#b-edit textarea").first()).hasValue("没有存完的一段");
    }
  }

  @Test
  void withoutScriptsEverythingIsDoneByForms() {
    try (Visit visit =
        new Visit(
            browser,
            server.baseUrl(),
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN"))) {
      signIn(visit.open("/signin"));
      Page page = visit.open("/workbench/selections");
      page.locator("#ns-t").fill("无脚本");
      page.locator(".im-form .btn-1").click();
      page.locator("[value^='select:']", new Page.LocatorOptions().setHasText("第一部分")).click();
      fill(page, "题", "改过的章名");
      page.locator("[value^='block:text']").first().click();
      assertThat(page.locator("#b-edit .no-js").first()).containsText("**加粗**");
      fill(page, "文字", "<script>alert(1)</script>\u200b**正文**，箱长*宽*高");
      page.locator("[data-save]").click();
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.locator(".chs h3").nth(1)).containsText("改过的章名");
      assertThat(page.locator(".blks .bt", new Page.LocatorOptions().setHasText("正文")))
          .containsText("<script>alert(1)</script>正文");
      String seen = page.request().get(page.url().replaceFirst("\\?.*", "") + "/preview").text();
      assertTrue(seen.contains("箱长*宽*高"), seen);
    }
  }

  @Test
  void whatIsNotPublicIsFlaggedForTheCuratorAndLeftOutForVisitors() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry?at=s1");
      find(page, "密件");
      assertThat(page.locator(".found .tag")).hasText("不开放");
      press(page, "[value='take:record:secret']");
      assertThat(page.locator(".b-item .en-warn").first()).containsText("观众看不到");
      FrameLocator preview = page.frameLocator("iframe");
      assertThat(preview.locator("main")).containsText("密件");
      page.locator("#seen").selectOption("public");
      assertThat(preview.locator("main")).not().containsText("密件");
    }
  }

  @Test
  void anExhibitionOpensAndClosesAtItsTimes() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections");
      page.locator("#ns-t").fill("定时的展览");
      page.locator("#ns-key").fill("timed");
      press(page, ".im-form .btn-1");
      page.waitForURL("**/exhibition/timed");
      press(page, ".b-more summary");
      page.locator("#sh-opens").fill("2035-03-01T09:00");
      page.locator("#sh-closes").fill("2035-02-01T09:00");
      press(page, ".b-more [action$='/showing'] button");
      assertThat(page.locator("main")).containsText("闭展早于开展");
      page = visit.open("/workbench/selections/exhibition/timed");
      press(page, ".b-more summary");
      page.locator("#sh-opens").fill("2035-03-01T09:00");
      page.locator("#sh-closes").fill("2035-06-01T00:00");
      press(page, ".b-more [action$='/showing'] button");
      page.waitForURL("**/exhibition/timed");
      press(page, ".b-more summary");
      assertThat(page.locator(".b-more")).containsText("开展： 2035-03-01 09:00");
      assertThat(page.locator("#sh-closes")).hasValue("2035-06-01T00:00");
      page = visit.open("/workbench/selections");
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("定时的展览")))
          .containsText("开展： 2035-03-01 09:00");

      Person curator = Staff.of(server).get("admin");
      String address = "/api/showings/exhibition/timed";
      assertEquals(
          412, set(curator, address, "\"0\"", "opens", Duration.ofSeconds(2)).statusCode());
      assertEquals(
          200, set(curator, address, "\"1\"", "opens", Duration.ofSeconds(2)).statusCode());
      String shown = server.baseUrl() + "/exhibitions/timed";
      page.waitForCondition(() -> curator.get("/exhibitions/timed").statusCode() == 200);
      page.navigate(shown);
      assertThat(page.locator(".cover-by")).containsText("日开展");
      assertTrue(curator.get("/workbench/notices").body().contains("nt-opened"));
      assertEquals(
          200, set(curator, address, "\"2\"", "closes", Duration.ofSeconds(2)).statusCode());
      page.waitForCondition(() -> curator.get("/exhibitions/timed").statusCode() == 410);
      page = visit.open("/workbench/selections/exhibition/timed/versions");
      assertThat(page.locator("main")).containsText("闭展，日程由 admin 定");
    }
  }

  /** Lets it open or close so long from now. */
  private static HttpResponse<String> set(
      Person curator, String address, String seen, String what, Duration from) {
    String body = "{\"" + what + "\":\"" + Instant.now().plus(from) + "\"}";
    return curator.send("PUT", address, "application/json", body, "If-Match", seen);
  }

  @Test
  void tasksAreAddedChangedMovedAndTickedByKeysAlone() {
    try (Visit visit = curator();
        Visit other = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry");
      press(page, "[href$='/ferry/tasks']");
      page.locator("#n-title").fill("写前言");
      page.locator("#n-person").fill("admin");
      page.locator("#n-due").fill("2020-01-31");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tk-what b")).hasText("写前言");
      assertThat(page.locator(".tk-what .tk-late")).containsText("2020-01-31");
      assertThat(page.locator("#n-title")).isFocused();
      assertThat(page.locator("#n-title")).hasValue("");
      page.locator("#tk-lines").fill("1. 校对 | admin | 2026-12-01 | 2026-12-08 | 2\n2. 布展");
      press(page, "[value=paste]");
      assertThat(page.locator(".tk-what b")).hasText(new String[] {"写前言", "校对", "布展"});
      page.locator("[id^=tk-edit]").last().focus();
      page.keyboard().press("Alt+ArrowUp");
      assertThat(page.locator("#tk-told [role=status]")).hasText("现在是第 2 项，共 3 项");
      assertThat(page.locator(".tk-what b")).hasText(new String[] {"写前言", "布展", "校对"});
      assertThat(page.locator("[id^=tk-edit]").nth(1)).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#e-title")).isFocused();
      page.locator("#e-title").fill("布展第一稿");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tk-what b").nth(1)).containsText("第一稿");
      assertThat(page.locator("[id^=tk-edit]").nth(1)).isFocused();
      Locator tick = page.locator("button.tk-tick").nth(1);
      tick.focus();
      page.keyboard().press("Space");
      assertThat(tick).hasAttribute("aria-pressed", "true");
      assertThat(tick).isFocused();
      assertThat(page.locator("#tk-sum .meta")).containsText("共 3 项，已完成 1 项");
      visit.assertNoTrouble();

      Page stale = other.open("/workbench/selections/exhibition/ferry/tasks");
      stale.locator("#tk-lines").fill("1. 校对 | 没有这人\n2. 布展");
      press(stale, "[value=paste]");
      assertThat(stale.locator("#tk-told [role=alert]")).containsText("第 1 行");
      assertThat(stale.locator("#tk-lines")).hasValue("1. 校对 | 没有这人\n2. 布展");
      stale = other.open("/workbench/selections/exhibition/ferry/tasks");
      stale.locator("button.tk-tick").nth(1).focus();
      page.locator("[id^=tk-down]").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".tk-what b").first()).hasText("布展第一稿");
      tick = page.locator("button.tk-tick").first();
      tick.focus();
      page.keyboard().press("Space");
      assertThat(tick).hasAttribute("aria-pressed", "false");
      stale.keyboard().press("Enter");
      assertThat(stale.locator("#tk-told [role=alert]")).containsText("没有改：其间有人改过");
      assertThat(stale.locator("#tk-told [role=alert]")).containsText("admin");
      assertThat(stale.locator(".tk-what b").first()).hasText("布展第一稿");
      press(stale, "[id^=tk-edit]");
      press(stale, ".tk-remove");
      assertThat(stale.locator(".tk-what b")).hasText(new String[] {"写前言", "校对"});
      stale = other.open("/workbench/tasks");
      assertThat(stale.locator(".tk-what a")).hasText(new String[] {"写前言", "校对"});
      press(stale, "button.tk-tick");
      assertThat(stale.locator(".tk-what a")).hasText("校对");
    }
  }

  @Test
  void whoHasATaskHearsOfItAndSaysHowFarItIsAndNoMore() {
    Staff staff = Staff.of(server).with("READER", "reader");
    String list = "/workbench/selections/exhibition/contested/tasks";
    staff.get("admin").post(list, "op", "add", "title", "核对引文", "person", "reader");
    assertTrue(staff.get("reader").get("/workbench/notices").body().contains("nt-task_given"));
    String body = staff.get("reader").get("/api/tasks").body();
    Matcher task = Pattern.compile("\"id\":(\\d+),.*\"title\":\"核对引文\"").matcher(body);
    assertTrue(task.find(), body);
    String one = task.group(1);
    String address = "/api/tasks/" + one;
    String json = "application/json";
    String done = "{\"title\":\"核对引文\",\"person\":\"reader\",\"state\":\"done\"}";
    String more = done.replace("核对引文", "不核对");
    assertEquals(428, staff.get("reader").send("PUT", address, json, done).statusCode());
    String[] first = {"If-Match", "\"1\""};
    assertEquals(403, staff.get("reader").send("PUT", address, json, more, first).statusCode());
    assertEquals(403, staff.get("reader").post(list, "op", "remove:" + one + ":1").statusCode());
    assertEquals(403, staff.get("reader").post(list, "op", "add", "title", "x").statusCode());
    assertEquals(200, staff.get("reader").send("PUT", address, json, done, first).statusCode());
    assertEquals(412, staff.get("admin").send("PUT", address, json, more, first).statusCode());
    assertEquals(409, staff.get("admin").post(list, "op", "tick:" + one + ":1").statusCode());
    assertFalse(
        staff.get("reader").get("/workbench/notices").body().contains("nt-task_given"),
        "what is done reminds nobody");
    assertEquals(
        400,
        staff.get("admin").send("POST", "/api/tasks/exhibition/ferry", json, "{}").statusCode());
    assertEquals(422, staff.get("admin").post(list, "op", "paste", "lines", "\n").statusCode());
  }

  @Test
  void programsBeginCompareRestoreAndCopyWhatIsCurated() {
    Staff staff = Staff.of(server).with("READER", "visitor").with("CONTRIBUTOR", "helper");
    Person helper = staff.get("helper");
    String selections = "/api/selections";
    assertField(helper, "type", "{\"title\": \"对照\"}");
    assertField(helper, "title", "{\"type\": \"exhibition\"}");
    String asked =
        "{\"type\": \"exhibition\", \"title\": \"原题\", \"key\": \"compared\", \"usual\": true}";
    assertField(helper, "key", asked.replace("compared", "../escape"));
    assertEquals(403, staff.get("visitor").ask("POST", selections, asked).statusCode());
    HttpResponse<String> made = helper.ask("POST", selections, asked);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(409, helper.ask("POST", selections, asked).statusCode(), "taken");
    String entity = "/api/entities/exhibition/compared";
    assertTrue(Web.header(made, "Location").endsWith(entity));
    String first = Web.header(made, "ETag");
    String before = helper.get(entity, "application/n-triples").body();
    assertTrue(before.contains("原题"), before);
    HttpResponse<String> saved =
        helper.send(
            "PUT", entity, "application/n-triples", before.replace("原题", "新题"), "If-Match", first);
    assertEquals(204, saved.statusCode(), saved.body());
    String second = Web.header(saved, "ETag");

    String one = selections + "/exhibition/compared";
    String told = staff.get("visitor").get(one + "/differences", JSON).body();
    assertTrue(told.contains("\"before\":\"原题\",\"after\":\"新题\""), told);
    String none = first.replace("\"", "");
    String same = helper.get(one + "/differences?from=" + none + "&to=" + none, JSON).body();
    assertTrue(same.contains("\"changes\":[]"), same);
    assertEquals(404, helper.get(one + "/differences?from=999999", JSON).statusCode());
    assertEquals(404, helper.get(selections + "/record/letter/differences", JSON).statusCode());

    String back = "{\"version\": " + none + "}";
    String restore = one + "/restoration";
    assertEquals(428, helper.ask("POST", restore, back).statusCode());
    assertEquals(412, helper.ask("POST", restore, back, "If-Match", first).statusCode());
    HttpResponse<String> nothing = helper.ask("POST", restore, "{}", "If-Match", second);
    assertEquals(422, nothing.statusCode());
    assertTrue(nothing.body().contains("\"field\":\"version\""), nothing.body());
    assertEquals(
        404, helper.ask("POST", restore, "{\"version\": 999999}", "If-Match", second).statusCode());
    assertEquals(
        403, staff.get("visitor").ask("POST", restore, back, "If-Match", second).statusCode());
    HttpResponse<String> restored = helper.ask("POST", restore, back, "If-Match", second);
    assertEquals(204, restored.statusCode(), restored.body());
    HttpResponse<String> now = helper.get(entity, "application/n-triples");
    assertEquals(Web.header(restored, "ETag"), Web.header(now, "ETag"));
    assertTrue(now.body().contains("原题") && !now.body().contains("新题"), now.body());

    assertEquals(404, helper.ask("POST", selections + "/study/x/copies", "").statusCode());
    HttpResponse<String> copy = helper.ask("POST", one + "/copies", "");
    assertEquals(201, copy.statusCode(), copy.body());
    assertTrue(copy.body().contains("exhibition/compared-copy"), copy.body());
    assertTrue(
        helper
            .get("/api/entities/exhibition/compared-copy", "application/n-triples")
            .body()
            .contains("原题（副本）"));
  }

  private static void assertField(Person who, String field, String body) {
    HttpResponse<String> refused = who.ask("POST", "/api/selections", body);
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("\"field\":\"" + field + "\""), refused.body());
  }

  @Test
  void hostileRequestsGetAClearAnswer() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry");
      String csrf = page.locator("[name=csrf]").first().inputValue();
      String document = page.locator("[name=document]").inputValue();
      assertEquals(400, post(page, csrf, "{\"id\":1}", "save", "0").status());
      assertEquals(400, post(page, csrf, "[".repeat(5000), "show", "0").status());
      assertEquals(413, post(page, csrf, "x".repeat(2 << 20), "save", "0").status());
      String piece = "{\"id\":\"p%d\",\"type\":\"section\",\"cells\":{},\"parts\":[]}";
      StringBuilder many = new StringBuilder(String.format(piece, 0));
      for (int i = 1; i < 3100; i++) {
        many.append(',').append(String.format(piece, i));
      }
      String crowd = "{\"id\":\"whole\",\"type\":\"whole\",\"cells\":{},\"parts\":[" + many + "]}";
      assertEquals(400, post(page, csrf, crowd, "show", "0").status());
      String strange = document.replace("\"type\":\"text\"", "\"type\":\"hologram\"");
      APIResponse refused = post(page, csrf, strange, "save", "1");
      assertEquals(422, refused.status());
      assertTrue(refused.text().contains("hologram"));
      assertEquals(409, post(page, csrf, document, "save", "1").status());
      assertEquals(403, post(page, "forged", document, "save", "1").status());
      assertEquals(200, post(page, csrf, document, "move:whole:whole:-1", "1").status());
      APIResponse nowhere =
          page.request().get(server.baseUrl() + "/workbench/selections/record/letter");
      assertEquals(404, nowhere.status());
    }
  }

  @Test
  void axeFindsNothingAtEitherWidth() {
    for (boolean phone : List.of(false, true)) {
      try (Visit visit =
          phone
              ? Visit.byPhone(browser, server.baseUrl())
              : Visit.atDesk(browser, server.baseUrl())) {
        signIn(visit.open("/signin"));
        for (String path :
            List.of(
                "/workbench/selections",
                "/workbench/selections/exhibition/ferry",
                "/workbench/selections/exhibition/ferry?at=s1-b1",
                "/workbench/selections/exhibition/ferry/versions",
                "/workbench/selections/exhibition/ferry/tasks",
                "/workbench/tasks")) {
          Page page = visit.open(path);
          assertEquals(
              List.of(),
              new AxeBuilder(page)
                      .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                      .exclude(List.of("iframe"))
                      .analyze()
                      .getViolations()
                      .stream()
                      .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                      .toList(),
              path);
        }
        visit.assertNoTrouble();
      }
    }
  }

  private static APIResponse post(
      Page page, String csrf, String document, String operation, String base) {
    return page.request()
        .post(
            server.baseUrl() + "/workbench/selections/exhibition/ferry",
            RequestOptions.create()
                .setForm(
                    FormData.create()
                        .set("csrf", csrf)
                        .set("base", base)
                        .set("selected", "whole")
                        .set("op", operation)
                        .set("document", document)));
  }

  private static void press(Page page, String selector) {
    page.locator(selector).first().focus();
    page.keyboard().press("Enter");
  }

  private static void addBlock(Page page, String type) {
    int before = page.locator(".blks > li").count();
    press(page, "[value='block:" + type + "']");
    assertThat(page.locator(".blks > li")).hasCount(before + 1);
  }

  private static void find(Page page, String words) {
    page.locator("#bq").fill(words);
    page.locator("#bq").press("Enter");
    assertThat(page.locator(".found li").first()).containsText(words);
  }

  private static void markByKeys(Page page) {
    press(page, "[data-mark]");
    assertThat(page.locator(".stage-veil")).isFocused();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("[name$='.区域']").first())
        .hasValue(Pattern.compile("28,30,40,42(\\.\\d+)?"));
  }

  private static void fill(Page page, String heading, String text) {
    Writing.into(field(page, heading).first(), text);
  }

  private static void fillLast(Page page, String heading, String text) {
    Writing.into(field(page, heading).last(), text);
  }

  private static Locator field(Page page, String heading) {
    return page.locator("#b-edit [name$='." + heading + "']");
  }

  private Visit curator() {
    Visit visit = Visit.atDesk(browser, server.baseUrl());
    signIn(visit.open("/signin"));
    return visit;
  }

  private static void signIn(Page page) {
    if (!page.url().contains("/signin")) {
      page.navigate(server.baseUrl() + "/signin");
    }
    page.locator("input[name=username]").fill("admin");
    page.locator("input[type=password]").fill(server.password().orElseThrow());
    page.locator("main button").click();
    page.waitForURL(url -> !url.contains("/signin"));
  }
}
