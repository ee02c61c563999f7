package cn.lantai.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

  /** Shows what was read: {@code <b>}, {@code <i>} and {@code <a address>} for what is marked. */
  private static String shown(String source) {
    return Prose.read(source).stream().map(ProseTest::shown).collect(Collectors.joining(" / "));
  }

  private static String shown(Passage passage) {
    String lines = passage.lines().stream().map(ProseTest::shown).collect(Collectors.joining("; "));
    return switch (passage.kind()) {
      case PARAGRAPH -> lines;
      case LIST -> "list: " + lines;
      case QUOTATION -> "quotation: " + lines;
    };
  }

  private static String shown(Line line) {
    return line.stretches().stream()
        .map(
            stretch -> {
              String words =
                  stretch.words().stream().map(ProseTest::shown).collect(Collectors.joining());
              return stretch.address().map(to -> "<a " + to + ">" + words + "</a>").orElse(words);
            })
        .collect(Collectors.joining());
  }

  private static String shown(Words words) {
    String text = words.emphasis() ? "<i>" + words.text() + "</i>" : words.text();
    return words.strong() ? "<b>" + text + "</b>" : text;
  }

  @Test
  void aLineIsAParagraphAndBlankLinesSayNothing() {
    assertEquals("甲 / 乙", shown("甲\n\n　乙　\r\n"));
    assertEquals("", shown(" \n　\n"));
  }

  @Test
  void linesWithADashAreAListAndWithAnAngleAQuotation() {
    assertEquals(
        "如下： / list: 甲; <b>乙</b> / 又： / list: 丙 / quotation: 原话; 再一段",
        shown("如下：\n- 甲\n-　**乙**\n又：\n- 丙\n> 原话\n>  再一段"));
    assertEquals("- 甲 / > 乙 / -1 / >2 / -", shown("\\- 甲\n\\> 乙\n-1\n>2\n- "));
    assertEquals("list: - 甲; > 乙", shown("- - 甲\n- > 乙"), "nothing nests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "**甲**乙*丙*→<b>甲</b>乙<i>丙</i>",
        "***甲***→<b><i>甲</i></b>",
        "**甲*乙***→<b>甲</b><b><i>乙</i></b>",
        "*甲***乙**→<i>甲</i><b>乙</b>",
        "[**信**封](/records/r005)后→<a /records/r005><b>信</b>封</a>后",
        "**看[信](https://a.example/x?y=1)**→<b>看</b><a https://a.example/x?y=1><b>信</b></a>",
        "\\*\\*甲\\*\\*、\\[乙](/x)、丙\\\\丁\\*\\*→**甲**、[乙](/x)、丙\\丁**",
      })
  void marksAreRead(String source, String expected) {
    assertEquals(expected, shown(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "**隆冬到岸。**他们→<b>隆冬到岸。</b>他们",
        "他说**“借”**字下笔很重→他说<b>“借”</b>字下笔很重",
        "（**（一）**）后→（<b>（一）</b>）后",
        "在**渡口(1935)**边→在<b>渡口(1935)</b>边",
        "见**[信](/r)**后→见<a /r><b>信</b></a>后",
        "*《论持久战》*一书→<i>《论持久战》</i>一书",
      })
  void asterisksCloseAlsoBesideChinesePunctuation(String source, String expected) {
    assertEquals(expected, shown(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "箱长*宽*高各若干→箱长*宽*高各若干",
        "21*29.7*3厘米→21*29.7*3厘米",
        "长12厘米*宽8厘米*厚3厘米→长12厘米*宽8厘米*厚3厘米",
        "直径*高，*约*一尺→直径*高，<i>约</i>一尺",
        "**长*宽*高**都写着→<b>长*宽*高</b>都写着",
        "*长12*宽8*→<i>长12*宽8</i>",
        "[长*宽*高](https://a.example/3*4*5)→<a https://a.example/3*4*5>长*宽*高</a>",
        "长*宽*高 [x](javascript:3*4*5)→长*宽*高 [x](javascript:3*4*5)",
        "长\\*宽\\*高→长*宽*高",
      })
  void asterisksBetweenSizesMultiply(String source, String expected) {
    assertEquals(expected, shown(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "他们*没有*食言→他们<i>没有</i>食言",
        "写着*借*字→写着<i>借</i>字",
        "宽*12*厘米→宽<i>12</i>厘米",
        "共**12**件*3*卷→共<b>12</b>件<i>3</i>卷",
      })
  void amongOtherCharactersTheyAreMarks(String source, String expected) {
    assertEquals(expected, shown(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 题",
        "#题",
        "1. 甲",
        "2）乙",
        "+ 丙",
        "---",
        "***",
        "____",
        "__甲__ 和 _乙_",
        "`代码` 与 ```",
        "~~~",
        "<b>甲</b> <!-- 乙 --> <script>alert(1)</script>",
        "<https://a.example/>",
        "AT&amp;T &copy; &#106;",
        "![图](https://a.example/x.jpg)",
        "[甲][乙] [丙]",
        "[甲]: /x",
        "EDTF写作[1921-07-31..1921-08-05]。",
        "甲 * 乙 ** 丙",
        "**甲",
        "C:\\temp\\x \\d",
        "[](/x)",
        "[ ](/x)",
        "|甲|乙|",
        "Setext =====",
      })
  void allElseStandsForItself(String source) {
    assertEquals(source, shown(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https:evil.example",
        "https://user:pass@evil.example/",
        "mailto:a@b.example",
        "records/r005",
        "#top",
        "?q=1",
        "/%zz",
      })
  void aLinkLeadsToTheWebOrIntoThisSite(String address) {
    String source = "[**看**](" + address + ")";
    assertEquals(source, shown(source));
  }

  @Test
  void addressesAreGivenInAscii() {
    assertEquals("<a /search?q=%E6%B8%A1>渡</a>", shown("[渡](/search?q=渡)"));
    assertEquals("<a https://a.example/a*b*c>x</a>", shown("[x](https://a.example/a*b*c)"));
  }

  @Test
  void whatIsTooDeepIsCharacters() {
    String deep = "*甲 **乙 ".repeat(3_000) + "丙" + "** *".repeat(3_000);
    assertTrue(Prose.plain(deep).contains("丙"));
    String nest = "[".repeat(5_000) + "甲" + "](/x)".repeat(5_000);
    assertEquals(
        1,
        Prose.read(nest).get(0).lines().get(0).stretches().stream()
            .filter(s -> s.address().isPresent())
            .count());
  }

  @Test
  void hugeTextsAreReadInTime() {
    List<String> hostile =
        List.of(
            "*".repeat(20_000),
            "**甲".repeat(7_000),
            "*甲**".repeat(5_000),
            "[".repeat(20_000),
            "[甲](".repeat(6_000),
            "![甲](/x".repeat(4_000),
            "\\".repeat(20_000),
            "- 甲\n".repeat(5_000),
            "<!--".repeat(5_000),
            "`".repeat(20_000));
    for (String text : hostile) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () -> assertTrue(!Prose.plain(text).isBlank()),
          text.substring(0, 9));
    }
  }

  @Test
  void plainTextHasNoMarks() {
    assertEquals(
        LocalizedText.of("看信\n甲\n原话", "Look at the letter"),
        Prose.plain(
            LocalizedText.of("**看**[信](/records/r005)\n- 甲\n> 原话", "Look at the *letter*")));
    assertEquals("****", Prose.plain("****"), "never empty");
  }
}
