package cn.lantai.server.launcher.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsWhatServersAnswer() {
    Json read =
        Json.parse(
            " {\"id\": 12, \"rows\": {\"perSecond\": 1.5}, \"dryRun\": true, \"links\": {},"
                + " \"list\": [\"a\", {\"x\": null}], \"t\": \"\\u5170\\n\\\"台\\\"\"} ");
    assertEquals(12, read.number("id"));
    assertEquals("1.5", read.at("rows").text("perSecond"));
    assertTrue(read.isTrue("dryRun"));
    assertEquals("兰\n\"台\"", read.text("t"));
    assertEquals(List.of("a", ""), read.list("list").stream().map(Json::text).toList());
    assertTrue(read.has("links"));
  }

  @Test
  void whatIsNotThereIsEmpty() {
    Json read = Json.parse("{\"a\": [], \"n\": null}");
    assertEquals("", read.at("x").at("y").text("z"));
    assertEquals(0, read.number("a"));
    assertEquals(List.of(), read.list("n"));
    assertFalse(read.isTrue("a"));
    assertEquals(0, Json.parse("{\"n\": 1e999999999}").number("n"), "absurd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1,]", "{\"a\" 1}", "\"\\x\"", "\"\\u12", "01x", "{} x", "{a: 1}"})
  void refusesWhatIsNoJson(String text) {
    assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() {
    assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(1_000_000)));
  }

  @Test
  void whatItWritesItReads() {
    String odd = "理由：\"校对\"\\完\n\t\u0001";
    assertEquals(odd, Json.parse(Json.quote(odd)).text());
  }
}
