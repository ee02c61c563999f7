package cn.lantai.media.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions in WebVTT. Browsers leave out in silence what they do not understand, so this reader is
 * strict: a cue that would never be shown is an error with the number of its line.
 */
public final class WebVtt {

  /** More than is said in a day. */
  public static final int LONGEST = 500_000;

  private static final String ARROW = "-->";
  private static final String TIME = "((?:\\d{2,3}:)?[0-5]\\d:[0-5]\\d\\.\\d{3})";
  private static final Pattern TIMING =
      Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "(?:[ \\t]+(.*))?");
  private static final Pattern SETTING =
      Pattern.compile("(?:vertical|line|position|size|align|region):\\S+");
  private static final Pattern VOICE = Pattern.compile("^<v(?:\\.[^ \\t>]*)?[ \\t]+([^>]+)>");
  private static final Pattern TAG = Pattern.compile("</?[^>]*>");

  private final List<String> lines;
  private int at;
  private final List<Cue> cues = new ArrayList<>();

  private WebVtt(String text) {
    lines = text.lines().toList();
  }

  /** The cues of a text, in their order. */
  public static List<Cue> parse(String text) throws UnreadableCaptionsException {
    if (text.length() > LONGEST) {
      throw new UnreadableCaptionsException(
          1, "字幕超过 " + LONGEST + " 字", "Captions have up to " + LONGEST + " characters");
    }
    WebVtt reading = new WebVtt(text.startsWith("\uFEFF") ? text.substring(1) : text);
    reading.head();
    while (reading.at < reading.lines.size()) {
      reading.block();
    }
    if (reading.cues.isEmpty()) {
      throw new UnreadableCaptionsException(
          reading.lines.size(), "没有一条字幕", "There is not a single cue");
    }
    return List.copyOf(reading.cues);
  }

  private void head() throws UnreadableCaptionsException {
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (!first.equals("WEBVTT") && !first.startsWith("WEBVTT ") && !first.startsWith("WEBVTT\t")) {
      throw new UnreadableCaptionsException(1, "首行须为 WEBVTT", "The first line must be WEBVTT");
    }
    at = 1;
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      if (lines.get(at).contains(ARROW)) {
        throw new UnreadableCaptionsException(
            at + 1, "首行之后须空一行", "A blank line must follow the first one");
      }
      at++;
    }
  }

  private void block() throws UnreadableCaptionsException {
    String line = lines.get(at);
    if (line.isEmpty()) {
      at++;
    } else if (line.contains(ARROW)) {
      cue();
    } else if (line.matches("NOTE(?:[ \\t].*)?") || line.matches("(?:STYLE|REGION)[ \\t]*")) {
      skip();
    } else if (at + 1 < lines.size() && lines.get(at + 1).contains(ARROW)) {
      at++; // the name of the cue
      cue();
    } else {
      throw new UnreadableCaptionsException(
          at + 1,
          "既不是时间，也不属于一条字幕：" + shortened(line),
          "Neither times nor part of a cue: " + shortened(line));
    }
  }

  private void skip() {
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      at++;
    }
  }

  private void cue() throws UnreadableCaptionsException {
    int number = at + 1;
    Matcher timing = TIMING.matcher(lines.get(at).strip());
    if (!timing.matches()) {
      throw new UnreadableCaptionsException(
          number, "时间须写成 00:01.000 --> 00:04.500", "Times are written as 00:01.000 --> 00:04.500");
    }
    long start = MediaTime.parse(timing.group(1)).orElseThrow();
    long end = MediaTime.parse(timing.group(2)).orElseThrow();
    if (end <= start) {
      throw new UnreadableCaptionsException(number, "结束不晚于开始", "It ends before it begins");
    }
    if (!cues.isEmpty() && start < cues.get(cues.size() - 1).start()) {
      throw new UnreadableCaptionsException(
          number, "开始早于上一条字幕", "It begins before the cue above it");
    }
    for (String setting :
        Optional.ofNullable(timing.group(3)).orElse("").strip().split("[ \\t]+", -1)) {
      if (!setting.isEmpty() && !SETTING.matcher(setting).matches()) {
        throw new UnreadableCaptionsException(
            number, "时间后面的“" + setting + "”无法理解", "“" + setting + "” means nothing here");
      }
    }
    at++;
    List<String> payload = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      if (lines.get(at).contains(ARROW)) {
        throw new UnreadableCaptionsException(
            at + 1, "两条字幕之间须空一行", "A blank line must part two cues");
      }
      payload.add(lines.get(at));
      at++;
    }
    String text = String.join("\n", payload);
    if (plain(text).isBlank()) {
      throw new UnreadableCaptionsException(number, "这条字幕没有文字", "The cue has no text");
    }
    Matcher voice = VOICE.matcher(text);
    cues.add(
        new Cue(
            start,
            end,
            voice.find() ? Optional.of(unescaped(voice.group(1)).strip()) : Optional.empty(),
            plain(text)));
  }

  private static String plain(String payload) {
    return unescaped(TAG.matcher(payload).replaceAll("")).strip();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00A0")
        .replace("&lrm;", "\u200E")
        .replace("&rlm;", "\u200F")
        .replace("&amp;", "&");
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
