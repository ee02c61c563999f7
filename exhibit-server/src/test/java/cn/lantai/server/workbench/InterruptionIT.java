package cn.lantai.server.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import cn.lantai.server.testing.Writing;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes at length loses nothing of it when the session or the network ends meanwhile. */
@ExtendWith(Chromium.class)
class InterruptionIT {

  private static final String WRITTEN = "写了很久的一段，一字不能少";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Person admin;

  private final Browser browser;

  InterruptionIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "signed-out,X1-0001,f1,登录过期时的信,,示例,1937,,,开放\n"
                    + "offline,X1-0002,f1,断网时的信,,示例,1937,,,开放\n"
                    + "reviewed,X1-0003,f1,送审的信,,示例,1937,,,控制\n"
                    + "many,X1-0004,f1,成批的信,,示例,1937,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "page.jpg,offline,1,第 1 页,\n")
            .image("page.jpg")
            .table("selections.csv", "键,类型,序号,题名\nferry,展览,1,渡口\n")
            .table("sections.csv", "专题,节,题\nferry,1,冬\n")
            .table("blocks.csv", "专题,节,块,类型,记录,文字\nferry,1,1,文字,,甲块\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    admin = Staff.of(server).get("admin");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aFormThatIsSentAfterTheSessionEndedIsThereAgainAfterSigningIn() {
    try (Visit visit = curator()) {
      String path = "/workbench/entries/record/signed-out?at=1";
      Page page = visit.open(path);
      field(page, "范围和提要").fill(WRITTEN);
      visit.context().clearCookies();
      page.locator("[data-save]").click();
      page.waitForURL("**/signin**");
      signIn(page);
      page.waitForURL(server.baseUrl() + path);
      assertThat(field(page, "范围和提要")).hasValue("");
      page.locator("[data-draft-take]").click();
      assertThat(field(page, "范围和提要")).hasValue(WRITTEN);
      page.locator("[data-save]").click();
      assertThat(page.locator(".en-said.ok")).isVisible();
      page = visit.open(path);
      assertThat(field(page, "范围和提要")).hasValue(WRITTEN);
      assertThat(page.locator("[data-draft-bar]")).isHidden();
    }
  }

  @Test
  void aFormThatIsSentWithoutANetworkIsThereAgainWithIt() {
    try (Visit visit = curator()) {
      String path = "/workbench/entries/record/offline";
      Page page = visit.open(path);
      field(page, "范围和提要").fill(WRITTEN);
      visit.context().setOffline(true);
      page.locator("[data-save]").click();
      page.waitForCondition(() -> isGone(page));
      visit.context().setOffline(false);
      Page again = visit.open(path);
      again.locator("[data-draft-take]").click();
      assertThat(field(again, "范围和提要")).hasValue(WRITTEN);
      again.locator("[data-save]").click();
      assertThat(again.locator(".en-said.ok")).isVisible();
    }
  }

  @Test
  void somethingNewIsOfferedAgainUntilItIsSavedAndNoLonger() {
    try (Visit visit = curator()) {
      String path = "/workbench/entries/record?上级=f1";
      Page page = visit.open(path);
      field(page, "题名").fill(WRITTEN);
      field(page, "档号").fill("X1-0100");
      field(page, "开放标识").selectOption("控制");
      visit.context().clearCookies();
      page.locator("[data-save]").click();
      page.waitForURL("**/signin**");
      signIn(page);
      page.waitForURL("**/workbench/entries/record?*");
      page.locator("[data-draft-take]").click();
      assertThat(field(page, "题名")).hasValue(WRITTEN);
      page.locator("[data-save]").click();
      assertThat(page.locator(".en-said.ok")).isVisible();
      page = visit.open(path);
      assertThat(page.locator("[data-draft-bar]")).isHidden();
    }
  }

  @Test
  void aDraftThatIsNotTakenStays() {
    try (Visit visit = curator()) {
      String path = "/workbench/entries/record/many";
      Page page = visit.open(path);
      field(page, "范围和提要").fill(WRITTEN);
      page = visit.open(path);
      assertThat(page.locator("[data-draft-bar]")).isVisible();
      page = visit.open("/workbench");
      page = visit.open(path);
      page.locator("[data-draft-take]").click();
      assertThat(field(page, "范围和提要")).hasValue(WRITTEN);
    }
  }

  @Test
  void aTranscriptIsThereAgain() {
    try (Visit visit = curator()) {
      String path = "/workbench/entries/image/page";
      String lines = "第一行\n第二行\n" + WRITTEN;
      Page page = visit.open(path);
      field(page, "录文").fill(lines);
      visit.context().clearCookies();
      page.locator("[data-save]").click();
      page.waitForURL("**/signin**");
      signIn(page);
      page.waitForURL(server.baseUrl() + path);
      page.locator("[data-draft-take]").click();
      assertThat(field(page, "录文")).hasValue(lines);
      visit.context().setOffline(true);
      page.locator("[data-save]").click();
      page.waitForCondition(() -> isGone(page));
      visit.context().setOffline(false);
      Page again = visit.open(path);
      again.locator("[data-draft-take]").click();
      assertThat(field(again, "录文")).hasValue(lines);
      again.locator("[data-save]").click();
      assertThat(again.locator(".en-said.ok")).isVisible();
      assertThat(field(again, "录文")).hasValue(lines);
    }
  }

  @Test
  void theBuilderSavesOnceTheNetworkIsBack() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/selections/exhibition/ferry?at=s0-b1");
      Locator text = page.locator("#b-edit [name$='.文字']").first();
      visit.context().setOffline(true);
      Writing.into(text, WRITTEN);
      page.keyboard().press("Control+s");
      assertThat(page.locator("#b-told [role=alert]")).containsText("没有连上服务器");
      assertThat(text).hasValue(WRITTEN);
      visit.context().setOffline(false);
      page.keyboard().press("Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(page.locator(".blks .bt").first()).containsText(WRITTEN);
    }
  }

  @Test
  void aRemarkOfAReviewerStaysInItsFieldUntilItIsThere() {
    String version = Web.header(admin.get("/api/entities/record/reviewed", "text/turtle"), "ETag");
    HttpResponse<String> submitted =
        admin.post(
            "/workbench/reviews",
            "type",
            "record",
            "key",
            "reviewed",
            "version",
            version.replace("\"", ""));
    String path = new Web(server.baseUrl()).target(submitted);
    try (Visit visit = curator()) {
      Page page = visit.open(path);
      Locator words = page.locator("#rv-words");
      words.fill(WRITTEN);
      interrupted(visit, page.locator("#say button:not([type=button])"), words);
      assertThat(page.locator(".rv-remarks")).containsText(WRITTEN);
      assertThat(page.locator(".rv-remarks li")).hasCount(1);
      assertThat(words).hasValue("");
    }
  }

  @Test
  void aListOfWordsStaysInItsFieldUntilItIsThere() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/openings/words");
      Locator words = page.locator("#w-0");
      page.locator("#n-0").fill("人名");
      words.fill("周砚秋\n" + WRITTEN);
      interrupted(visit, page.locator("form:has(#w-0) [value=save]"), words);
      assertThat(page.locator("textarea").first()).hasValue("周砚秋\n" + WRITTEN);
      page.locator("[name=name]").first().fill(" ");
      page.locator("[value=save]").first().click();
      assertThat(page.locator("form [role=alert]")).containsText("词表不能保存");
      assertThat(page.locator("textarea").first()).hasValue("周砚秋\n" + WRITTEN);
    }
  }

  @Test
  void aChangeOfManyStaysInItsFieldUntilItIsThere() {
    try (Visit visit = curator()) {
      Page page =
          visit.open(
              "/workbench/bulk-edits/new?search=q%3D%E6%88%90%E6%89%B9&type=record&field="
                  + Web.encode("范围和提要"));
      Locator value = page.locator(".bk-value-field .field").first();
      value.fill(WRITTEN);
      page.locator("[name=operation]").first().check();
      interrupted(visit, page.locator(".bk-form button.btn-1"), value);
      page.waitForURL("**/workbench/bulk-edits/*");
      assertThat(page.locator("main")).containsText(WRITTEN);
    }
  }

  /** Sends a form without a network, without a session, and then with both. */
  private static void interrupted(Visit visit, Locator button, Locator field) {
    Page page = visit.page();
    Locator told = page.locator("form [role=alert]");
    String written = field.inputValue();
    visit.context().setOffline(true);
    button.click();
    assertThat(told).containsText("没有送到服务器");
    assertThat(field).hasValue(written);
    visit.context().setOffline(false);
    visit.context().clearCookies();
    button.click();
    assertThat(told).containsText("登录已过期");
    assertThat(field).hasValue(written);
    Page other = page.context().waitForPage(() -> told.locator("a").click());
    signIn(other);
    other.close();
    button.click();
    assertThat(told).hasCount(0);
  }

  /** Whether the browser shows that there is no network. */
  private static boolean isGone(Page page) {
    return page.url().startsWith("chrome-error:");
  }

  private Visit curator() {
    Visit visit = Visit.atDesk(browser, server.baseUrl());
    signIn(visit.open("/signin"));
    return visit;
  }

  private static void signIn(Page page) {
    page.locator("input[name=username]").fill("admin");
    page.locator("input[type=password]").fill(server.password().orElseThrow());
    page.locator("main button").click();
    page.waitForURL(url -> !url.contains("/signin"));
  }

  private static Locator field(Page page, String label) {
    return page.locator("[name='f." + label + "']");
  }
}
