package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.LocalizedText;
import cn.lantai.selection.Item;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentTextTest {

  /** Those that Presentation 3 names. */
  private static final Set<String> ALLOWED =
      Set.of("a", "b", "br", "i", "img", "p", "small", "span", "sub", "sup");

  private final CommentText comments = new CommentText("https://a.example/");

  @Test
  void whatHasNoMarksIsPlainText() {
    List<JsonObject> bodies =
        bodies(
            Optional.of(LocalizedText.of("借条 <一>", "Slip")),
            Optional.of(LocalizedText.of("用毕&原物\n奉还", "Returned")));
    assertEquals(List.of("text/plain", "text/plain"), formats(bodies));
    assertEquals("借条 <一>\n用毕&原物\n奉还", bodies.get(0).getString("value"));
    assertEquals("zh-Hans", bodies.get(0).getString("language"));
    assertEquals("Slip\nReturned", bodies.get(1).getString("value"));
    assertEquals("en", bodies.get(1).getString("language"));
  }

  @Test
  void eachLanguageIsWhatItNeeds() {
    List<JsonObject> bodies =
        bodies(
            Optional.of(LocalizedText.of("借条", "Slip")),
            Optional.of(LocalizedText.of("**用毕**[奉还](/records/r1)\n- 门板\n- 船", "Returned")));
    assertEquals(List.of("text/html", "text/plain"), formats(bodies));
    assertEquals(
        "<p><b>借条</b><br/><b>用毕</b><a href=\"https://a.example/records/r1\">奉还</a><br/>• 门板<br/>•"
            + " 船</p>",
        bodies.get(0).getString("value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "*甲*→<p><i>甲</i></p>",
        "***甲***→<p><b><i>甲</i></b></p>",
        "[信](https://b.example/?a=1&b=2)→<p><a href=\"https://b.example/?a=1&amp;b=2\">信</a></p>",
        "*<script>alert(1)</script>*→<p><i>&lt;script&gt;alert(1)&lt;/script&gt;</i></p>",
        "**甲** [x](javascript:alert(1))→<p><b>甲</b> [x](javascript:alert(1))</p>",
        "**甲** &amp; <乙>→<p><b>甲</b> &amp;amp; &lt;乙&gt;</p>",
      })
  void marksBecomeElementsAndNothingElseDoes(String source, String expected) {
    List<JsonObject> bodies = bodies(Optional.empty(), Optional.of(LocalizedText.of(source)));
    String value = bodies.get(0).getString("value");
    assertEquals(expected, value);
    assertEquals("text/html", bodies.get(0).getString("format"));
    Set<String> elements =
        Pattern.compile("</?([a-z]+)")
            .matcher(value)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet());
    assertTrue(ALLOWED.containsAll(elements), value);
  }

  @Test
  void aQuotationIsLinesLikeOthers() {
    List<JsonObject> bodies =
        bodies(Optional.empty(), Optional.of(LocalizedText.of("> 原话\n> **又**\n后来")));
    assertEquals("<p>原话<br/><b>又</b><br/>后来</p>", bodies.get(0).getString("value"));
    assertEquals(1, bodies.size(), "nothing is said in English");
  }

  @Test
  void whoSaysNothingHasNoBody() {
    assertEquals(Optional.empty(), comments.bodies(item(Optional.empty(), Optional.empty())));
  }

  private static List<String> formats(List<JsonObject> bodies) {
    return bodies.stream().map(body -> body.getString("format")).toList();
  }

  private List<JsonObject> bodies(Optional<LocalizedText> title, Optional<LocalizedText> text) {
    return comments
        .bodies(item(title, text))
        .map(JsonArrayBuilder::build)
        .orElseThrow()
        .getValuesAs(JsonObject.class);
  }

  private static Item item(Optional<LocalizedText> title, Optional<LocalizedText> text) {
    return new Item(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        title,
        text,
        List.of());
  }
}
