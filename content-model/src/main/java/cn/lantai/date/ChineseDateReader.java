package cn.lantai.date;

import cn.lantai.date.DateMeaning.Alternative;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.SimplifiedForms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a date as a document writes it: years of the Republic, of the reigns from 道光 on, by stem
 * and branch or in numbers; Gregorian and lunar months; telegrams' 韵目代日; decades, seasons, spans
 * and 约/前后. Nothing is guessed: what can mean several days becomes a set of them, and what names no
 * day, or one that never was, is refused. Safe for use by many threads.
 *
 * <p>A lunar month or year becomes its Gregorian days, so that its bounds are exact.
 */
public final class ChineseDateReader {

  /** Where words without a full year are looked for if nobody says more. */
  public static final Days MODERN_HISTORY = Days.ofYears(1840, 1999);

  private static final int MAX_LENGTH = 200;

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern TWENTY = Pattern.compile("廿(?=年代|世纪)");
  private static final Pattern THIRTY = Pattern.compile("卅(?=年代|世纪)");
  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{4})[./-](\\d{1,2})(?:[./-](\\d{1,2}))?[.。]?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SPAN =
      Pattern.compile("(.+?)(?:[—–―─~]+|至|到|(?<=\\d{4})-(?=\\d{4}))(.+)");
  private static final Pattern EITHER = Pattern.compile("(.+?)(?:或者?|抑或)(.+)");
  private static final Pattern SUPPLIED = Pattern.compile("[\\[【〔](.+)[\\]】〕]");
  private static final Pattern REMARK = Pattern.compile("(.+?)\\(([^()]+)\\)");
  private static final Pattern DOUBT =
      Pattern.compile("(.+?)(?:\\?|\\(\\?\\)|疑|存疑|\\(推定\\)|推定)|推定:?(.+)");
  private static final Pattern ABOUT = Pattern.compile("(?:大约|约在|约于|约|大概|大致)(.+)|(.+?)(?:左右|前后|许)");
  private static final Pattern UNTIL = Pattern.compile("(?:不晚于|不迟于|至迟)(.+)|(.+?)(?:以前|之前|前)");
  private static final Pattern SINCE = Pattern.compile("(?:不早于|至早)(.+)|(.+?)(?:以后|之后|以来|后|起)");
  private static final Pattern DECADE =
      Pattern.compile(
          "(?:(?:公元)?(?<century>[0-9一二十]{1,3})世纪)?(?<decade>[0-9〇一二三四五六七八九十]{1,4})年代(?<part>[初中末早晚前后叶期]*)");
  private static final Pattern CENTURY = Pattern.compile("(?:公元)?([0-9一二十]{1,3})世纪");
  private static final Pattern UNIT = Pattern.compile("[^年月日]*?[0-9〇一二三四五六七八九十廿卅元]+(年代?|月|日)?.*");

  private final Days context;
  private final boolean contextGiven;

  private ChineseDateReader(Days context, boolean contextGiven) {
    this.context = context;
    this.contextGiven = contextGiven;
  }

  public ChineseDateReader() {
    this(MODERN_HISTORY, false);
  }

  /** A reader that knows between which days the date must lie, such as the dates of the file. */
  public static ChineseDateReader within(Days context) {
    return new ChineseDateReader(context, true);
  }

  public DateReading read(String wording) {
    try {
      String text = normal(wording);
      Optional<EdtfDate> edtf = edtf(wording.strip());
      if (edtf.isPresent()) {
        return new DateReading.Read(
            edtf.get(), LocalizedText.of("已是 EDTF", "It is EDTF already"), true);
      }
      return qualified(text, "");
    } catch (UnreadableDateException refused) {
      return refused.refusal();
    }
  }

  private static Optional<EdtfDate> edtf(String text) {
    try {
      return Optional.of(EdtfDate.parse(text));
    } catch (IllegalArgumentException words) {
      return Optional.empty();
    }
  }

  /** One way of writing for each character: half width, simplified, 〇 for zero, no spaces. */
  private static String normal(String wording) {
    if (wording.length() > MAX_LENGTH) {
      throw unreadable();
    }
    String half = Normalizer.normalize(wording, Normalizer.Form.NFKC);
    String plain =
        SimplifiedForms.of(SPACES.matcher(half).replaceAll(""))
            .replace('零', '〇')
            .replace('○', '〇')
            .replace('◯', '〇')
            .replace('、', ',')
            .replace("二十", "廿")
            .replace("三十", "卅");
    return THIRTY.matcher(TWENTY.matcher(plain).replaceAll("二十")).replaceAll("三十");
  }

  private DateReading qualified(String text, String qualifier) {
    Matcher supplied = SUPPLIED.matcher(text);
    if (supplied.matches()) {
      return qualified(supplied.group(1), qualifier);
    }
    Matcher doubt = DOUBT.matcher(text);
    if (doubt.matches()) {
      return qualified(either(doubt), qualifier.isEmpty() || qualifier.equals("?") ? "?" : "%");
    }
    Matcher about = ABOUT.matcher(text);
    if (about.matches()) {
      return qualified(either(about), qualifier.isEmpty() || qualifier.equals("~") ? "~" : "%");
    }
    Matcher remark = REMARK.matcher(text);
    if (remark.matches() && DateWords.of(text).isEmpty()) {
      return remarked(remark.group(1), remark.group(2), qualifier);
    }
    return bounded(text, qualifier);
  }

  /** The group of an alternative that matched. */
  private static String either(Matcher matcher) {
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  /** A remark that is a date itself must agree with the words, and says which of them is meant. */
  private DateReading remarked(String text, String remark, String qualifier) {
    Optional<DateMeaning> said = edtfOrWords(remark);
    if (said.isEmpty()) {
      DateReading rest = qualified(text, qualifier);
      return rest instanceof DateReading.Read read
          ? new DateReading.Read(
              read.edtf(),
              LocalizedText.of(
                  read.explanation() + "；括注“" + remark + "”未计入",
                  read.explanation().en().orElseThrow() + "; the remark was not read"),
              false)
          : rest;
    }
    DateReading rest = within(said.get().days()).qualified(text, qualifier);
    if (rest instanceof DateReading.Read read
        && !read.edtf().overlaps(EdtfDate.parse(said.get().edtf("")))) {
      throw UnreadableDateException.of(
          "正文与括注不合：" + read.edtf() + "，" + said.get().edtf(""),
          "The words and the remark differ: " + read.edtf() + ", " + said.get().edtf(""),
          "请改正其一",
          "Correct one of them");
    }
    return rest;
  }

  private Optional<DateMeaning> edtfOrWords(String text) {
    try {
      return Optional.of(meaning(text));
    } catch (UnreadableDateException words) {
      return Optional.empty();
    }
  }

  private DateReading bounded(String text, String qualifier) {
    Matcher until = UNTIL.matcher(text);
    if (until.matches()) {
      return open("[..", meaning(either(until)), "]");
    }
    Matcher since = SINCE.matcher(text);
    if (since.matches()) {
      return open("[", meaning(either(since)), "..]");
    }
    DateMeaning meaning = meaning(text);
    return reading(meaning.edtf(qualifier), meaning);
  }

  private static DateReading open(String before, DateMeaning meaning, String after) {
    Alternative only = meaning.alternatives().get(0);
    if (meaning.alternatives().size() > 1) {
      throw DateReckoner.vague();
    }
    return reading(before + (after.startsWith("..") ? only.from() : only.to()) + after, meaning);
  }

  private static DateReading reading(String edtf, DateMeaning meaning) {
    EdtfDate date;
    try {
      date = EdtfDate.parse(edtf);
    } catch (IllegalArgumentException backwards) {
      throw UnreadableDateException.of(
          "结束早于开始：" + edtf,
          "The end is before the beginning: " + edtf,
          "请对照原件改正",
          "Correct it by the document");
    }
    List<LocalizedText> notes = new ArrayList<>(meaning.notes());
    notes.add(LocalizedText.of("记作 " + edtf, "written as " + edtf));
    return new DateReading.Read(
        date,
        LocalizedText.of(
            notes.stream().map(LocalizedText::zh).distinct().collect(Collectors.joining("；")),
            notes.stream()
                .map(note -> note.en().orElseThrow())
                .distinct()
                .collect(Collectors.joining("; "))),
        meaning.certain());
  }

  private DateMeaning meaning(String text) {
    Matcher either = EITHER.matcher(text);
    if (either.matches()) {
      DateMeaning first = meaning(either.group(1));
      DateMeaning second = meaning(completed(either.group(1), either.group(2)));
      List<Alternative> all = new ArrayList<>(first.alternatives());
      all.addAll(second.alternatives());
      return new DateMeaning(all, joined(first, second), first.certain() && second.certain());
    }
    Matcher span = SPAN.matcher(text);
    return span.matches() ? span(span.group(1), span.group(2)) : single(text);
  }

  private DateMeaning span(String from, String to) {
    DateMeaning first = single(withUnit(from, to));
    DateMeaning last = single(completed(from, to));
    if (first.alternatives().size() > 1 || last.alternatives().size() > 1) {
      throw DateReckoner.vague();
    }
    return new DateMeaning(
        List.of(
            new Alternative(first.alternatives().get(0).from(), last.alternatives().get(0).to())),
        joined(first, last),
        first.certain() && last.certain());
  }

  private static List<LocalizedText> joined(DateMeaning first, DateMeaning second) {
    List<LocalizedText> notes = new ArrayList<>(first.notes());
    notes.addAll(second.notes());
    return notes;
  }

  /** 1927 in 1927—1930年 lacks the 年 that the end has. */
  private static String withUnit(String from, String to) {
    Matcher unit = UNIT.matcher(to);
    boolean lacks = from.matches(".*[0-9〇一二三四五六七八九十廿卅元]") && !NUMERIC.matcher(from).matches();
    return lacks && unit.matches() && unit.group(1) != null ? from + unit.group(1) : from;
  }

  /** The end of a span with what it leaves out taken from the beginning: 五月至七月, 21日至23日. */
  private static String completed(String from, String to) {
    Optional<DateWords> first = DateWords.of(withUnit(from, to));
    Optional<DateWords> last = DateWords.of(to);
    if (first.isEmpty() || last.isEmpty()) {
      return to;
    }
    boolean countOnly = last.get().get("year").filter(year -> year.length() < 4).isPresent();
    if (countOnly && first.get().has("era")) {
      return first.get().get("era").get() + to;
    }
    if (last.get().hasYear()) {
      return to;
    }
    String month =
        last.get().has("month")
            ? ""
            : first
                .get()
                .get("month")
                .map(name -> (first.get().has("leap") ? "闰" : "") + name + "月")
                .orElse("");
    return first.get().yearText() + month + to;
  }

  private DateMeaning single(String text) {
    Matcher decade = DECADE.matcher(text);
    if (decade.matches()) {
      return decade(decade);
    }
    Matcher century = CENTURY.matcher(text);
    if (century.matches()) {
      int number = DateReckoner.number(century.group(1));
      return DateMeaning.of(
          new Alternative("%04d".formatted(100 * number - 99), "%04d".formatted(100 * number)),
          List.of());
    }
    return new DateReckoner(
            DateWords.of(inWords(text)).orElseThrow(ChineseDateReader::unreadable),
            context,
            contextGiven)
        .reckon();
  }

  private static String inWords(String text) {
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.matches()) {
      return words(numeric.group(1), numeric.group(2), numeric.group(3));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return words(compact.group(1), compact.group(2), compact.group(3));
    }
    return text.matches("\\d{4}") ? text + "年" : text;
  }

  /** Month and day 00 mean that they are not known, as DA/T 18 has it for dates in eight digits. */
  private static String words(String year, String month, String day) {
    String known = month.equals("00") ? "" : month + "月";
    return year + "年" + known + (day == null || day.equals("00") ? "" : day + "日");
  }

  private DateMeaning decade(Matcher decade) {
    int number = DateReckoner.number(decade.group("decade"));
    if (number % 10 != 0) {
      throw unreadable();
    }
    List<LocalizedText> notes =
        decade.group("part").isEmpty()
            ? List.of()
            : List.of(
                LocalizedText.of(
                    "“%s”没有确定的界限，记到年代".formatted(decade.group("part")),
                    "the part of the decade has no definite bounds"));
    List<Alternative> decades = new ArrayList<>();
    if (number >= 1000) {
      decades.add(Alternative.point(number / 10 + "X"));
    } else if (decade.group("century") != null && number < 100) {
      int start = 100 * (DateReckoner.number(decade.group("century")) - 1) + number;
      decades.add(Alternative.point("%03dX".formatted(start / 10)));
    } else if (number < 100) {
      for (int century = 1000; century <= 2000; century += 100) {
        Days years = Days.ofYears(century + number, century + number + 9);
        if (years.within(context).isPresent()) {
          decades.add(Alternative.point((century + number) / 10 + "X"));
        }
      }
    }
    if (decades.isEmpty()) {
      throw unreadable();
    }
    boolean written = number >= 1000 || decade.group("century") != null;
    return new DateMeaning(decades, notes, written || contextGiven && decades.size() == 1);
  }

  private static UnreadableDateException unreadable() {
    return UnreadableDateException.of(
        "读不出日期",
        "No date can be read from it",
        "写成民国十年七月、光绪廿四年八月初六、1921年7月23日之类，或直接填 EDTF",
        "Write it as 民国十年七月, 光绪廿四年八月初六 or 1921年7月23日, or fill in EDTF");
  }
}
