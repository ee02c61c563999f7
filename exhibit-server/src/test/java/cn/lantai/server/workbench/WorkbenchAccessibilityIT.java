package cn.lantai.server.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.server.security.RightsFilter;
import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the workbench, at a desk, on a tablet and on a phone. */
@ExtendWith(Chromium.class)
class WorkbenchAccessibilityIT {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** A desk, a tablet, a phone. */
  private static final List<Integer> WIDTHS = List.of(1280, 820, 390);

  /** What is no page: data for scripts, images, files. */
  private static final String NO_PAGE = ".*(/help/|/images/|\\.csv).*";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Person admin;

  /** An address for each page of the role matrix. */
  private static final Map<String, String> pages = new HashMap<>();

  private final Browser browser;

  WorkbenchAccessibilityIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("persons.csv", SmallHoldings.PERSONS + "maodun,茅盾,Mao Dun,作家\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "letter,X1-0001,f1,一封信,A letter,示例,1937-05,maodun,,控制\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    admin = Staff.of(server).get("admin");
    String exhibition = "/workbench/selections/exhibition/show";
    there(admin.post("/workbench/selections", "type", "exhibition", "title", "展", "key", "show"));
    for (String page :
        List.of(
            "",
            "/account",
            "/accounts",
            "/audit",
            "/audit/holdings",
            "/bulk-edits",
            "/exports",
            "/imports",
            "/notices",
            "/openings",
            "/openings/statistics",
            "/openings/words",
            "/reviews",
            "/search",
            "/selections",
            "/tasks")) {
      pages.put("/workbench" + page, "/workbench" + page);
    }
    pages.put("/workbench/accounts/{name}", "/workbench/accounts/admin");
    pages.put("/workbench/audit/{number}", "/workbench/audit/1");
    pages.put("/workbench/bulk-edits/new", "/workbench/bulk-edits/new?type=record&kind=record");
    pages.put(
        "/workbench/bulk-edits/{id}",
        there(
            admin.post(
                "/workbench/bulk-edits",
                "kind",
                "record",
                "field",
                "文种",
                "operation",
                "set",
                "f.文种",
                "信")));
    pages.put("/workbench/entries/{type}", "/workbench/entries/record");
    pages.put("/workbench/entries/{type}/{key}", "/workbench/entries/record/letter");
    pages.put("/workbench/imports/{id}", "/workbench/imports/1");
    pages.put("/workbench/imports/{id}/columns", tried() + "/columns");
    pages.put("/workbench/openings/record/{key}", "/workbench/openings/record/letter");
    pages.put("/workbench/previews/{type}/{key}", "/workbench/previews/person/maodun");
    String version = Web.header(admin.get("/api/entities/exhibition/show", "text/turtle"), "ETag");
    pages.put(
        "/workbench/reviews/{id}",
        there(
            admin.post(
                "/workbench/reviews",
                "type",
                "exhibition",
                "key",
                "show",
                "version",
                version.replace("\"", ""))));
    pages.put("/workbench/selections/{type}/{key}", exhibition);
    pages.put("/workbench/selections/{type}/{key}/preview", exhibition + "/preview");
    pages.put("/workbench/selections/{type}/{key}/tasks", exhibition + "/tasks");
    pages.put("/workbench/selections/{type}/{key}/versions", exhibition + "/versions");
  }

  /** A dry run of a table with headings of its own. */
  private static String tried() {
    String token = admin.token();
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"dry-run\"\r\n\r\ntrue\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"records.csv\"\r\n\r\n"
            + "档号,题名,何时写的\nX1-0002,一封信,1937-05\n\r\n--x--\r\n";
    String address =
        there(
            admin.sendWith(
                token,
                "POST",
                "/workbench/imports?csrf=" + Web.encode(token),
                "multipart/form-data; boundary=x",
                form));
    admin.ended(address);
    return address;
  }

  private static String there(HttpResponse<String> made) {
    assertEquals(303, made.statusCode(), made.body());
    return new Web(server.baseUrl()).target(made);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void axeFindsNothingAndNothingStandsOutOfThePage() throws IOException {
    assertEquals(all(), new TreeSet<>(pages.keySet()), "a page is not looked at");
    List<String> wrong = new ArrayList<>();
    Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale("zh-CN");
    try (Visit visit = new Visit(browser, server.baseUrl(), options)) {
      visit
          .context()
          .addCookies(List.of(new Cookie("lantai", admin.session()).setUrl(server.baseUrl())));
      for (String address : new TreeSet<>(pages.values())) {
        Page page = visit.open(address);
        for (int width : WIDTHS) {
          page.setViewportSize(width, 1000);
          String place = address + " at " + width + " px ";
          axe(page).forEach(each -> wrong.add(place + each));
          Object beyond =
              page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
          if (((Number) beyond).intValue() > 0) {
            wrong.add(place + "is wider than the window by " + beyond);
          }
        }
      }
      visit.assertNoTrouble();
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> axe(Page page) {
    return new AxeBuilder(page)
        .withTags(TAGS).analyze().getViolations().stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private static Set<String> all() throws IOException {
    try (InputStream table = RightsFilter.class.getResourceAsStream("role-matrix.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("GET,/workbench"))
          .map(line -> line.split(",")[1])
          .filter(path -> !path.matches(NO_PAGE))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
