package cn.lantai.date;

import cn.lantai.date.DateMeaning.Alternative;
import cn.lantai.entity.LocalizedText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reckons what the words of one date mean. */
final class DateReckoner {

  /** More alternatives than this say nothing. */
  private static final int MAX_ALTERNATIVES = 12;

  private static final String SEASONS = "春夏秋冬";

  private final DateWords words;
  private final Days context;
  private final boolean contextGiven;
  private final List<LocalizedText> notes = new ArrayList<>();

  /** A year that the words can mean, and by which calendar its months are counted. */
  private record Year(int number, Optional<Era> era, boolean lunar) {}

  DateReckoner(DateWords words, Days context, boolean contextGiven) {
    this.words = words;
    this.context = context;
    this.contextGiven = contextGiven;
  }

  DateMeaning reckon() {
    List<Year> years = years();
    boolean chosen = !words.has("era") && !isFullYear();
    List<Alternative> found = new ArrayList<>();
    Optional<UnreadableDateException> refused = Optional.empty();
    for (Year year : years) {
      try {
        alternatives(year)
            .filter(each -> !chosen || each.days().within(context).isPresent())
            .filter(each -> !found.contains(each))
            .forEach(found::add);
      } catch (UnreadableDateException impossible) {
        refused = Optional.of(impossible);
      }
    }
    if (found.isEmpty()) {
      throw refused.orElseGet(this::nothingInContext);
    }
    if (found.size() > MAX_ALTERNATIVES) {
      throw tooMany();
    }
    if (found.size() > 1 || chosen) {
      notes.add(
          LocalizedText.of(
              "在%s至%s之间有%d种可能".formatted(context.first(), context.last(), found.size()),
              "between %s and %s there are %d possible dates"
                  .formatted(context.first(), context.last(), found.size())));
    }
    return new DateMeaning(found, notes, found.size() == 1 && (!chosen || contextGiven));
  }

  private boolean isFullYear() {
    return words.get("year").filter(year -> year.length() == 4).isPresent();
  }

  private List<Year> years() {
    Optional<Era> era =
        words.get("era").map(name -> Era.ofName(name.replace("中华", "")).orElseThrow());
    Optional<StemBranch> name = words.get("name").map(DateReckoner::stemBranch);
    List<Year> years;
    if (era.isPresent() && words.has("count")) {
      years = List.of(counted(era.get(), number(words.get("count").get())));
    } else if (isFullYear()) {
      years = List.of(new Year(number(words.get("year").get()), Optional.empty(), false));
    } else if (words.has("year")) {
      int count = number(words.get("year").get());
      years =
          Arrays.stream(Era.values())
              .filter(each -> count >= 1 && count <= each.lastNumber())
              .map(each -> counted(each, count))
              .toList();
    } else if (name.isPresent()) {
      Days span = era.map(Era::days).orElse(context);
      years = span(span).map(year -> new Year(year, era, true)).toList();
      return years.stream()
          .filter(year -> StemBranch.ofYear(year.number()).equals(name.get()))
          .toList();
    } else if (era.isPresent()) {
      throw vague();
    } else {
      return yearsOfContext();
    }
    name.ifPresent(given -> years.forEach(year -> requireName(year, given)));
    return years;
  }

  private static Stream<Integer> span(Days days) {
    return IntStream.rangeClosed(days.first().getYear() - 1, days.last().getYear()).boxed();
  }

  private List<Year> yearsOfContext() {
    if (!contextGiven) {
      throw UnreadableDateException.of("没有写年份", "The year is missing", "请补上年份", "Add the year");
    }
    boolean lunar = words.saysLunar() || words.looksLunar();
    return span(context).map(year -> new Year(year, Optional.empty(), lunar)).toList();
  }

  private Year counted(Era era, int count) {
    if (count < 1) {
      throw UnreadableDateException.of(
          era.zh() + "没有零年", "There is no year 0 of " + era.en(), "第一年写元年", "The first year is 元年");
    }
    if (count > era.lastNumber() && era == Era.REPUBLIC) {
      throw UnreadableDateException.of(
          "民国纪年止于三十八年（1949年）",
          "The count of the Republic ends with year 38 (1949)",
          "请查核年份；若是1949年后台湾的文书，请在日期栏直接填 EDTF，如 " + era.year(count),
          "Check the year; for a document from Taiwan after 1949 fill in the EDTF value, such as "
              + era.year(count));
    }
    if (count > era.lastNumber()) {
      throw UnreadableDateException.of(
          "%s只有%s年".formatted(era.zh(), ChineseNumber.words(era.lastNumber())),
          "%s has %d years only".formatted(era.en(), era.lastNumber()),
          "请查核年号和年数",
          "Check the reign and the number");
    }
    int year = era.year(count);
    notes.add(
        LocalizedText.of(
            era.isLunar()
                ? "%s%s年（%s）起自%s"
                    .formatted(
                        era.zh(),
                        ordinal(count),
                        StemBranch.ofYear(year),
                        LunarCalendar.days(year).first())
                : "民国%s年即公元%d年".formatted(ordinal(count), year),
            era.isLunar()
                ? "%s %d (%s) begins on %s"
                    .formatted(
                        era.en(), count, StemBranch.ofYear(year), LunarCalendar.days(year).first())
                : "Year %d of the Republic is %d".formatted(count, year)));
    return new Year(year, Optional.of(era), era.isLunar());
  }

  private static String ordinal(int count) {
    return count == 1 ? "元" : ChineseNumber.words(count);
  }

  private void requireName(Year year, StemBranch given) {
    StemBranch actual = StemBranch.ofYear(year.number());
    boolean before = !year.lunar() && StemBranch.ofYear(year.number() - 1).equals(given);
    if (!actual.equals(given) && !before) {
      throw UnreadableDateException.of(
          "该年是%s年，不是%s年".formatted(actual, given),
          "That year is %s, not %s".formatted(actual, given),
          "请查核年数与干支",
          "Check the number of the year against stem and branch");
    }
  }

  private Stream<Alternative> alternatives(Year year) {
    boolean lunar = words.saysLunar() || !words.saysCivil() && (year.lunar() || words.looksLunar());
    boolean either = !lunar && !words.saysCivil() && words.looksEither();
    Stream<Alternative> meant =
        lunar ? lunar(year) : new CivilReckoner(words, year.number()).reckon();
    return either && words.has("month") ? Stream.concat(meant, lunar(year)) : meant;
  }

  private Stream<Alternative> lunar(Year year) {
    if (!LunarCalendar.knows(year.number())) {
      throw UnreadableDateException.of(
          "农历只换算%d—%d年".formatted(LunarCalendar.FIRST_YEAR, LunarCalendar.LAST_YEAR),
          "Lunar dates are converted for %d–%d only"
              .formatted(LunarCalendar.FIRST_YEAR, LunarCalendar.LAST_YEAR),
          "请在日期栏直接填 EDTF",
          "Fill in the EDTF value");
    }
    Days whole =
        year.era().filter(Era::isLunar).map(Era::days).orElse(LunarCalendar.days(year.number()));
    return new LunarReckoner(words, year.number(), notes)
        .reckon()
        .map(
            days ->
                days.within(whole)
                    .orElseThrow(
                        () ->
                            UnreadableDateException.of(
                                "%s止于%s".formatted(year.era().orElseThrow().zh(), whole.last()),
                                "%s ends on %s"
                                    .formatted(year.era().orElseThrow().en(), whole.last()),
                                "请查核年号",
                                "Check the reign")))
        .map(Alternative::of);
  }

  static StemBranch stemBranch(String name) {
    return StemBranch.ofName(name)
        .orElseThrow(
            () ->
                UnreadableDateException.of(
                    "六十甲子中没有“" + name + "”",
                    "There is no “" + name + "” in the cycle of sixty",
                    "请查核干支",
                    "Check stem and branch"));
  }

  static int number(String text) {
    return ChineseNumber.parse(text)
        .orElseThrow(
            () ->
                UnreadableDateException.of(
                    "“" + text + "”不是数",
                    "“" + text + "” is not a number",
                    "请改正数字",
                    "Correct the number"));
  }

  static UnreadableDateException noSuchDay(String zh, String en) {
    return UnreadableDateException.of(zh, en, "请对照原件改正", "Correct it by the document");
  }

  static UnreadableDateException vague() {
    return UnreadableDateException.of(
        "没有确定的起止",
        "It has no definite beginning and end",
        "请写年份，或直接填 EDTF",
        "Write a year, or fill in EDTF");
  }

  private UnreadableDateException nothingInContext() {
    return UnreadableDateException.of(
        "%s至%s之间没有这样的日期".formatted(context.first(), context.last()),
        "There is no such date between %s and %s".formatted(context.first(), context.last()),
        "请查核，或补上年号",
        "Check it, or add the reign");
  }

  private static UnreadableDateException tooMany() {
    return UnreadableDateException.of(
        "可能的日期太多", "It could mean too many dates", "请补上年份和月份", "Add the year and the month");
  }

  /** The days of a tenth of a month (旬). */
  static Days xun(String name, LocalDate first, LocalDate last) {
    return switch (name) {
      case "上" -> new Days(first, first.plusDays(9));
      case "中" -> new Days(first.plusDays(10), first.plusDays(19));
      default -> new Days(first.plusDays(20), last);
    };
  }

  static int season(String name) {
    return SEASONS.indexOf(name);
  }

  static Stream<LocalDate> daysNamed(String name, Days days) {
    StemBranch wanted = stemBranch(name);
    return days.first()
        .datesUntil(days.last().plusDays(1))
        .filter(day -> StemBranch.ofDay(day).equals(wanted));
  }

  static Days month(YearMonth month) {
    return new Days(month.atDay(1), month.atEndOfMonth());
  }
}
