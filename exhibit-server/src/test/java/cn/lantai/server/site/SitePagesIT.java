package cn.lantai.server.site;

import static cn.lantai.server.testing.Web.header;
import static cn.lantai.server.testing.Web.mediaType;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages of the sample holdings, without a browser. */
@ExtendWith(LantaiServer.class)
class SitePagesIT {

  private final Web web;

  SitePagesIT(LantaiServer.Running server) {
    web = server.web();
  }

  /** An address of each kind of page, with a word of its main part in each language. */
  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("/", "展览", "Exhibitions"),
        Arguments.of("/exhibitions", "信仰之源", "The Source"),
        Arguments.of("/exhibitions/xinyang-zhi-yuan", "译与印", "Translated and printed"),
        Arguments.of("/people", "丰子恺", "Feng Zikai"),
        Arguments.of("/people/maodun", "桐乡乌镇人", "Novelist and critic"),
        Arguments.of("/people/maodun-zhuanti", "茅盾", "Mao Dun"),
        Arguments.of("/compilations", "红色文献选编", "documents"),
        Arguments.of("/compilations/zhedang-jingpin", "共产党宣言", "Manifesto"),
        Arguments.of("/study", "侨批", "letter"),
        Arguments.of("/study/dudong-qiaopi", "读懂", "letter"),
        Arguments.of("/archives", "上虞", "Shangyu"),
        Arguments.of("/archives/x001", "全宗", "Fonds"),
        Arguments.of("/archives/x001-zl-001", "馆藏珍品图书", "Treasured books"),
        Arguments.of("/records/r001", "首版小册子", "First printing"),
        Arguments.of("/things/organisation/org-txda", "桐乡市档案馆", "Tongxiang"),
        Arguments.of("/things/place/pl-shangyu", "上虞", "Shangyu"),
        Arguments.of("/things/event/e-manifesto", "首个中文全译本出版", "Chinese translation"),
        Arguments.of("/themes", "中国共产党人精神谱系", "Local themes"),
        Arguments.of("/things/theme/jiandang", "建党精神", "Founding Spirit"),
        Arguments.of("/things/theme/jiandang?sort=archival", "档号", "Reference code"),
        Arguments.of("/things/theme/genre-letter", "书信", "family letter"),
        Arguments.of("/things/scheme/official", "精神", "Spirit"),
        Arguments.of("/things/scheme/genre", "私人文书", "private paper"),
        Arguments.of("/things/source/s19", "共产党宣言", "共产党宣言"),
        Arguments.of("/search?q=%E8%8C%85%E7%9B%BE", "茅盾", "Mao Dun"),
        Arguments.of("/search?q=maodun&type=person", "结果", "results"),
        Arguments.of("/sparql", "查询", "Query"),
        Arguments.of("/signin", "登录", "Sign in"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSpeaksBothLanguages(String address, String zhWord, String enWord) {
    Document zh = document(web.page(address, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"));
    Document en = document(web.page(address, "Accept-Language", "en-GB,en;q=0.9"));
    Document other = document(web.page(address, "Accept-Language", "fr"));
    assertAll(
        () -> assertEquals("zh-Hans", zh.selectFirst("html").attr("lang")),
        () -> assertEquals("en", en.selectFirst("html").attr("lang")),
        () -> assertEquals("zh-Hans", other.selectFirst("html").attr("lang"), "Chinese first"),
        () -> assertTrue(zh.selectFirst("main").text().contains(zhWord), zh.text()),
        () -> assertTrue(en.selectFirst("main").text().contains(enWord), en.text()),
        () -> assertEquals(1, zh.select("h1").size()),
        () -> assertEquals(1, en.select("h1").size()),
        () -> assertFalse(zh.title().isBlank()),
        () -> assertNotEquals(zh.title(), en.title()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysHowItMayBeKept(String address) {
    HttpResponse<String> page = web.page(address, "Accept-Language", "en");
    assertEquals("en", header(page, "Content-Language"));
    String vary = header(page, "Vary");
    assertTrue(vary.contains("Accept-Language") && vary.contains("Cookie"), vary);
    String tag = header(page, "ETag");
    if (tag.isEmpty()) {
      assertTrue(header(page, "Cache-Control").contains("no-store"), "made for one reader");
    } else {
      HttpResponse<String> again = web.page(address, "Accept-Language", "en", "If-None-Match", tag);
      assertEquals(304, again.statusCode());
      assertEquals(
          200, web.page(address, "Accept-Language", "zh", "If-None-Match", tag).statusCode());
    }
    HttpResponse<byte[]> head = web.head(address, "Accept", Web.BROWSER, "Accept-Language", "en");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
  }

  @Test
  void aCompilationEndsWithAnIndexThatLeadsToItsDocuments() {
    Document zh = document(web.page("/compilations/zhedang-jingpin", "Accept-Language", "zh"));
    Element name = zh.selectFirst("#ix-person a[href=/people/maodun]");
    assertEquals("茅盾", name.text());
    Element at = name.closest("li").selectFirst(".ix-at a");
    Element document = zh.selectFirst(at.attr("href"));
    assertTrue(document.is(".doc"), "it leads to " + document.tagName());
    assertEquals("#index", zh.selectFirst(".bk-toc a[href=#index]").attr("href"));
    Document en = document(web.page("/compilations/zhedang-jingpin", "Accept-Language", "en"));
    assertEquals("Mao Dun", en.selectFirst("#ix-person a[href=/people/maodun]").text());
    List<String> names =
        en.select("#ix-person li > span:first-child").eachText().stream()
            .map(String::toLowerCase)
            .toList();
    assertEquals(names.stream().sorted().toList(), names);
  }

  @Test
  void theSwitchOfLanguageLasts() {
    HttpResponse<String> switched = web.page("/people/maodun?lang=en", "Accept-Language", "zh");
    assertEquals("en", header(switched, "Content-Language"));
    String cookie = header(switched, "Set-Cookie");
    assertTrue(cookie.startsWith("lang=en;"), cookie);
    assertTrue(cookie.contains("Max-Age=31536000"), cookie);
    assertTrue(cookie.contains("Path=/"), cookie);

    String kept = cookie.substring(0, cookie.indexOf(';'));
    HttpResponse<String> next = web.page("/exhibitions", "Accept-Language", "zh", "Cookie", kept);
    assertEquals("en", header(next, "Content-Language"));
    HttpResponse<String> back = web.page("/exhibitions?lang=zh", "Cookie", kept);
    assertEquals("zh", header(back, "Content-Language").substring(0, 2));
  }

  @ParameterizedTest
  @CsvSource({"theme,danxin,data-theme", "theme,mingmu,data-theme", "scheme,dark,data-scheme"})
  void theLookCanBeChosenAndLasts(String setting, String value, String attribute) {
    HttpResponse<String> chosen = web.page("/?" + setting + "=" + value);
    assertEquals(value, document(chosen).selectFirst("html").attr(attribute));
    String cookie = header(chosen, "Set-Cookie");
    assertTrue(cookie.startsWith(setting + "=" + value + ";"), cookie);

    HttpResponse<String> next = web.page("/records/r001", "Cookie", setting + "=" + value);
    assertEquals(value, document(next).selectFirst("html").attr(attribute));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?theme=../../etc", "/?lang=xx", "/?scheme=%3Cb%3E", "/?theme="})
  void aSettingThatThereIsNotIsPassedOver(String address) {
    HttpResponse<String> page = web.page(address);
    assertEquals(200, page.statusCode());
    assertEquals("", header(page, "Set-Cookie"));
    assertEquals("songyan", document(page).selectFirst("html").attr("data-theme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/records/nothing",
        "/exhibitions/nothing",
        "/people/nobody",
        "/compilations/nothing",
        "/study/nothing",
        "/archives/nothing",
        "/things/place/nowhere",
        "/things/nothing/x",
        "/records/r001?page=99",
        "/records/r001?page=x",
        "/people?page=0",
        "/static/0000/site.css",
        "/records/%3Cscript%3Ealert(1)%3C/script%3E"
      })
  void whatIsNotThereIsAPageThatHelps(String address) {
    HttpResponse<String> answer = web.page(address, "Accept-Language", "zh");
    assertEquals(404, answer.statusCode());
    Document page = document(answer, 404);
    assertEquals(1, page.select("h1").size());
    assertFalse(page.select("main a[href=/]").isEmpty(), "leads home");
    assertFalse(page.select("main a[href=/exhibitions]").isEmpty(), "leads on");
    assertTrue(page.select("main script").isEmpty(), "what was asked for is text");
    assertEquals("noindex", page.selectFirst("meta[name=robots]").attr("content"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/beans.xml",
        "/WEB-INF/classes/cn/lantai/server/site/Pages.class",
        "/static/..%2f..%2fWEB-INF/beans.xml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/WEB-INF%2fbeans.xml"
      })
  void theServersOwnFilesAreOutOfReach(String address) {
    int status = web.get(address).statusCode();
    assertTrue(status == 404 || status == 400, address + " answers " + status);
  }

  @Test
  void assetsAreKeptForeverAndCompressed() {
    String style = document(web.page("/")).selectFirst("link[rel=stylesheet]").attr("href");
    HttpResponse<byte[]> plain = web.bytes(style);
    assertEquals("text/css", mediaType(plain));
    assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
    HttpResponse<byte[]> packed = web.bytes(style, "Accept-Encoding", "gzip");
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertTrue(packed.body().length < plain.body().length);
  }

  @Test
  void everyAddressThatCanBeReachedFromTheHomePageAnswers() {
    Crawl crawl = new Crawl(web, 400).from("/");
    assertAll(
        () -> assertEquals(Map.of(), crawl.failures()),
        () -> assertTrue(crawl.pages() >= 300, crawl.pages() + " pages"),
        () -> assertTrue(crawl.files() >= 100, crawl.files() + " files and pictures"));
  }

  @Test
  void aThemeListsItsRecordsInTwoOrdersAndTheSearchFindsAsMany() {
    Document byDate = document(web.page("/things/theme/genre-private", "Accept-Language", "en"));
    Document byCode =
        document(web.page("/things/theme/genre-private?sort=archival", "Accept-Language", "en"));
    List<String> codes = byCode.select(".list .ref").eachText();
    assertTrue(codes.size() > 10, codes.toString());
    assertEquals(codes.stream().sorted().toList(), codes);
    assertNotEquals(codes, byDate.select(".list .ref").eachText());
    assertEquals(Set.copyOf(codes), Set.copyOf(byDate.select(".list .ref").eachText()));

    String search = byDate.selectFirst("main a[href^=/search?type=record&topic=]").attr("href");
    Document found = document(web.page(search, "Accept-Language", "en"));
    assertEquals(codes.size() + " results", found.selectFirst("#rs").text());
  }

  @Test
  void theOfficialListAndLocalThemesAreToldApart() {
    Document official = document(web.page("/things/theme/jiandang", "Accept-Language", "en"));
    assertEquals(1, official.select(".rec-line .tag-official").size());
    assertEquals(1, official.select(".tree-flat .tag-local").size(), "the related local theme");
    Document local = document(web.page("/things/theme/l-hongchuan", "Accept-Language", "en"));
    assertEquals(1, local.select(".rec-line .tag-local").size());
    assertEquals(1, local.select(".tree-flat .tag-official").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people/maodun",
        "/people/yangangong",
        "/records/r001",
        "/things/place/pl-quzhou",
        "/things/event/e-manifesto",
        "/things/organisation/org-txda",
        "/things/theme/jiandang",
        "/archives/x001"
      })
  void marksAndNotesLeadToEachOther(String address) {
    Document page = document(web.page(address, "Accept-Language", "en"));
    List<Element> marks = page.select("a[role=doc-noteref]");
    assertFalse(marks.isEmpty());
    for (Element mark : marks) {
      Element note = page.getElementById(mark.attr("href").substring(1));
      assertEquals(1, note.select("a[role=doc-backlink][href=#" + mark.id() + "]").size());
    }
    assertEquals(marks.size(), page.select("a[role=doc-backlink]").size());
  }

  @Test
  void namesAndPositionsShowWhenTheyWereSoAndOnWhatGround() {
    Document place = document(web.page("/things/place/pl-quzhou", "Accept-Language", "zh"));
    assertTrue(place.select(".tbl tr").text().contains("1912年"), place.text());
    Document person = document(web.page("/people/yangangong", "Accept-Language", "en"));
    Element office = person.select(".rels div").first();
    assertTrue(office.text().contains("secretary"), person.select(".rels").text());
    assertTrue(office.text().contains("1926"), office.text());
    assertEquals(1, office.select("a[role=doc-noteref]").size());
    assertEquals("Checked", office.select(".cert").text());
  }

  @Test
  void whatIsMadeUpIsSaidToBe() {
    Document record = document(web.page("/records/r128", "Accept-Language", "zh"));
    assertTrue(record.selectFirst("main").text().contains("示例"));
    Document drawn = document(web.page("/records/r001", "Accept-Language", "en"));
    assertFalse(drawn.select("main .drawn").isEmpty(), "its page is drawn and says so");
  }

  @Test
  void aLongListIsPaged() {
    Document people = document(web.page("/archives", "Accept-Language", "en"));
    List<Element> next = people.select("nav.pages a[rel=next]");
    for (Element link : next) {
      assertEquals(200, web.page(link.attr("href")).statusCode());
    }
  }

  private static Document document(HttpResponse<String> page) {
    return document(page, 200);
  }

  private static Document document(HttpResponse<String> page, int status) {
    assertEquals(status, page.statusCode(), page.body());
    assertEquals("text/html", mediaType(page));
    return Jsoup.parse(page.body(), page.uri().toString());
  }
}
