package cn.lantai.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.loan.WebAddress;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.site.view.PageView;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in both languages, with content and without. */
class PagesTest {
  private static final String BASE = "http://127.0.0.1:8080";
  private static final Themes THEMES = Themes.builtIn();
  private static final Assets ASSETS = new Assets(THEMES);
  private static final Renderer RENDERER = new Renderer(THEMES, ASSETS);

  record Page(String address, Language language, PageView view) {
    Document parsed() {
      Parser parser = Parser.htmlParser().setTrackErrors(20);
      Document document = parser.parseInput(html(), BASE);
      ParseErrorList errors = parser.getErrors();
      assertTrue(errors.isEmpty(), () -> "not well-formed: " + errors);
      return document;
    }

    String html() {
      return render(Themes.DEFAULT);
    }

    String render(String theme) {
      PageContext context =
          Fixtures.inPlace(
              new PageContext(
                  language,
                  theme,
                  Scheme.AUTO,
                  address,
                  BASE,
                  Optional.of("admin"),
                  EnumSet.allOf(Permission.class),
                  "token",
                  3));
      return new String(RENDERER.render(view, context), StandardCharsets.UTF_8);
    }
  }

  static Stream<Named<Page>> pages() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                new Fixtures(language)
                    .pages().entrySet().stream()
                        .map(
                            page ->
                                Named.of(
                                    language.code() + " " + page.getKey(),
                                    new Page(page.getKey(), language, page.getValue()))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsWellFormedAndInItsLanguage(Page page) {
    Document document = page.parsed();
    assertEquals(page.language().tag(), document.selectFirst("html").attr("lang"));
    assertFalse(document.title().isBlank(), "a title");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsStartWithOneAndSkipNoLevel(Page page) {
    Document document = page.parsed();
    assertEquals(1, document.select("h1").size(), "number of h1");
    int level = 1;
    for (Element heading : document.select("main h1, main h2, main h3, main h4, main h5")) {
      int next = heading.tagName().charAt(1) - '0';
      int before = level;
      assertTrue(next <= level + 1, () -> "h" + before + " is followed by " + heading);
      level = next;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void imagesSayWhatTheyShowAndHowLargeTheyAre(Page page) {
    for (Element image : page.parsed().select("img")) {
      assertTrue(image.hasAttr("alt"), () -> "no alt: " + image);
      assertTrue(image.attr("width").matches("\\d+"), () -> "no width: " + image);
      assertTrue(image.attr("height").matches("\\d+"), () -> "no height: " + image);
      assertFalse(image.attr("src").isBlank(), () -> "no source: " + image);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhereOnThisSite(Page page) {
    Document document = page.parsed();
    Set<String> ids = new HashSet<>();
    for (Element element : document.select("[id]")) {
      assertTrue(ids.add(element.id()), () -> "twice on the page: id " + element.id());
    }
    for (Element element : document.select("[href], [src], [action]")) {
      for (String name : List.of("href", "src", "action")) {
        if (!element.hasAttr(name)) {
          continue;
        }
        String address = element.attr(name);
        if (address.startsWith("#")) {
          assertTrue(ids.contains(address.substring(1)), () -> "leads nowhere: " + element);
        } else {
          assertTrue(
              address.matches("/([^/].*)?")
                  || address.startsWith(BASE + "/")
                  || element.attr("rel").contains("external")
                  || (element.is("img")
                      && Origins.of(page.view()).contains(WebAddress.origin(address))),
              () -> "not on this site: " + element);
        }
      }
    }
    for (Element element : document.select("[aria-labelledby]")) {
      for (String id : element.attr("aria-labelledby").split(" ", -1)) {
        assertTrue(ids.contains(id), () -> "labelled by nothing: " + element);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingInlineOffendsTheContentSecurityPolicy(Page page) {
    Document document = page.parsed();
    assertEquals(List.of(), document.select("[style], style, script:not([src])"));
    for (Element element : document.getAllElements()) {
      element
          .attributes()
          .forEach(a -> assertFalse(a.getKey().startsWith("on"), () -> "handler: " + element));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyControlHasAName(Page page) {
    Document document = page.parsed();
    for (Element control : document.select("a, button, summary")) {
      assertTrue(
          !control.text().isBlank()
              || control.hasAttr("aria-label")
              || control.attr("aria-hidden").equals("true")
              || control.select("img[alt]").stream().anyMatch(i -> !i.attr("alt").isBlank()),
          () -> "no name: " + control);
    }
    for (Element input : document.select("input:not([type=hidden]), textarea, select")) {
      assertTrue(
          input.closest("label") != null
              || !document.select("label[for=" + input.id() + "]").isEmpty(),
          () -> "no label: " + input);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyThemeRendersIt(Page page) {
    for (Theme theme : THEMES.all()) {
      assertTrue(page.render(theme.name()).contains("data-theme=\"" + theme.name() + "\""));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyStaticFileThatItNamesExists(Page page) {
    for (Element element : page.parsed().select("link[rel=stylesheet], link[rel=icon], script")) {
      String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
      String[] steps = address.split("/", 4);
      assertTrue(ASSETS.find(steps[2], steps[3]).isPresent(), address);
    }
  }

  @Test
  void contentOfAnotherLanguageSaysSo() {
    Page page = english("/records/r005");
    Element transcript = page.parsed().selectFirst(".sheet-text");
    assertEquals("zh-Hant", transcript.attr("lang"));
  }

  @Test
  void drawnImagesAndMadeUpRecordsAreMarked() {
    Document document = english("/records/r005").parsed();
    assertTrue(document.selectFirst(".stage .drawn").text().contains("drawn facsimile"));
    assertTrue(document.selectFirst(".rec-example").text().contains("made up"));
  }

  @Test
  void anUnreadableImageIsReplacedByWords() {
    Document document = english("/exhibitions/chishui").parsed();
    assertTrue(document.select(".noimg").text().contains("This image could not be read"));
  }

  @Test
  void aPageAllowsTheServersWhoseImagesItShowsAndNoOthers() {
    for (Page page : pages().map(Named::getPayload).toList()) {
      List<String> shown =
          page.parsed().select("img[src]").stream()
              .map(image -> image.attr("src"))
              .filter(address -> address.startsWith("http"))
              .map(WebAddress::origin)
              .distinct()
              .sorted()
              .toList();
      assertEquals(shown, List.copyOf(Origins.of(page.view())), page.address());
    }
    assertEquals(
        ContentSecurity.POLICY + "; img-src 'self' https://i.example",
        ContentSecurity.showing(ContentSecurity.POLICY, List.of("https://i.example")));
    assertEquals(
        ContentSecurity.POLICY, ContentSecurity.showing(ContentSecurity.POLICY, List.of()));
  }

  @Test
  void whatCuratorsMarkIsShownSoAndWithoutMarksWhereThereIsOnlyText() {
    Document document = english("/exhibitions/chishui").parsed();
    Element label = document.selectFirst(".exhibit .label ul.points");
    assertEquals("<strong>bends</strong>", label.child(0).html());
    assertEquals("/records/r004", label.selectFirst("a").attr("href"));
    assertEquals("They are there.", document.select(".cited p").text());
    assertEquals("external noopener", document.selectFirst(".prose a[href^=https:]").attr("rel"));
    assertEquals("agency", document.selectFirst(".hang a span strong").text());
    assertEquals(
        "This exhibition takes another place to stand: the ferry.",
        document.selectFirst("meta[name=description]").attr("content"));
  }

  @Test
  void contentIsEscaped() {
    Page page = english("/sparql?fault");
    assertTrue(page.html().contains("Encountered &quot;&lt;EOF&gt;&quot;"), "escaped detail");
  }

  private static Page english(String address) {
    Map<String, PageView> pages = new Fixtures(Language.EN).pages();
    return new Page(address, Language.EN, pages.get(address));
  }
}
