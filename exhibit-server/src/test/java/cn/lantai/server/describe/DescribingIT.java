package cn.lantai.server.describe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Region;
import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A curator who describes things in a real browser. */
@ExtendWith(Chromium.class)
class DescribingIT {

  private static final String JSON = "application/json";
  private static final String TEMPLATES = "/api/templates";
  private static final String TEMPLATE =
      "{\"type\": \"record\", \"name\": \"家书\", \"own\": {\"档号\": \"X1-0505\", \"文种\": \"书信\","
          + " \"附注\": \"一段\\n又一段\"}, \"parts\": {}}";

  @TempDir static Path temporary;

  /** A picture may take its time on a busy machine. */
  private static final LocatorAssertions.IsEnabledOptions PATIENTLY =
      new LocatorAssertions.IsEnabledOptions().setTimeout(30_000);

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
                    + "kept,X1-0003,f1,没有存完的信,,示例,1938,,,开放\n"
                    + "shared,X1-0005,f1,两人同看的信,,示例,1938,,,开放\n"
                    + "scroll,X1-0004,f1,题跋,,示例,1939,,,开放\n"
                    + "many-1,X1-0011,f1,成批家信甲,,示例,1938,,,开放\n"
                    + "many-2,X1-0012,f1,成批家信乙,,示例,1938,maodun,,开放\n"
                    + "many-3,X1-0013,f1,成批家信丙,,示例,1938,,,开放\n")
            .table(
                "organisations.csv",
                SmallHoldings.ORGANISATIONS.strip() + ",标志\no1,小城档案馆,Small Town Archives,seal\n")
            .table(
                "images.csv",
                SmallHoldings.IMAGES
                    + "letter-1.jpg,letter,1,第 1 页,一页信\n"
                    + "letter-2.jpg,letter,2,第 2 页,又一页信\n"
                    + "seal.jpg,,1,馆徽,\n"
                    + "scroll-1.jpg,scroll,1,第 1 段,\n"
                    + "scroll-2.jpg,scroll,2,第 2 段,\n"
                    + "scroll-3.jpg,scroll,3,第 3 段,\n")
            .image("seal.jpg")
            .image("scroll-1.jpg")
            .image("scroll-2.jpg")
            .image("scroll-3.jpg")
            .image("letter-1.jpg")
            .image("letter-2.jpg")
            .table(
                "recordings.csv",
                "音像,记录,题名,字幕,章节,开放程度\n"
                    + "talk.wav,contested,口述,WEBVTT||00:00.000 --> 00:02.000|我那年十六岁,"
                    + "0:00 开头|0:02 结尾,不开放\n")
            .sound("talk.wav", 4);
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
  void whoIsNotDescribedYetIsDescribedOnTheSpotByKeysAlone() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record?上级=f1");
      field(page, "题名").fill("与新人通信");
      field(page, "人名").fill("maodun；周砚秋");
      Locator offer = page.locator(".en-list [data-create=person]");
      assertThat(offer).containsText("新建人物“周砚秋”");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      Locator dialog = page.locator("#creation");
      assertThat(dialog.locator("[name='f.姓名']")).hasValue("周砚秋");
      assertThat(dialog.locator("[name='f.姓名']")).isFocused();
      dialog.locator("[name='f.姓名']").fill("");
      page.keyboard().press("Enter");
      assertThat(dialog.locator(".en-bad")).isVisible();
      dialog.locator("[name='f.姓名']").fill("周砚秋");
      page.keyboard().press("Enter");
      assertThat(dialog).isHidden();
      assertThat(field(page, "人名")).isFocused();
      assertThat(field(page, "人名")).hasValue(Pattern.compile("maodun；[^；]+"));
      assertThat(field(page, "题名")).hasValue("与新人通信");
      String key = field(page, "人名").inputValue().replaceFirst(".*；", "");
      visit.open("/workbench/entries/person/" + key);
      assertThat(field(page, "姓名")).hasValue("周砚秋");
    }
  }

  @Test
  void themesAreChosenInTheirTreesAsWellAsTyped() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record/letter");
      page.locator("[name='f.主题'] ~ .en-tree").press("Enter");
      Locator tree = page.locator("#theme-tree");
      assertThat(tree.locator("h3").first()).isVisible();
      Locator closed = tree.locator("details:not([open]) > summary").first();
      closed.press("Enter");
      Locator below = tree.locator("details[open] input").first();
      below.press("Space");
      String chosen = below.inputValue();
      assertThat(field(page, "主题")).hasValue(chosen);
      Locator top = tree.locator("[data-trees] > ul > li > label > input").first();
      top.press("Space");
      assertThat(field(page, "主题")).hasValue(chosen + "；" + top.inputValue());
      below.press("Space");
      assertThat(field(page, "主题")).hasValue(top.inputValue());
      page.keyboard().press("Escape");
      assertThat(tree).isHidden();
      assertThat(page.locator("[name='f.主题'] ~ .en-tree")).isFocused();
      visit.assertNoTrouble();
    }
  }

  @Test
  void whatIsWrongIsSaidWhenAFieldIsLeftAndBeforeAnythingIsSaved() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record?上级=f1");
      field(page, "日期").fill("1937-13");
      field(page, "题名").focus();
      assertThat(page.locator(".en-bad").filter(holding(field(page, "日期")))).isVisible();
      assertThat(page.locator(".en-bad")).hasCount(1);
      assertThat(field(page, "日期")).hasAttribute("aria-invalid", "true");
      assertThat(page.locator(".en-open")).containsText("要填或要改");
      field(page, "日期").fill("1937-12");
      field(page, "档号").fill("X1-0199");
      field(page, "题名").fill("边填边查的信");
      field(page, "开放标识").selectOption("开放");
      field(page, "题名").press("Tab");
      assertThat(page.locator(".en-bad")).hasCount(0);
      assertThat(page.locator(".en-open")).isEmpty();
      assertEquals(
          404,
          page.request().get("/workbench/entries/record/x1-0199").status(),
          "nothing is saved");
    }
  }

  @Test
  void aRowThatIsRemovedCanBeHadBack() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/person/maodun");
      Locator part = page.locator("#p-person_names");
      part.locator("[data-add]").click();
      Locator row = part.locator("[data-row]").last();
      row.getByLabel(Pattern.compile("^名称")).fill("玄珠");
      row.locator("[data-remove]").press("Enter");
      assertThat(row.locator("[data-restore]")).isFocused();
      assertThat(row.getByLabel(Pattern.compile("^名称"))).isDisabled();
      page.keyboard().press("Enter");
      assertThat(row.getByLabel(Pattern.compile("^名称"))).isFocused();
      assertThat(row.getByLabel(Pattern.compile("^名称"))).hasValue("玄珠");
      assertThat(row.getByLabel(Pattern.compile("^名称"))).isEnabled();
      visit.assertNoTrouble();
    }
  }

  private static Locator.FilterOptions holding(Locator inside) {
    return new Locator.FilterOptions().setHas(inside);
  }

  @Test
  void twoOnOneRecordSeeEachOther() {
    Staff.of(server).with("CURATOR", "lin");
    try (Visit one = curator();
        Visit other = Visit.atDesk(browser, server.baseUrl())) {
      Staff.signIn(other, "lin");
      Page first = one.open("/workbench/entries/record/shared");
      assertThat(first.locator(".en-here")).isEmpty();
      Page second = other.open("/workbench/entries/record/shared");
      assertThat(second.locator(".en-here")).hasText("admin 也打开了这一条。");
      field(second, "题名").fill("林还没有保存");
      second.waitForResponse(
          "**/api/presence/**",
          () -> second.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
      first.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(first.locator(".en-here")).hasText("lin 正在改这一条，还没有保存。");
      save(second);
      assertThat(second.locator(".en-said.ok")).isVisible();
      second.navigate(server.baseUrl() + "/workbench");
      first.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(first.locator(".en-here")).containsText("lin 其间存了新的一版");
      one.assertNoTrouble();
    }
  }

  @Test
  void allThatASearchFindsIsChangedAfterALookAndTheWayBackIsOpen() {
    try (Visit visit = curator();
        Visit other = curator()) {
      Page page = visit.open("/workbench/search?q=成批家信");
      page.locator("#many button[value=edit]").click();
      page.locator("#field").selectOption("人名");
      page.locator("main form button").first().click();
      page.locator("[name=operation][value=add]").check();
      field(page, "人名").fill("mao");
      page.locator(".en-list li").first().click();
      assertThat(field(page, "人名")).hasValue("maodun");
      assertThat(page.locator("#needle")).hasCount(0);
      page.locator(".bk-form button.btn-1").click();
      Locator counts = page.locator(".im-counts dd");
      Locator go = page.locator("form[action$='/next'] button");
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(counts).hasText(new String[] {"2", "1", "0"});
      assertThat(page.locator(".bk-rows ins").first()).containsText("茅盾（maodun）");
      assertThat(page.locator(".bk-rows")).containsText("成批家信甲");
      assertEquals(List.of(), violations(page));
      String preview = visit.path();

      Page meanwhile = other.open("/workbench/entries/record/many-3");
      field(meanwhile, "题名").fill("别人改的题名");
      save(meanwhile);
      assertThat(meanwhile.locator(".en-said.ok")).isVisible();
      goOn(page);
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(counts).hasText(new String[] {"1", "0", "1"});
      page.locator(".bk-parts a[href*=refused]").click();
      assertThat(page.locator(".bk-rows")).containsText("别人改的题名");
      assertThat(page.locator(".bk-rows")).containsText("没有覆盖");
      meanwhile = other.open("/workbench/entries/record/many-1");
      assertThat(field(meanwhile, "人名")).hasValue("maodun");
      meanwhile = other.open("/workbench/entries/record/many-3");
      assertThat(field(meanwhile, "人名")).hasValue("");
      assertThat(field(meanwhile, "题名")).hasValue("别人改的题名");

      goOn(page);
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(counts).hasText(new String[] {"1", "0", "0"});
      meanwhile = other.open("/workbench/entries/record/many-1");
      assertThat(field(meanwhile, "人名")).hasValue("");
      page = visit.open(preview);
      assertThat(page.locator("form[action$='/next']")).hasCount(0);
      visit.assertNoTrouble();
    }
  }

  private static void goOn(Page page) {
    String before = page.url();
    page.locator("form[action$='/next'] button").click();
    page.waitForURL(url -> !url.equals(before));
  }

  @Test
  void aValueThatDoesNotFitIsToldBeforeAnythingIsLookedAt() {
    try (Visit visit =
        curator(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN"))) {
      Page page = visit.open("/workbench/bulk-edits/new?q=成批家信&kind=record&field=日期");
      page.locator("[name=operation][value=set]").check();
      field(page, "日期").fill("1938-13");
      page.locator("#reason").press("Enter");
      assertThat(page.locator(".en-bad")).containsText("不是有效的");
      assertThat(field(page, "日期")).hasValue("1938-13");
      page.locator("[name=operation][value=replace]").check();
      page.locator("#needle").fill("1938");
      page.locator("#replacement").fill("1938");
      page.locator("#reason").press("Enter");
      assertThat(page.locator(".en-wrong")).containsText("相同");
      assertThat(page.locator("#needle")).hasValue("1938");
    }
  }

  @Test
  void anotherRecordBeginsFromOneWithoutItsCodeAndKeysLeadThroughTheForm() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record/letter");
      page.locator("a[href$='?from=letter']").click();
      page.waitForURL("**/entries/record?from=letter");
      assertThat(field(page, "题名")).hasValue("一封信");
      assertThat(field(page, "人名")).hasValue("maodun");
      assertThat(field(page, "上级")).hasValue("f1");
      assertThat(field(page, "档号")).hasValue("");
      field(page, "题名").focus();
      page.keyboard().press("Control+.");
      page.keyboard().press("Control+.");
      assertTrue(
          (Boolean) page.evaluate("() => document.activeElement.value === ''"), "an empty field");
      field(page, "题名").focus();
      page.keyboard().press("Alt+PageDown");
      assertTrue(
          (Boolean)
              page.evaluate("() => document.activeElement.closest('fieldset').id === 'g-context'"));
      page.keyboard().press("Control+/");
      assertThat(page.locator("#keys")).isVisible();
      assertEquals(List.of(), violations(page));
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();
      field(page, "档号").fill("X1-0303");
      page.keyboard().press("Control+s");
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertEquals("/workbench/entries/record/x1-0303?saved", visit.path());
      visit.assertNoTrouble();
    }
  }

  @Test
  void whatIsFilledInAgainAndAgainIsKeptUnderANameForOneselfAlone() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record");
      field(page, "档号").fill("X1-0404");
      field(page, "上级").fill("f1");
      field(page, "文种").fill("书信");
      page.locator(".en-keep summary").click();
      page.locator("#template").fill("书信一封");
      page.locator("[formaction$='~templates']").click();
      page.waitForURL("**/entries/record?template=*");
      assertThat(field(page, "文种")).hasValue("书信");
      assertThat(field(page, "上级")).hasValue("f1");
      assertThat(field(page, "档号")).hasValue("");
      assertThat(page.locator(".en-templates [aria-current]")).hasText("书信一封");
      String template = visit.path();
      page = visit.open("/workbench/entries/person");
      assertThat(page.locator(".en-templates")).hasCount(0);
      page = visit.open(template);
      page.locator(".en-templates button").click();
      page.waitForURL("**/entries/record");
      assertThat(page.locator(".en-templates")).hasCount(0);
      page = visit.open(template);
      assertThat(field(page, "文种")).hasValue("");
      visit.assertNoTrouble();
    }
  }

  @Test
  void programsKeepTemplatesForTheirOwnersAlone() {
    Staff staff =
        Staff.of(server).with("CONTRIBUTOR", "owner", "neighbour").with("READER", "onlooker");
    Person owner = staff.get("owner");
    assertField(owner, "type", "{\"name\": \"书信\"}");
    assertField(owner, "type", "{\"type\": \"image\", \"name\": \"书信\"}");
    assertField(owner, "name", "{\"type\": \"record\"}");
    assertField(owner, "own.颜色", TEMPLATE.replace("文种", "颜色"));
    assertField(owner, "own.文种", TEMPLATE.replace("\"书信\"", "7"));
    assertField(owner, "parts.colours.csv", TEMPLATE.replace("{}", "{\"colours.csv\": []}"));
    assertEquals(403, staff.get("onlooker").get(TEMPLATES, JSON).statusCode(), "by rights");
    HttpResponse<String> made = owner.ask("POST", TEMPLATES, TEMPLATE);
    assertEquals(201, made.statusCode(), made.body());
    String one = Web.header(made, "Location").replaceFirst("^https?://[^/]+", "");
    String first = Web.header(made, "ETag");
    assertTrue(made.body().contains("\"附注\":\"一段\\n又一段\""), made.body());
    assertTrue(!made.body().contains("X1-0505"), "a code is nothing else's");
    assertEquals(409, owner.ask("POST", TEMPLATES, TEMPLATE).statusCode(), "of this name");
    assertTrue(owner.get(TEMPLATES + "?type=record", JSON).body().contains("家书"));
    assertTrue(owner.get(TEMPLATES + "?type=person", JSON).body().contains("[]"));
    String form = "/workbench/entries/record?template=" + one.replaceFirst(".*/", "");
    assertTrue(owner.get(form).body().contains("又一段"), "as on the page");

    Person neighbour = staff.get("neighbour");
    assertTrue(neighbour.get(TEMPLATES, JSON).body().contains("[]"));
    assertEquals(404, neighbour.get(one, JSON).statusCode());
    assertEquals(404, neighbour.ask("PUT", one, TEMPLATE, "If-Match", first).statusCode());
    assertEquals(404, neighbour.ask("DELETE", one, "", "If-Match", first).statusCode());

    String read = owner.get(one, JSON).body();
    assertEquals(428, owner.ask("PUT", one, read).statusCode());
    HttpResponse<String> same = owner.ask("PUT", one, read, "If-Match", first);
    assertEquals(first, Web.header(same, "ETag"), "what was read can be sent back");
    HttpResponse<String> renamed =
        owner.ask("PUT", one, read.replace("家书", "电报"), "If-Match", first);
    assertEquals(200, renamed.statusCode(), renamed.body());
    assertEquals(412, owner.ask("PUT", one, read, "If-Match", first).statusCode());
    assertEquals(201, owner.ask("POST", TEMPLATES, TEMPLATE).statusCode());
    String now = Web.header(renamed, "ETag");
    assertEquals(409, owner.ask("PUT", one, read, "If-Match", now).statusCode(), "of another one");
    assertEquals(412, owner.ask("DELETE", one, "", "If-Match", first).statusCode());
    assertEquals(428, owner.ask("DELETE", one, "").statusCode());
    assertEquals(204, owner.ask("DELETE", one, "", "If-Match", now).statusCode());
    assertEquals(404, owner.get(one, JSON).statusCode());
  }

  @Test
  void whoHasAsManyTemplatesAsFitCanStillReplaceThem() {
    Person owner = Staff.of(server).with("CONTRIBUTOR", "collector").get("collector");
    for (int i = 0; i < Templates.MOST; i++) {
      String another = TEMPLATE.replace("家书", "家书 " + i);
      assertEquals(201, owner.ask("POST", TEMPLATES, another).statusCode());
    }
    HttpResponse<String> oneMore = owner.ask("POST", TEMPLATES, TEMPLATE);
    assertEquals(409, oneMore.statusCode(), oneMore.body());
    String keep = "/workbench/entries/record/~templates";
    assertTrue(owner.post(keep, "template", "家书 7", "f.题名", "改写过的").statusCode() < 400);
    assertTrue(owner.post(keep, "template", "又一个", "f.题名", "没有地方了").statusCode() >= 400);
    String all = owner.get(TEMPLATES, JSON).body();
    assertEquals(Templates.MOST, all.split("\"id\":", -1).length - 1, all);
    Matcher seventh = Pattern.compile("\"id\":(\\d+)[^{}]*\"name\":\"家书 7\"").matcher(all);
    assertTrue(seventh.find(), all);
    String kept = owner.get(TEMPLATES + "/" + seventh.group(1), JSON).body();
    assertTrue(kept.contains("改写过的"), kept);
  }

  private static void assertField(Person who, String field, String body) {
    HttpResponse<String> refused = who.ask("POST", TEMPLATES, body);
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("\"field\":\"" + field + "\""), refused.body());
  }

  @Test
  void whatWasDoneInAFormIsUndoneAndDoneAgain() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/person/maodun");
      Locator name = field(page, "姓名");
      Locator undo = page.locator("[data-undo]");
      Locator redo = page.locator("[data-redo]");
      Locator rows = page.locator("[data-row]:not(.en-gone)");
      int before = rows.count();
      assertThat(undo).isDisabled();
      name.fill("沈雁冰");
      page.locator("[data-add]").first().click();
      Locator added = page.locator("[data-part]").first().locator("[data-row]").last();
      added.locator(".field:is(input, textarea)").first().fill("玄珠");
      added.locator("[data-remove]").click();
      assertThat(rows).hasCount(before);

      undo.click();
      assertThat(rows).hasCount(before + 1);
      Locator words = added.locator(".field:is(input, textarea)").first();
      assertThat(words).hasValue("玄珠");
      undo.click();
      assertThat(words).hasValue("");
      undo.click();
      assertThat(rows).hasCount(before);
      assertThat(name).hasValue("沈雁冰");
      undo.click();
      assertThat(name).hasValue("茅盾");
      assertThat(page.locator("[data-undone]")).containsText("已撤销：姓名");
      assertThat(name).isFocused();
      assertThat(undo).isDisabled();

      page.locator("h1").click();
      page.keyboard().press("Control+y");
      assertThat(name).hasValue("沈雁冰");
      redo.click();
      redo.click();
      assertThat(words).hasValue("玄珠");
      name.fill("茅公");
      assertThat(redo).isDisabled();
      page.locator("h1").click();
      page.keyboard().press("Control+z");
      assertThat(name).hasValue("沈雁冰");
      assertEquals(List.of(), violations(page));
      visit.assertNoTrouble();
    }
  }

  @Test
  void linesAndTheirDirectionAreUndoneOnTheDeskOfAPage() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/image/letter-1");
      Locator lines = page.locator("[data-lines]");
      String before = lines.inputValue();
      String directions = "[name='f.书写方向']";
      String other = page.locator(directions + ":not(:checked)").getAttribute("value");
      Locator turned = page.locator(directions + "[value='" + other + "']");
      lines.fill("一行\n又一行");
      page.locator("label", new Page.LocatorOptions().setHas(turned)).click();
      assertThat(turned).isChecked();

      page.locator("[data-undo]").click();
      assertThat(turned).not().isChecked();
      assertThat(lines).hasValue("一行\n又一行");
      page.locator("[data-undo]").click();
      assertThat(lines).hasValue(before);
      assertThat(page.locator(".leaf")).not().containsText("又一行");
      page.locator("[data-redo]").click();
      assertThat(lines).hasValue("一行\n又一行");
      page.locator("[data-redo]").click();
      assertThat(turned).isChecked();
      visit.assertNoTrouble();
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
  void aPageIsTranscribedAndCoveredByKeyboardAndAVisitorSeesWhatCameOfIt() throws Exception {
    Region covered;
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record/letter");
      assertThat(page.locator(".en-leaves .osd canvas").first()).isVisible();
      page.locator("[data-desk]").click();
      page.waitForURL(server.baseUrl() + "/workbench/entries/image/letter-1");
      assertThat(page.locator("[data-do=mark]")).isEnabled(PATIENTLY);
      page.locator("[data-lines]").focus();
      page.keyboard().insertText("來函敬悉");
      page.keyboard().press("Enter");
      page.keyboard().insertText("順頌時綏 <b>");
      page.keyboard().press("Control+Home");
      for (int line = 0; line < 2; line++) {
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".stage-veil")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-lines]")).isFocused();
      }
      assertThat(page.locator(".stage-line.now")).hasCount(1);
      assertThat(page.locator(".sheet-text .placed")).hasCount(2);
      page.locator("[data-do=cover]").press("Enter");
      page.locator(".stage-veil").press("Enter");
      assertThat(page.locator(".stage-cover")).isVisible();
      assertThat(page.locator("[data-public]")).containsText("1");
      covered = Region.parse(field(page, "遮挡").inputValue());
      page.keyboard().press("Control+s");
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertThat(page.locator("[data-lines]")).hasValue("來函敬悉\n順頌時綏 <b>");
      page.locator("button[name=to][value=public]").click();
      assertThat(page.locator(".en-state")).hasClass(Pattern.compile("en-public"));
      visit.assertNoTrouble();
    }
    try (Visit visitor = Visit.atDesk(browser, server.baseUrl())) {
      Page page = visitor.open("/records/letter");
      assertThat(page.locator(".script .l[data-region]"))
          .hasText(new String[] {"來函敬悉", "順頌時綏 <b>"});
    }
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture("/iiif/3/letter-1")));
    int x = (int) ((covered.x().doubleValue() + covered.width().doubleValue() / 2) * 6);
    int y = (int) ((covered.y().doubleValue() + covered.height().doubleValue() / 2) * 8);
    assertTrue(brightness(seen, x, y) < 20, "covered");
    assertTrue(brightness(seen, 5, 5) > 200, "not covered");
  }

  @Test
  void aPageIsTranscribedWithoutScripts() {
    try (Visit visit =
        curator(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN"))) {
      Page page = visit.open("/workbench/entries/image/letter-2");
      field(page, "录文").fill("第一行\n第二行");
      field(page, "录文区域").fill("80,5,10,90\n70,5,10,190");
      save(page);
      assertThat(page.locator(".en-bad [name='f.录文区域']")).hasValue("80,5,10,90\n70,5,10,190");
      field(page, "录文区域").fill("\n70,5,10,90");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertThat(field(page, "录文区域")).hasValue("\n70,5,10,90");
      assertThat(page.locator(".leaf .stage-img img")).isVisible();
    }
  }

  @Test
  void theOrderOfPagesAndTheLicenceAreDescribedAndViewersFollow() throws Exception {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/record/scroll");
      field(page, "翻页方向").selectOption("自右向左");
      field(page, "翻阅方式").selectOption("连续");
      field(page, "许可").selectOption("CC BY 4.0（署名）");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      page.locator("button[name=to][value=public]").click();
      assertThat(page.locator(".en-state")).hasClass(Pattern.compile("en-public"));
      page.waitForCondition(() -> manifest("scroll").contains("right-to-left"));
      String manifest = manifest("scroll");
      assertTrue(manifest.contains("\"behavior\":[\"continuous\"]"), manifest);
      assertTrue(manifest.contains("http://creativecommons.org/licenses/by/4.0/"), manifest);
      assertTrue(manifest.contains("/iiif/3/seal/full/"), "the logo of the archives: " + manifest);
    }
    try (Visit visitor = Visit.atDesk(browser, server.baseUrl())) {
      Page page = visitor.open("/records/scroll");
      Locator stage = page.locator(".stage");
      assertThat(page.locator(".stage-go [rel=next]")).isVisible();
      // The pages are joined one after the other, so the second is when the third is asked for.
      page.waitForFunction(
          "() => performance.getEntriesByType('resource')"
              + ".some(it => it.name.endsWith('/scroll-3/info.json'))");
      page.locator(".osd [role=application]").focus();
      // What lies on the left comes to the middle, and is the open page from then on.
      for (int i = 0; i < 4; i++) {
        page.keyboard().press("ArrowLeft");
      }
      assertThat(stage).hasAttribute("data-page", "2");
      page.waitForURL("**/records/scroll?page=2");
      visitor.assertNoTrouble();
    }
    try (Visit visitor = Visit.byPhone(browser, server.baseUrl())) {
      Page page = visitor.open("/records/scroll");
      double first = page.locator(".thumbs [data-page='1']").boundingBox().x;
      double second = page.locator(".thumbs [data-page='2']").boundingBox().x;
      assertTrue(second < first, "the strip runs from the right");
      page.locator(".thumbs [data-page='1']").focus();
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator(".thumbs [data-page='2']")).isFocused();
      visitor.assertNoTrouble();
    }
  }

  private static String manifest(String record) {
    try {
      return new String(get("/iiif/manifest/" + record).body(), StandardCharsets.UTF_8);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aRecordingIsHeardBesideItsFormAsItIsDescribedNow() {
    try (Visit visit = curator()) {
      Page page = visit.open("/workbench/entries/recording/talk");
      assertThat(page.locator("h1")).hasText("口述");
      assertThat(page.locator("[id='" + field(page, "章节").getAttribute("id") + "-h']"))
          .containsText("每行一章");
      Locator player = page.locator("#player audio");
      page.waitForCondition(() -> player.evaluate("it => it.readyState > 0").equals(true));
      page.locator("#player .av-stops a").last().click();
      page.waitForCondition(() -> player.evaluate("it => it.currentTime >= 2").equals(true));
      assertEquals("/workbench/entries/recording/talk", visit.path());
      field(page, "字幕").fill("WEBVTT\n\n00:01.000 --> 00:02.000\n我那年十七岁");
      save(page);
      assertThat(page.locator(".en-said.ok")).isVisible();
      assertThat(page.locator("#player .av-text li")).hasText(Pattern.compile("0:01\\s+我那年十七岁"));
      assertEquals(List.of(), violations(page));
      visit.assertNoTrouble();
    }
  }

  @Test
  void whatWasStoredIsForThoseWhoDescribeItAlone() throws Exception {
    for (String path : List.of("", "/zh-Hans.vtt")) {
      assertEquals(401, get("/workbench/recordings/talk" + path).statusCode());
    }
    for (String path : List.of("/info.json", "/full/max/0/default.jpg")) {
      assertEquals(401, get("/workbench/images/letter-2" + path).statusCode());
    }
  }

  @Test
  void axeFindsNothingInTheForm() {
    List<String> beside =
        List.of("/workbench/entries/record/letter", "/workbench/entries/image/letter-1");
    List<String> others =
        List.of(
            "/workbench/entries/person",
            "/workbench",
            "/workbench/bulk-edits",
            "/workbench/bulk-edits/new?type=record&kind=record&field=人名",
            "/workbench/accounts",
            "/workbench/accounts/admin",
            "/workbench/account");
    axeFindsNothing(1440, Stream.concat(beside.stream(), others.stream()).toList());
    axeFindsNothing(390, beside);
    axeFindsNothing(390, List.of("/workbench/entries/recording/talk"));
  }

  private void axeFindsNothing(int width, List<String> paths) {
    try (Visit visit =
        curator(new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("zh-CN"))) {
      for (String path : paths) {
        assertEquals(List.of(), violations(visit.open(path)), path + " " + width);
      }
      visit.assertNoTrouble();
    }
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private static byte[] picture(String service) throws Exception {
    HttpResponse<byte[]> answer;
    do {
      answer = get(service + "/full/max/0/default.jpg");
    } while (answer.statusCode() == 503);
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static int brightness(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getGreen();
  }

  private Visit curator() {
    return curator(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
  }

  private Visit curator(Browser.NewContextOptions options) {
    Visit visit = new Visit(browser, server.baseUrl(), options);
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
