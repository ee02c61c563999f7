package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Rico;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.HolderCard;
import cn.lantai.server.site.view.HomeView;
import cn.lantai.server.site.view.PersonCard;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first page. */
final class HomePage {

  private static final int PEOPLE = 12;

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private final SelectionPages selections;
  private final PersonPages persons;
  private final ArchivePages archives;

  HomePage(
      StageReader stage,
      Wording words,
      Cards cards,
      SelectionPages selections,
      PersonPages persons,
      ArchivePages archives) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
    this.selections = selections;
    this.persons = persons;
    this.archives = archives;
  }

  HomeView view(LocalDate today) {
    List<Card> exhibitions = selections.cards(EntityType.EXHIBITION);
    List<PersonCard> people = persons.people();
    List<Card> compilations = selections.cards(EntityType.COMPILATION);
    List<Card> studies = selections.cards(EntityType.STUDY);
    List<HolderCard> holders = archives.holders();
    return new HomeView(
        exhibitions.stream().findFirst(),
        exhibitions.stream().skip(1).toList(),
        nearest(today),
        List.of(),
        people.stream().limit(PEOPLE).toList(),
        compilations,
        studies,
        holders,
        new HomeView.Totals(
            exhibitions.size(),
            people.size(),
            compilations.size(),
            studies.size(),
            holders.stream().mapToLong(HolderCard::fondsCount).sum(),
            stage.all(Rico.Record, EntityType.RECORD).size(),
            stage.all(Rico.Instantiation, EntityType.IMAGE).size()));
  }

  /** The record whose day of the year is nearest to today, with an image before one without. */
  private Optional<HomeView.OnThisDay> nearest(LocalDate today) {
    return stage.all(Rico.Record, EntityType.RECORD).stream()
        .flatMap(iri -> stage.record(iri).stream())
        .filter(record -> day(record).isPresent())
        .filter(record -> !stage.images(record.iri()).isEmpty())
        .min(
            Comparator.<ArchivalRecord>comparingInt(
                    record -> distance(day(record).orElseThrow(), today))
                .thenComparing(ArchivalRecord::code))
        .map(record -> onThisDay(record, day(record).orElseThrow()));
  }

  /** The exact day of a record, if its date is one. */
  private static Optional<LocalDate> day(ArchivalRecord record) {
    return record
        .date()
        .flatMap(HistoricalDate::edtf)
        .filter(edtf -> edtf.value().length() == 10)
        .filter(edtf -> edtf.earliest().equals(edtf.latest()))
        .flatMap(EdtfDate::earliest);
  }

  private static int distance(LocalDate day, LocalDate today) {
    int apart =
        Math.abs(
            MonthDay.from(day).atYear(2024).getDayOfYear()
                - MonthDay.from(today).atYear(2024).getDayOfYear());
    return Math.min(apart, 366 - apart);
  }

  private HomeView.OnThisDay onThisDay(ArchivalRecord record, LocalDate day) {
    PageImage first = stage.images(record.iri()).get(0);
    Text when =
        words.isChinese()
            ? Text.title("zh-Hans", numeral(day.getMonthValue()) + "月|" + dayName(day))
            : Text.title(
                "en",
                day.getDayOfMonth()
                    + "| "
                    + Month.from(day).getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    return new HomeView.OnThisDay(
        when,
        words.own(day.getYear() + "年", Integer.toString(day.getYear())),
        cards.record(record),
        first.transcript().map(Blocks::transcript),
        words.paragraphs(record.elements().text("scope")).stream().findFirst());
  }

  private static String dayName(LocalDate day) {
    return numeral(day.getDayOfMonth()) + "日";
  }

  /** 1 to 31 in Chinese, with 廿 and 卅 as calendars have them. */
  private static String numeral(int number) {
    String[] tens = {"", "十", "廿", "卅"};
    String ones = number % 10 == 0 ? "" : "一二三四五六七八九".substring(number % 10 - 1, number % 10);
    return number == 20 ? "二十" : number == 30 ? "三十" : tens[number / 10] + ones;
  }
}
