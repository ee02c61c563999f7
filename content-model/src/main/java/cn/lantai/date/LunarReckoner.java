package cn.lantai.date;

import cn.lantai.date.LunarCalendar.Month;
import cn.lantai.entity.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reckons a month and day of a lunar year as Gregorian days. */
final class LunarReckoner {

  private static final String NAMED_MONTHS = "正元冬腊";
  private static final int[] NAMED_NUMBERS = {1, 1, 11, 12};
  private static final int FULL_MOON = 15;

  private final DateWords words;
  private final int year;
  private final List<LocalizedText> notes;

  LunarReckoner(DateWords words, int year, List<LocalizedText> notes) {
    this.words = words;
    this.year = year;
    this.notes = notes;
  }

  Stream<Days> reckon() {
    if (words.has("half")) {
      throw DateReckoner.vague();
    }
    if (words.has("season")) {
      return Stream.of(season(DateReckoner.season(words.get("season").get())));
    }
    Optional<Integer> number = number();
    if (number.isPresent()) {
      return within(month(number.get()));
    }
    if (words.has("dayname")) {
      return DateReckoner.daysNamed(words.get("dayname").get(), LunarCalendar.days(year))
          .map(day -> new Days(day, day));
    }
    if (words.has("rhyme") || words.has("day") || words.has("xun") || words.has("monthpart")) {
      throw DateReckoner.noSuchDay("没有写月份", "The month is missing");
    }
    Days days = LunarCalendar.days(year);
    note("%s年".formatted(StemBranch.ofYear(year)), "lunar year " + StemBranch.ofYear(year), days);
    return Stream.of(days);
  }

  private Optional<Integer> number() {
    return words
        .get("month")
        .map(
            name ->
                NAMED_MONTHS.contains(name)
                    ? NAMED_NUMBERS[NAMED_MONTHS.indexOf(name)]
                    : DateReckoner.number(name))
        .or(() -> words.get("branch").map(TelegraphDay::month));
  }

  /** Spring is the first three months of the year, a leap month among them included. */
  private Days season(int index) {
    List<Month> months =
        LunarCalendar.months(year).stream()
            .filter(month -> (month.number() - 1) / 3 == index)
            .toList();
    Days days = new Days(months.get(0).days().first(), months.get(months.size() - 1).days().last());
    note("农历%d至%d月".formatted(3 * index + 1, 3 * index + 3), "three lunar months", days);
    return days;
  }

  private Month month(int number) {
    boolean leap = words.has("leap");
    return LunarCalendar.month(year, number, leap)
        .orElseThrow(
            () ->
                number < 1 || number > 12
                    ? DateReckoner.noSuchDay("没有" + number + "月", "There is no month " + number)
                    : noLeapMonth(number));
  }

  private UnreadableDateException noLeapMonth(int number) {
    Optional<Month> actual = LunarCalendar.leapMonth(year);
    StemBranch name = StemBranch.ofYear(year);
    return DateReckoner.noSuchDay(
        "%s年（%d）没有闰%s月，%s"
            .formatted(
                name,
                year,
                ChineseNumber.words(number),
                actual
                    .map(month -> "闰的是" + ChineseNumber.words(month.number()) + "月")
                    .orElse("该年无闰月")),
        "The lunar year %s (%d) has no leap month %d; %s"
            .formatted(
                name,
                year,
                number,
                actual
                    .map(month -> "its leap month follows month " + month.number())
                    .orElse("it has no leap month")));
  }

  private Stream<Days> within(Month month) {
    Days days = month.days();
    String name = (month.leap() ? "闰" : "") + ChineseNumber.words(month.number()) + "月";
    if (words.has("dayname")) {
      return DateReckoner.daysNamed(words.get("dayname").get(), days)
          .map(day -> new Days(day, day));
    }
    if (words.has("xun")) {
      return Stream.of(DateReckoner.xun(words.get("xun").get(), days.first(), days.last()));
    }
    Optional<Integer> day =
        words
            .get("day")
            .map(text -> day(text, month))
            .or(() -> words.get("rhyme").map(rhyme -> TelegraphDay.day(rhyme).orElseThrow()));
    if (day.isEmpty()) {
      note(
          "农历" + name,
          "lunar month %s%d".formatted(month.leap() ? "leap " : "", month.number()),
          days);
      return Stream.of(days);
    }
    if (day.get() < 1 || day.get() > month.length()) {
      throw DateReckoner.noSuchDay(
          "农历%d年%s只有%d日".formatted(year, name, month.length()),
          "That lunar month has %d days only".formatted(month.length()));
    }
    LocalDate found = days.first().plusDays(day.get() - 1L);
    notes.add(
        LocalizedText.of(
            "农历%s第%d日即公历%s".formatted(name, day.get(), found),
            "day %d of lunar month %s%d is %s"
                .formatted(day.get(), month.leap() ? "leap " : "", month.number(), found)));
    return Stream.of(new Days(found, found));
  }

  private static int day(String text, Month month) {
    return switch (text) {
      case "朔" -> 1;
      case "望" -> FULL_MOON;
      case "晦" -> month.length();
      default -> DateReckoner.number(text.replaceFirst("^初", ""));
    };
  }

  private void note(String zh, String en, Days days) {
    notes.add(
        LocalizedText.of(
            "%s自%s至%s".formatted(zh, days.first(), days.last()),
            "%s runs from %s to %s".formatted(en, days.first(), days.last())));
  }
}
