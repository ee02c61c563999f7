package cn.lantai.media.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttTest {

  @Test
  void readsCuesWithTheirVoicesAndWithoutMarkup() throws Exception {
    String text =
        "\uFEFFWEBVTT 口述\r\nKind: captions\r\n\r\nNOTE\r\n一段说明\r\n\r\nSTYLE\r\n::cue{}\r\n\r\n"
            + "first\r\n00:01.000 --> 00:02.500 align:start line:0\r\n"
            + "<v.loud 王&amp;李>我<i>十六岁</i>，<00:02.000>&lt;参军&gt;\r\n去了\r\n\r\n"
            + "01:00:00.000 --> 01:00:01.000\r\n完\r\n";
    assertEquals(
        List.of(
            new Cue(1_000, 2_500, Optional.of("王&李"), "我十六岁，<参军>\n去了"),
            new Cue(3_600_000, 3_601_000, Optional.empty(), "完")),
        WebVtt.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "SRT, 1",
    "WEBVTT~00:01.000 --> 00:02.000~甲, 2",
    "WEBVTT, 1",
    "WEBVTT~~00:01.000 -> 00:02.000~甲, 3",
    "WEBVTT~~00:01 --> 00:02~甲, 3",
    "'WEBVTT~~00:01,000 --> 00:02,000~甲', 3",
    "WEBVTT~~00:61.000 --> 00:62.000~甲, 3",
    "WEBVTT~~00:02.000 --> 00:02.000~甲, 3",
    "WEBVTT~~00:02.000 --> 00:03.000 center~甲, 3",
    "WEBVTT~~00:02.000 --> 00:03.000~~甲, 3",
    "WEBVTT~~00:02.000 --> 00:03.000~甲~00:03.000 --> 00:04.000~乙, 5",
    "WEBVTT~~00:02.000 --> 00:03.000~甲~~00:01.000 --> 00:04.000~乙, 6",
    "WEBVTT~~00:02.000 --> 00:03.000~甲~~乙, 6"
  })
  void saysInWhichLineAnErrorIs(String text, int line) {
    UnreadableCaptionsException wrong =
        assertThrows(
            UnreadableCaptionsException.class, () -> WebVtt.parse(text.replace('~', '\n')));
    assertTrue(wrong.reason().zh().startsWith("第 " + line + " 行："), wrong.reason().zh());
    assertTrue(wrong.reason().en().orElseThrow().startsWith("Line " + line + ": "));
  }

  @Test
  void timesAreReadAndWritten() {
    assertEquals(Optional.of(3_723_500L), MediaTime.parse("1:02:03.5"));
    assertEquals(Optional.of(75_000L), MediaTime.parse("75"));
    assertEquals(Optional.empty(), MediaTime.parse("1:75"));
    assertEquals("1:02:03.5", MediaTime.clock(3_723_500));
    assertEquals("0:07", MediaTime.clock(7_000));
    assertEquals("12.5,20", MediaTime.parseSpan("npt:12.5,20").orElseThrow().value());
    assertEquals("0,20", MediaTime.parseSpan(",20").orElseThrow().value());
    assertEquals(Optional.empty(), MediaTime.parseSpan("20,12"));
    assertEquals(Optional.empty(), MediaTime.parseSpan("20,"));
  }
}
