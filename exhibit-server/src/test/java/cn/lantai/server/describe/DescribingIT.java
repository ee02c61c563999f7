package cn.lantai.server.describe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A curator who describes things in a real browser. */
@ExtendWith(Chromium.class)
class DescribingIT {

  @TempDir static Path temporary;

  private static LantaiProcess server;

  private final Browser browser;

  DescribingIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("persons.csv", SmallHoldings.PERSONS + "maodun,茅盾,Mao Dun,作家\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "letter,X1-0001,f1,一封信,A letter,示例,1937-05,maodun,,开放\n"
                    + "contested,X1-0002,f1,两人都改的信,,示例,1938,,,开放\n"
                    + "kept,X1-0003,f1,没有存完的信,,示例,1938,,,开放\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aRecordIsDescribedPublishedAndMended() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record?上级=f1");
      field(page, "题名").fill("茅盾致友人信");
      field(page, "档号").fill("X1-0101");
      field(page, "原文日期").fill("民国二十六年五月");
      assertThat(page.locator("output").filter(new Locator.FilterOptions().setHasText("1937-05")))
          .isVisible();
      field(page, "人名").fill("mao");
      page.locator(".en-list li").first().click();
      assertThat(field(page, "人名")).hasValue("maodun");
      field(page, "开放标识").selectOption("开放");
      field(page, "日期").fill("1937-13");
      save(page);
      assertThat(page.locator(".en-wrong")).isVisible();
      assertThat(field(page, "日期")).isFocused();
      assertThat(field(page, "题名")).hasValue("茅盾致友人信");
      field(page, "日期").fill("");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertTrue(visit.path().startsWith("/workbench/entries/record/x1-0101"), visit.path());
      assertThat(page.locator(".en-named").filter(new Locator.FilterOptions().setHasText("茅盾")))
          .isVisible();
      page.locator("button[name=to][value=public]").click();
      assertThat(page.locator(".en-state")).hasClass(Pattern.compile("en-public"));
    }
  }

  @Test
  void ofTwoEditorsTheSecondSeesWhatTheFirstWroteAndNothingIsLost() {
    try (Visit one = curator();
        Visit other = curator()) {
      Page first = one.open("/workbench/entries/record/contested");
      Page second = other.open("/workbench/entries/record/contested");
      field(first, "题名").fill("先改的题名");
      field(first, "范围和提要").fill("先写的提要");
      save(first);
      assertThat(first.locator(".en-said.ok")).isVisible();
      field(second, "题名").fill("后改的题名");
      save(second);
      assertThat(second.locator(".en-theirs")).containsText("先改的题名");
      assertThat(field(second, "题名")).hasValue("后改的题名");
      assertThat(field(second, "范围和提要")).hasValue("先写的提要");
      save(second);
      assertThat(second.locator(".en-said.ok")).isVisible();
      assertThat(field(second, "题名")).hasValue("后改的题名");
    }
  }

  @Test
  void somethingNewNeverTakesThePlaceOfWhatHasItsKey() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/person");
      page.locator("#key").fill("maodun");
      field(page, "姓名").fill("另一位茅盾");
      save(page);
      assertThat(page.locator(".en-wrong")).containsText("maodun");
      assertThat(page.locator("#key")).hasValue("maodun");
      assertThat(field(page, "姓名")).hasValue("另一位茅盾");
      page.locator("#key").fill("另一位");
      save(page);
      assertThat(page.locator(".en-wrong")).containsText("另一位");
      page.locator("#key").fill("maodun-2");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertEquals("/workbench/entries/person/maodun-2?saved", visit.path());
      visit.open("/workbench/entries/person/maodun");
      assertThat(field(page, "姓名")).hasValue("茅盾");
    }
  }

  @Test
  void aDraftIsThereAgainAfterTheBrowserWasClosed() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record/kept");
      field(page, "题名").fill("还没有保存的题名");
      page.waitForFunction("() => Object.keys(localStorage).some(k => k.includes('record/kept'))");
      page = visit.open("/workbench/entries/record/kept");
      assertThat(field(page, "题名")).hasValue("没有存完的信");
      page.locator("[data-draft-take]").click();
      assertThat(field(page, "题名")).hasValue("还没有保存的题名");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      page = visit.open("/workbench/entries/record/kept");
      assertThat(page.locator("[data-draft-bar]")).isHidden();
      visit.assertNoTrouble();
    }
  }

  @Test
  void namesAreAddedRowByRowAndAnEarlierVersionComesBack() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/person/maodun");
      page.locator("#p-person_names [data-add]").click();
      Locator row = page.locator("#p-person_names [data-row]").last();
      row.getByLabel(Pattern.compile("^名称")).fill("沈德鸿");
      row.getByLabel(Pattern.compile("^类别")).selectOption("本名");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertThat(page.getByText("沈德鸿").or(page.locator("[value*=沈德鸿]")).first()).isAttached();
      page.locator("[name=version]").last().click();
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertEquals(0, page.locator("[value*=沈德鸿]").count());
    }
  }

  @Test
  void axeFindsNothingInTheForm() {
    for (String path :
        List.of(
            "/workbench/entries/record/letter",
            "/workbench/entries/person",
            "/workbench",
            "/workbench/accounts",
            "/workbench/accounts/admin",
            "/workbench/account")) {
      try (Visit visit = curator()) {
        Page page = visit.open(path);
        assertEquals(
            List.of(),
            new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations()
                    .stream()
                    .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                    .toList());
        visit.assertNoTrouble();
      }
    }
  }

  private Visit curator() {
    Visit visit = Visit.atDesk(browser, server.baseUrl());
    Page page = visit.open("/signin");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[type=password]").fill(server.password().orElseThrow());
    page.locator("main button").click();
    page.waitForURL(url -> !url.contains("/signin"));
    return visit;
  }

  private static Locator field(Page page, String label) {
    return page.locator("[name='f." + label + "']");
  }

  private static void save(Page page) {
    page.locator("[data-save]").click();
  }
}
