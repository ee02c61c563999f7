package cn.lantai.date;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one date, told apart but not yet understood. */
final class DateWords {

  private static final String NUMBER = "[" + ChineseNumber.DIGITS + "]{1,4}";
  private static final String NAME = "[" + StemBranch.STEMS + "][" + StemBranch.BRANCHES + "]";
  private static final String UNKNOWN = "[xX×□?]{1,2}";
  private static final String CALENDAR = "农历|旧历|阴历|夏历|公历|阳历|新历|国历|西历|公元";
  private static final String TELEGRAPH =
      "(?<branch>["
          + StemBranch.BRANCHES
          + "])?(?<rhyme>["
          + TelegraphDay.ALL
          + "])(?:日代?电|代?电|日)(?:事变|惨案)?";
  private static final Set<String> LUNAR = Set.of("农历", "旧历", "阴历", "夏历");
  private static final Set<String> CIVIL = Set.of("公历", "阳历", "新历", "国历");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<calendar>"
              + CALENDAR
              + ")?(?:(?:清朝?|大清)?(?<era>道光|咸丰|同治|光绪|宣统|(?:中华)?民国)(?:(?<count>"
              + NUMBER
              + "|元)年)?|(?<year>"
              + NUMBER
              + ")年)?(?:\\(?(?:岁次|岁在)?(?<name>"
              + NAME
              + ")(?:年|(?=.*月)|(?<=民国..)|(?<=年..)|\\)))?\\)?(?<calendar2>"
              + CALENDAR
              + ")?(?:(?<season>[春夏秋冬])[季天]?间?|(?<half>[上下])半年|年?(?<part>[初中底末间])|(?:(?<leap>闰)?(?<month>"
              + NUMBER
              + "|[正元冬腊]|"
              + UNKNOWN
              + ")月份?)?(?:(?<xun>[上中下])旬|(?<monthpart>[初中底末])|(?<dayname>"
              + NAME
              + ")日?|(?<day>初?"
              + NUMBER
              + "|[朔望晦]|"
              + UNKNOWN
              + ")(?<mark>日|号)?|"
              + TELEGRAPH
              + ")?)?");

  private final Matcher matcher;

  private DateWords(Matcher matcher) {
    this.matcher = matcher;
  }

  static Optional<DateWords> of(String text) {
    Matcher matcher = DATE.matcher(text);
    return text.isEmpty() || !matcher.matches()
        ? Optional.empty()
        : Optional.of(new DateWords(matcher));
  }

  Optional<String> get(String part) {
    return Optional.ofNullable(matcher.group(part));
  }

  boolean has(String part) {
    return matcher.group(part) != null;
  }

  boolean hasYear() {
    return has("era") || has("year") || has("name");
  }

  /** Everything in front of the month, for a later date that leaves it out. */
  String yearText() {
    int end = matcher.start(firstOf("season", "half", "part", "leap", "month", "xun", "day"));
    return end < 0 ? matcher.group() : matcher.group().substring(0, end);
  }

  private String firstOf(String... parts) {
    for (String part : parts) {
      if (has(part)) {
        return part;
      }
    }
    return parts[parts.length - 1];
  }

  boolean saysLunar() {
    return get("calendar").or(() -> get("calendar2")).filter(LUNAR::contains).isPresent()
        || get("calendar2").filter(LUNAR::contains).isPresent();
  }

  boolean saysCivil() {
    return get("calendar2").or(() -> get("calendar")).filter(CIVIL::contains).isPresent();
  }

  /** Whether only the lunar calendar has such a month or day. */
  boolean looksLunar() {
    return has("leap")
        || get("month").filter(month -> "正冬腊".contains(month)).isPresent()
        || get("day").filter(day -> day.startsWith("初") || "朔望晦".contains(day)).isPresent();
  }

  /** 七月廿三 without 日: both calendars write so. */
  boolean looksEither() {
    return !has("mark") && get("day").filter(day -> day.matches("[^0-9xX×□?]+")).isPresent();
  }
}
