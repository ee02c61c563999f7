package cn.lantai.date;

import cn.lantai.entity.LocalizedText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a wording can mean: one or more dates, each a point of EDTF or a run of days.
 *
 * @param from the EDTF of each alternative, or of its beginning
 * @param to the EDTF of each alternative's end; equal to {@code from} for a point
 */
record DateMeaning(List<Alternative> alternatives, List<LocalizedText> notes, boolean certain) {

  record Alternative(String from, String to) {

    static Alternative of(Days days) {
      return new Alternative(days.first().toString(), days.last().toString()).shortened(days);
    }

    /** A run that is exactly a month or a year is that month or year. */
    private Alternative shortened(Days days) {
      if (days.first().equals(days.last())) {
        return point(from);
      }
      if (days.equals(Days.ofYears(days.first().getYear(), days.first().getYear()))) {
        return point(from.substring(0, 4));
      }
      YearMonth month = YearMonth.from(days.first());
      boolean whole =
          days.first().equals(month.atDay(1)) && days.last().equals(month.atEndOfMonth());
      return whole ? point(month.toString()) : this;
    }

    static Alternative point(String edtf) {
      return new Alternative(edtf, edtf);
    }

    boolean isPoint() {
      return from.equals(to);
    }

    Days days() {
      return new Days(
          EdtfDate.parse(from).earliest().orElseThrow(), EdtfDate.parse(to).latest().orElseThrow());
    }

    private String edtf(String separator, String qualifier) {
      return isPoint() ? from + qualifier : from + qualifier + separator + to + qualifier;
    }
  }

  DateMeaning {
    alternatives = List.copyOf(alternatives);
    notes = List.copyOf(notes);
  }

  static DateMeaning of(Alternative alternative, List<LocalizedText> notes) {
    return new DateMeaning(List.of(alternative), notes, true);
  }

  String edtf(String qualifier) {
    return alternatives.size() == 1
        ? alternatives.get(0).edtf("/", qualifier)
        : alternatives.stream()
            .map(alternative -> alternative.edtf("..", qualifier))
            .collect(Collectors.joining(",", "[", "]"));
  }

  /** Everything from the first alternative's first day to the last one's last day. */
  Days days() {
    LocalDate first =
        alternatives.stream()
            .map(each -> each.days().first())
            .min(LocalDate::compareTo)
            .orElseThrow();
    LocalDate last =
        alternatives.stream()
            .map(each -> each.days().last())
            .max(LocalDate::compareTo)
            .orElseThrow();
    return new Days(first, last);
  }
}
