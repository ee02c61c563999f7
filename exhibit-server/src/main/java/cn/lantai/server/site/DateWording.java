package cn.lantai.server.site;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/** Dates for readers: as the document writes them where it does, else spelt out from EDTF. */
public final class DateWording {

  private final boolean chinese;

  public DateWording(boolean chinese) {
    this.chinese = chinese;
  }

  public String of(HistoricalDate date) {
    return chinese && date.expressed().isPresent()
        ? date.expressed().get()
        : date.edtf().map(this::of).or(date::expressed).orElseThrow();
  }

  String of(EdtfDate date) {
    return interval(date.value());
  }

  /** The years alone, as in 1896—1981 or 1880. */
  String years(EdtfDate date) {
    String first = date.earliest().map(day -> Integer.toString(day.getYear())).orElse("");
    String last = date.latest().map(day -> Integer.toString(day.getYear())).orElse("");
    return first.equals(last) ? first : first + dash() + last;
  }

  private String interval(String value) {
    if (value.startsWith("[") || value.startsWith("{")) {
      return set(value.substring(1, value.length() - 1), value.startsWith("["));
    }
    int slash = value.indexOf('/');
    return slash < 0
        ? point(value)
        : between(value.substring(0, slash), value.substring(slash + 1));
  }

  /**
   * @param one whether one of the members is meant, not all of them
   */
  private String set(String members, boolean one) {
    String joint = one ? (chinese ? "或" : " or ") : (chinese ? "、" : ", ");
    return String.join(
        joint, Arrays.stream(members.split(",")).map(part -> member(part.strip(), one)).toList());
  }

  private String member(String member, boolean one) {
    int dots = member.indexOf("..");
    if (dots < 0) {
      return point(member);
    }
    String from = member.substring(0, dots);
    String to = member.substring(dots + 2);
    if (one && !from.isEmpty() && !to.isEmpty()) {
      return chinese
          ? point(from) + "至" + point(to) + "之间"
          : "between " + point(from) + " and " + point(to);
    }
    return between(from, to);
  }

  private String between(String from, String to) {
    boolean openFrom = from.isEmpty() || from.equals("..");
    boolean openTo = to.isEmpty() || to.equals("..");
    if (openTo) {
      return chinese ? point(from) + "起" : "from " + point(from);
    }
    if (openFrom) {
      return chinese ? "至" + point(to) : "until " + point(to);
    }
    return point(from) + dash() + point(to);
  }

  private String point(String text) {
    char last = text.charAt(text.length() - 1);
    String mark = "";
    String bare = text;
    if ("?~%".indexOf(last) >= 0) {
      bare = text.substring(0, text.length() - 1);
      mark = chinese ? last == '?' ? "（存疑）" : "前后" : "";
    }
    String prefix = !chinese && last == '~' ? "c. " : "";
    String suffix = !chinese && (last == '?' || last == '%') ? "?" : "";
    return prefix + bare(bare) + mark + suffix;
  }

  private String bare(String text) {
    String[] parts = text.replaceFirst("T.*", "").split("-");
    if (parts.length == 0 || !parts[0].matches("[0-9X]{4}") || parts[0].equals("XXXX")) {
      return text;
    }
    if (parts[0].matches("\\d{3}X") && parts.length == 1) {
      return chinese ? parts[0].substring(0, 3) + "0年代" : parts[0].substring(0, 3) + "0s";
    }
    String year = chinese ? parts[0] + "年" : parts[0];
    if (parts.length == 1 || parts[1].equals("XX")) {
      return year;
    }
    if (parts[1].contains("X")) {
      return text;
    }
    int month = Integer.parseInt(parts[1]);
    if (month > 12) {
      return season(year, month);
    }
    String day = parts.length == 3 && !parts[2].contains("X") ? parts[2] : "";
    if (chinese) {
      return year + month + "月" + (day.isEmpty() ? "" : Integer.parseInt(day) + "日");
    }
    String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return (day.isEmpty() ? "" : Integer.parseInt(day) + " ") + name + " " + parts[0];
  }

  private String season(String year, int code) {
    return chinese
        ? year + "春夏秋冬".charAt(code - 21) + "季"
        : new String[] {"spring", "summer", "autumn", "winter"}[code - 21] + " " + year;
  }

  private String dash() {
    return chinese ? "—" : "–";
  }
}
