package cn.lantai.loan;

import cn.lantai.entity.LocalizedText;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of a manifest in the two languages of the pages: a language map in version 3, strings
 * with or without a language in version 2. Markup is taken away, for its texts stand among ours.
 */
final class ManifestText {

  private static final int LONGEST = 2000;
  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/li|/div)\\b[^<>]*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--.*?-->");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  private ManifestText() {}

  static Optional<LocalizedText> of(JsonPlace place) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (JsonPlace each : place.all()) {
      if (each.string().isPresent()) {
        add("", each.string().get(), texts);
      } else if (each.string("@value").isPresent()) {
        add(each.string("@language").orElse(""), each.string("@value").get(), texts);
      } else if (each.value() instanceof JsonObject map) {
        for (String language : map.keySet()) {
          each.all(language).stream()
              .flatMap(text -> text.string().stream())
              .forEach(text -> add(language, text, texts));
        }
      }
    }
    Optional<String> chinese = in(texts, language -> language.startsWith("zh"));
    Optional<String> english = in(texts, language -> language.startsWith("en"));
    Optional<String> none = in(texts, language -> language.isEmpty() || language.equals("none"));
    return chinese
        .or(() -> none)
        .or(() -> english)
        .or(() -> in(texts, language -> true))
        .flatMap(text -> LocalizedText.ofNullable(text, english.orElse(null)));
  }

  private static void add(String language, String text, Map<String, List<String>> texts) {
    texts.computeIfAbsent(language.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(text);
  }

  private static Optional<String> in(Map<String, List<String>> texts, Predicate<String> languages) {
    return texts.entrySet().stream()
        .filter(each -> languages.test(each.getKey()))
        .map(each -> each.getValue().stream().collect(Collectors.joining("\n")))
        .map(ManifestText::plain)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  static String plain(String text) {
    String lines = BREAK.matcher(cut(text, LONGEST * 4)).replaceAll("\n");
    String bare =
        TAG.matcher(lines)
            .replaceAll("")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
    String legible = UNPRINTABLE.matcher(bare.replace("\r", "")).replaceAll(" ");
    return cut(
        legible
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n")),
        LONGEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  /** In one line. */
  static LocalizedText line(LocalizedText text) {
    return LocalizedText.of(
        text.zh().replace('\n', ' '), text.en().map(en -> en.replace('\n', ' ')).orElse(null));
  }
}
