package cn.lantai.server.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Writing;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job in an empty system, as a new curator does it in a browser, and three reviewers
 * after her: from a table with faults to an exhibition that a visitor sees, and out again.
 */
@ExtendWith(Chromium.class)
class WholeJobIT {

  private static final int ROWS = 200;

  /** What is wrong in the table, and what it is mended to. */
  private static final Map<String, String> FAULTS =
      Map.of(
          "letter-17,X1-0017,f1,第 17 封信,,示例,1937-05,,,开放",
              "letter-17,X1-0017,f1,第 17 封信,,示例,1937-13,,,开放",
          "letter-18,X1-0018,f1,第 18 封信,,示例,1937-05,,,开放", "letter-18,X1-0018,f1,,,示例,1937-05,,,开放",
          "letter-19,X1-0019,f1,第 19 封信,,示例,1937-05,,,开放",
              "letter-19,X1-0005,f1,第 19 封信,,示例,1937-05,,,开放",
          "letter-20,X1-0020,f1,第 20 封信,,示例,1937-05,,,开放",
              "letter-20,X1-0020,nowhere,第 20 封信,,示例,1937-05,,,开放");

  /** Rows, and scans that belong to nothing or are none. */
  private static final String REJECTED = Integer.toString(FAULTS.size() + 2);

  /** Three records, a person, an image and the exhibition. */
  private static final int SUBMITTED = 6;

  private static final List<String> REVIEWERS = List.of("first", "second", "third");

  @TempDir static Path temporary;

  private static LantaiProcess server;

  private final Browser browser;

  WholeJobIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    server =
        LantaiProcess.start(temporary.resolve("data"), Map.of("LANTAI_REVIEW", "three"))
            .awaitGreeting();
    Staff.of(server).with("CURATOR", "curator").with("REVIEWER", REVIEWERS.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void fromATableToAnExhibitionThatAVisitorSeesAndOutAgain() throws Exception {
    try (Visit curator = signedIn("curator")) {
      importTheTableAndMendIt(curator);
      for (int n = 1; n <= 3; n++) {
        describe(curator, n);
      }
      submit(curator, "/workbench/entries/person/zhou");
      submit(curator, "/workbench/entries/image/" + imageOf(curator));
      build(curator);
      submit(curator, "/workbench/selections/exhibition/by-keys");
      curator.assertNoTrouble();
    }
    for (String reviewer : REVIEWERS) {
      try (Visit visit = signedIn(reviewer)) {
        review(visit);
      }
    }
    see();
    withdraw();
  }

  private void importTheTableAndMendIt(Visit visit) throws Exception {
    Page page = visit.open("/workbench/imports");
    page.locator("#file").setInputFiles(files());
    page.locator("[name=dry-run][value=true]").press("Enter");
    ended(page);
    assertThat(page.locator(".im-bad dd")).hasText(REJECTED);
    for (String said : List.of("1937-13", "X1-0005", "nowhere", "X9-0001", "X1-0002-001.jpg")) {
      assertThat(page.locator(".im-report")).containsText(said);
    }
    assertEquals(0, found(visit, "封信"), "a dry run writes nothing");
    page.goBack();
    page.locator("form[action$='/start'] button").press("Enter");
    page.waitForURL(Pattern.compile(".*/imports/2"));
    ended(page);
    assertThat(page.locator(".im-bad dd")).hasText(REJECTED);
    String rejected =
        records(
            page.request()
                .get(page.locator("a[href$='/rejected']").first().getAttribute("href"))
                .body());
    for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
      assertTrue(rejected.contains(fault.getValue()), rejected);
      rejected = rejected.replace(fault.getValue(), fault.getKey());
    }
    page = visit.open("/workbench/imports");
    page.locator("#file").setInputFiles(new FilePayload[] {csv("mended.csv", rejected)});
    page.locator("[name=dry-run][value=false]").press("Enter");
    ended(page);
    assertThat(page.locator(".im-counts .im-bad")).hasCount(0);
    assertEquals(ROWS, found(visit, "封信"));
  }

  /** The table of records among the rejected ones. */
  private static String records(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("records.csv")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("No records.csv");
  }

  private static FilePayload[] files() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("persons.csv", SmallHoldings.PERSONS + "zhou,周砚秋,Zhou Yanqiu,教员\n")
            .table("records.csv", SmallHoldings.RECORDS + rows())
            .image("X1-0001-001.jpg")
            .image("X9-0001-001.jpg")
            .image("X1-0002-001.jpg", "这不是图像".getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> all = Files.walk(holdings.folder())) {
      return all.filter(Files::isRegularFile).map(WholeJobIT::payload).toArray(FilePayload[]::new);
    }
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int n = 1; n <= ROWS; n++) {
      String row = "letter-%d,X1-%04d,f1,第 %d 封信,,示例,1937-05,,,开放".formatted(n, n, n);
      rows.append(FAULTS.getOrDefault(row, row)).append('\n');
    }
    return rows.toString();
  }

  private static FilePayload payload(Path file) {
    try {
      return new FilePayload(
          file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The page follows the job by itself. */
  private static void ended(Page page) {
    page.waitForURL(Pattern.compile(".*/imports/\\d+"));
    assertThat(page.locator(".im-state .job-done")).isVisible();
  }

  private int found(Visit visit, String words) {
    Page page = visit.open("/workbench/search?q=" + words + "&type=record");
    String count = page.locator("#rs").textContent().replaceAll("\\D", "");
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }

  private static String imageOf(Visit visit) {
    Page page = visit.open("/workbench/entries/record/letter-1");
    String desk = page.locator("[data-desk]").getAttribute("href");
    return desk.replaceFirst(".*/", "");
  }

  private void describe(Visit visit, int n) {
    String path = "/workbench/entries/record/letter-" + n;
    Page page = visit.open(path);
    field(page, "题名").fill("周砚秋致友人信之" + n);
    field(page, "原文日期").fill("民国二十六年五月");
    field(page, "日期").fill("");
    field(page, "人名").fill("周砚");
    assertThat(page.locator(".en-list li").first()).isVisible();
    field(page, "人名").press("ArrowDown");
    field(page, "人名").press("Enter");
    assertThat(field(page, "人名")).hasValue("zhou");
    page.keyboard().press("Control+s");
    assertThat(page.locator(".en-said.ok")).isVisible();
    submit(visit, path);
  }

  private static void submit(Visit visit, String path) {
    Page page = visit.open(path);
    if (page.locator(".b-more summary").count() > 0) {
      page.locator(".b-more summary").press("Enter");
    }
    page.locator(".rv-form button[name=version]").press("Enter");
    page.waitForURL(Pattern.compile(".*/workbench/reviews/\\d+.*"));
  }

  private void build(Visit visit) {
    Page page = visit.open("/workbench/selections");
    page.locator("#ns-t").focus();
    page.keyboard().type("一九三七");
    page.locator("[name=usual]").press("Space");
    page.locator("#ns-key").focus();
    page.keyboard().type("by-keys");
    page.keyboard().press("Enter");
    page.waitForURL("**/exhibition/by-keys");
    page.locator("[value=section]").first().press("Enter");
    cell(page, "题").fill("隆冬到岸");
    addBlock(page, "text");
    Writing.into(cell(page, "文字"), "第一段\n第二段");
    addBlock(page, "quotation");
    Writing.into(cell(page, "文字"), "用毕原物奉还");
    cell(page, "标题").fill("借条");
    addBlock(page, "timeline");
    cell(page, "原文日期").fill("1935年2月18日");
    Writing.into(cell(page, "文字"), "借门板");
    page.locator("#b-edit [name$='.原文日期']").last().fill("1935年2月21日");
    Writing.into(page.locator("#b-edit [name$='.文字']").last(), "还门板");
    addBlock(page, "question");
    cell(page, "标题").fill("为什么要写借条？");
    addBlock(page, "person");
    take(page, "周砚秋", "person:zhou");
    addBlock(page, "gallery");
    take(page, "友人信", "record:letter-1");
    take(page, "友人信", "record:letter-2");
    addBlock(page, "transcript");
    take(page, "友人信", "record:letter-1");
    addBlock(page, "zoom");
    take(page, "友人信", "record:letter-1");
    page.locator("[data-mark]").first().press("Enter");
    assertThat(page.locator(".stage-veil")).isFocused();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Enter");
    assertThat(cell(page, "区域")).hasValue(Pattern.compile("28,30,40,42(\\.\\d+)?"));
    Writing.into(cell(page, "文字"), "看信的开头");
    page.keyboard().press("Control+s");
    assertThat(page.locator("[data-saved]")).isVisible();
    assertThat(page.locator(".b-sum")).hasCount(0);
    FrameLocator preview = page.frameLocator("iframe");
    assertThat(preview.locator(".zoom-step[data-region]")).hasCount(1);
    assertThat(preview.locator("blockquote")).hasText("用毕原物奉还");
  }

  /** Everything that waits for this reviewer. */
  private static void review(Visit visit) {
    for (int waiting = SUBMITTED; waiting > 0; waiting--) {
      Page page = visit.open("/workbench/reviews");
      Locator reviews = page.locator("main table a[href^='/workbench/reviews/']");
      assertThat(reviews).hasCount(waiting);
      reviews.first().press("Enter");
      page.waitForURL(Pattern.compile(".*/workbench/reviews/\\d+"));
      page.locator("[name=act][value=pass]").press("Enter");
      assertThat(page.locator("[name=act][value=pass]")).hasCount(0);
    }
    visit.assertNoTrouble();
  }

  private void see() {
    try (Visit visitor = Visit.byPhone(browser, server.baseUrl())) {
      Page page = visitor.page();
      page.waitForCondition(
          () ->
              page.request().get(server.baseUrl() + "/exhibitions/by-keys").status() == 200
                  && page.request().get(server.baseUrl() + "/records/letter-3").status() == 200);
      visitor.open("/exhibitions/by-keys");
      for (String block :
          List.of(".prose", ".quote", ".chron", ".question", ".who", ".hang", ".doc", ".zoom")) {
        assertThat(page.locator(block).first()).isAttached();
      }
      assertThat(page.locator("main")).containsText("周砚秋致友人信之1");
      assertEquals(404, page.request().get(server.baseUrl() + "/records/letter-4").status());
      visitor.assertNoTrouble();
    }
  }

  private void withdraw() {
    try (Visit visit = signedIn("curator")) {
      Page page = visit.open("/workbench/selections/exhibition/by-keys");
      page.locator(".b-more summary").press("Enter");
      page.locator("#rv-why").fill("展期已满");
      page.locator("[name=to][value=withdrawn]").press("Enter");
      assertThat(page.locator(".b-title .en-state")).hasClass(Pattern.compile("en-withdrawn"));
      page.waitForCondition(
          () -> page.request().get(server.baseUrl() + "/exhibitions/by-keys").status() == 410);
    }
  }

  private static void addBlock(Page page, String type) {
    int before = page.locator(".blks > li").count();
    page.locator("[value='block:" + type + "']").first().press("Enter");
    assertThat(page.locator(".blks > li")).hasCount(before + 1);
  }

  private static void take(Page page, String words, String thing) {
    int before = page.locator(".b-shown").count();
    Locator button = page.locator("[value='take:" + thing + "']").first();
    if (button.count() == 0) {
      page.locator("#bq").fill(words);
      page.locator("#bq").press("Enter");
    }
    button.press("Enter");
    assertThat(page.locator(".b-shown")).hasCount(before + 1);
  }

  private static Locator cell(Page page, String heading) {
    return page.locator("#b-edit [name$='." + heading + "']").first();
  }

  private static Locator field(Page page, String heading) {
    return page.locator("[name='f." + heading + "']");
  }

  private Visit signedIn(String name) {
    Visit visit = Visit.atDesk(browser, server.baseUrl());
    Staff.signIn(visit, name);
    return visit;
  }
}
