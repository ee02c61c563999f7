package cn.lantai.server.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Writing;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
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

/** A curator who writes labels in a real browser. */
@ExtendWith(Chromium.class)
class LabelsIT {

  @TempDir static Path temporary;

  private static LantaiProcess server;

  private final Browser browser;

  LabelsIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "letter,X1-0001,f1,家信,Letter home,示例,1935-02,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "letter.jpg,letter,1,首页,信的首页\n")
            .image("letter.jpg")
            .table(
                "selections.csv",
                "键,类型,序号,题名,导言\n"
                    + "typed,展览,1,手写,从**一封信**看\n"
                    + "pasted,展览,2,粘贴,\n"
                    + "kept,展览,3,原样,\n")
            .table("sections.csv", "专题,节,题\ntyped,1,第一章\npasted,1,第一章\nkept,1,第一章\n")
            .table(
                "blocks.csv",
                "专题,节,块,类型,记录,文字\n"
                    + "typed,1,1,文字,,原文\n"
                    + "typed,1,2,细读,letter,看**开头**|- [全信](/records/letter)\n"
                    + "pasted,1,1,文字,,\n"
                    + "pasted,1,2,展品,letter,说明\n"
                    + "kept,1,1,文字,,'- 甲|- **乙**|> 丙|1. 丁 <i>戊</i>\n");
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
  void wordsAreMarkedByKeysSavedAndSeenByVisitors() {
    try (Visit visit = curator()) {
      Page page = visit.open(builder("typed", "s0-b1"));
      Locator text = text(page);
      Locator editor = Writing.editor(text);
      assertThat(editor).hasAttribute("aria-multiline", "true");
      assertThat(page.locator("#b-edit textarea").first()).isHidden();
      editor.press("Control+a");
      type(page, "借条写着");
      press(page, "Control+b");
      type(page, "“用毕原物奉还。”");
      assertThat(button(page, "strong")).hasAttribute("aria-pressed", "true");
      press(page, "Control+b");
      type(page, "他们*没有*食言，见信");
      press(page, "Shift+ArrowLeft");
      press(page, "Control+k");
      Locator address = page.locator("#pr-link-a");
      assertThat(address).isFocused();
      type(page, "javascript:alert(1)");
      press(page, "Enter");
      assertThat(page.locator(".pr-link [role=alert]")).containsText("不是能连到的网址");
      address.fill("/records/letter");
      press(page, "Enter");
      assertThat(editor).isFocused();
      press(page, "End");
      press(page, "Enter");
      press(page, "Control+Shift+8");
      type(page, "门板");
      press(page, "Enter");
      type(page, "船");
      press(page, "Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      assertThat(editor).isFocused();
      type(page, "桨");
      String written = "借条写着**“用毕原物奉还。”**他们\\*没有\\*食言，见[信](/records/letter)\n- 门板\n- 船桨";
      assertThat(text).hasValue(written);
      press(page, "Control+z");
      assertThat(text).not().hasValue(Pattern.compile(".*桨", Pattern.DOTALL));
      press(page, "Control+y");
      assertThat(text).hasValue(written);
      press(page, "Control+s");
      assertThat(page.frameLocator("iframe").locator(".prose .points li").last()).hasText("船桨");
      assertThat(page.locator(".blks .bt").first()).containsText("借条写着“用毕原物奉还。”他们*没有*食言，见信 门板");
      publish(page);
      visit.assertNoTrouble();
    }
    try (Visit visitor = Visit.byPhone(browser, server.baseUrl())) {
      Page page = visitor.open("/exhibitions/typed");
      Locator prose = page.locator(".prose").last();
      assertThat(prose.locator("strong")).hasText("“用毕原物奉还。”");
      assertThat(prose.locator("p").first()).hasText("借条写着“用毕原物奉还。”他们*没有*食言，见信");
      assertThat(prose.locator("a")).hasAttribute("href", "/records/letter");
      assertThat(prose.locator("ul.points li")).hasText(new String[] {"门板", "船桨"});
      assertThat(page.locator("meta[name=description]")).hasAttribute("content", "从一封信看");
      page = visitor.open("/records/letter");
      assertThat(page.locator(".tour-words strong")).hasText("开头");
      assertEquals(
          "list-item decimal",
          page.locator(".tour ol > li")
              .first()
              .evaluate(
                  "it => getComputedStyle(it).display + ' ' + getComputedStyle(it).listStyleType"),
          "steps are numbered");
      assertThat(page.locator(".tour-words li a")).hasAttribute("href", "/records/letter");
      visitor.assertNoTrouble();
      String manifest =
          page.request().get(server.baseUrl() + "/iiif/manifest/exhibition/typed").text();
      assertTrue(
          manifest.contains(
              "看<b>开头</b><br/>• <a href=\\\"" + server.baseUrl() + "/records/letter\\\">全信</a>"),
          manifest);
      assertTrue(manifest.contains("从一封信看"), manifest);
      assertFalse(manifest.contains("**"), manifest);
    }
  }

  @Test
  void fromWordComesWhatIsSaidAndNothingElse() {
    String word =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
        <meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""} --></style>
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
        </head><body lang=ZH-CN><!--StartFragment-->
        <h1 style='mso-pagination:none'>渡口<o:p></o:p></h1>
        <p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><b style='mso-bidi-font-weight:
        normal'><span lang=EN-US style='font-family:宋体;color:red'>借条</span></b><span
        onclick="pwned()">与<i>家信</i></span><br>见<a href="https://a.example/x" target=_blank>目录</a>、<a
        href="javascript:pwned()">此处</a><o:p></o:p></p>
        <p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
        style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span></span><![endif]>门板</p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
        style='mso-list:Ignore'>l&nbsp;</span><![endif]><span style='font-weight:700'>船</span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <script>window.pwned = true</script><img src="x" onerror="window.pwned = true">
        <table><tr><td>甲</td><td>乙</td></tr></table><!--EndFragment--></body></html>""";
    try (Visit visit = curator()) {
      Page page = visit.open(builder("pasted", "s0-b1"));
      Locator editor = Writing.editor(text(page));
      editor.focus();
      paste(editor, word);
      assertThat(text(page))
          .hasValue("渡口\n**借条**与*家信*\n见[目录](https://a.example/x)、此处\n- 门板\n- **船**\n甲\n乙");
      assertEquals(0, editor.locator("[style], [class*=Mso], img, script, span").count());
      assertEquals(false, page.evaluate("'pwned' in window"));
      press(page, "Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      publish(page);
      visit.assertNoTrouble();
    }
    try (Visit visitor = Visit.atDesk(browser, server.baseUrl())) {
      Page page = visitor.open("/exhibitions/pasted");
      assertEquals(
          "<p>渡口</p><p><strong>借条</strong>与<em>家信</em></p><p>见<a href=\"https://a.example/x\""
              + " rel=\"external noopener\">目录</a>、此处</p><ul class=\"points\"><li>门板</li><li>"
              + "<strong>船</strong></li></ul><p>甲</p><p>乙</p>",
          page.locator(".prose").first().innerHTML());
      visitor.assertNoTrouble();
    }
  }

  @Test
  void aTextThatNobodyTouchesStaysAsItWasWritten() {
    try (Visit visit = curator()) {
      Page page = visit.open(builder("kept", "s0-b1"));
      String written = "- 甲\n- **乙**\n> 丙\n1. 丁 <i>戊</i>";
      assertThat(text(page)).hasValue(written);
      Locator editor = Writing.editor(text(page));
      assertThat(editor.locator("li")).hasCount(2);
      assertThat(editor.locator("blockquote")).hasText("丙");
      assertThat(editor.locator(":scope > p")).hasText("1. 丁 <i>戊</i>");
      editor.press("Control+End");
      type(page, "己");
      assertThat(text(page)).hasValue(written + "己");
      visit.assertNoTrouble();
    }
  }

  @Test
  void buttonsAreReachedByKeysAndSayWhatIsPressed() {
    try (Visit visit = curator()) {
      Page page = visit.open(builder("pasted", "s0-b2"));
      Locator editor = Writing.editor(text(page));
      editor.press("Control+a");
      press(page, "Shift+Tab");
      assertThat(button(page, "strong")).isFocused();
      press(page, "ArrowRight");
      assertThat(button(page, "emphasis")).isFocused();
      press(page, "Enter");
      assertThat(button(page, "emphasis")).hasAttribute("aria-pressed", "true");
      assertThat(text(page)).hasValue("*说明*");
      press(page, "End");
      press(page, "Enter");
      assertThat(text(page)).hasValue("> *说明*");
      press(page, "ArrowLeft");
      press(page, "Enter");
      assertThat(text(page)).hasValue("> *说明*");
      press(page, "Tab");
      assertThat(editor).isFocused();
      press(page, "Tab");
      assertThat(editor).not().isFocused();
      visit.assertNoTrouble();
    }
  }

  @Test
  void chineseIsTypedByAnInputMethod() {
    try (Visit visit = curator()) {
      Page page = visit.open(builder("kept", "s0-b1"));
      Locator editor = Writing.editor(text(page));
      editor.press("Control+a");
      press(page, "Delete");
      press(page, "Control+b");
      CDPSession keyboard = visit.context().newCDPSession(page);
      for (String typed : List.of("d", "du", "du kou")) {
        JsonObject composing = new JsonObject();
        composing.addProperty("text", typed);
        composing.addProperty("selectionStart", typed.length());
        composing.addProperty("selectionEnd", typed.length());
        keyboard.send("Input.imeSetComposition", composing);
      }
      JsonObject chosen = new JsonObject();
      chosen.addProperty("text", "渡口");
      keyboard.send("Input.insertText", chosen);
      assertThat(editor.locator("strong")).hasText("渡口");
      assertThat(text(page)).hasValue("**渡口**");
      visit.assertNoTrouble();
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
        Page page = visit.open(builder("typed", "s0-b2"));
        assertEquals(List.of(), violations(page));
        Writing.editor(text(page)).press("Control+k");
        assertThat(page.locator(".pr-link")).isVisible();
        assertEquals(List.of(), violations(page));
        assertEquals(
            page.viewportSize().width, page.evaluate("document.documentElement.scrollWidth"));
        visit.assertNoTrouble();
      }
    }
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .exclude(List.of("iframe"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private static void paste(Locator editor, String html) {
    editor.evaluate(
        """
        (it, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          it.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }""",
        html);
  }

  private static String builder(String exhibition, String at) {
    return "/workbench/selections/exhibition/" + exhibition + "?at=" + at;
  }

  private static Locator text(Page page) {
    return page.locator("#b-edit textarea[name$='.文字']").first();
  }

  private static Locator button(Page page, String does) {
    return page.locator("#b-edit .pr-bar [data-prose=" + does + "]").first();
  }

  private static void type(Page page, String text) {
    page.keyboard().insertText(text);
  }

  private static void press(Page page, String keys) {
    page.keyboard().press(keys);
  }

  private static void publish(Page page) {
    page.locator(".b-more summary").press("Enter");
    page.locator("[name=to][value=public]").first().press("Enter");
    assertThat(page.locator(".b-title .en-state")).hasClass("en-state en-public");
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
}
