package cn.lantai.server.site;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.site.view.Card;
import cn.lantai.server.site.view.HolderCard;
import cn.lantai.server.site.view.HomeView;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The first page. */
final class HomePage {

  private static final int PEOPLE = 12;

  /** Of the records near today, so many are asked for an image. */
  private static final int NEAR = 100;

  private final StageReader stage;
  private final StageIndex index;
  private final Wording words;
  private final Cards cards;
  private final SelectionPages selections;
  private final PersonPages persons;
  private final ArchivePages archives;

  HomePage(
      StageReader stage,
      StageIndex index,
      Wording words,
      Cards cards,
      SelectionPages selections,
      PersonPages persons,
      ArchivePages archives) {
    this.stage = stage;
    this.index = index;
    this.words = words;
    this.cards = cards;
    this.selections = selections;
    this.persons = persons;
    this.archives = archives;
  }

  HomeView view(LocalDate today) {
    List<Card> exhibitions = selections.cards(EntityType.EXHIBITION);
    Listing.Stretch people = persons.people(0, PEOPLE);
    List<Card> compilations = selections.cards(EntityType.COMPILATION);
    List<Card> studies = selections.cards(EntityType.STUDY);
    List<HolderCard> holders = archives.holders();
    return new HomeView(
        exhibitions.stream().findFirst(),
        exhibitions.stream().skip(1).toList(),
        nearest(today),
        List.of(),
        people.summaries().stream().map(cards::person).toList(),
        compilations,
        studies,
        holders,
        new HomeView.Totals(
            index.count(EntityType.EXHIBITION),
            people.total(),
            index.count(EntityType.COMPILATION),
            index.count(EntityType.STUDY),
            holders.stream().mapToLong(HolderCard::fondsCount).sum(),
            index.count(EntityType.RECORD),
            index.count(EntityType.IMAGE)));
  }

  /** The record with an image whose day of the year is nearest to today. */
  private Optional<HomeView.OnThisDay> nearest(LocalDate today) {
    List<EntityIri> near =
        index.nearDay(MonthDay.from(today), NEAR).stream().map(Summary::iri).toList();
    Set<EntityIri> shown = index.firstImages(near).keySet();
    return near.stream()
        .filter(shown::contains)
        .filter(record -> !stage.images(record).isEmpty())
        .findFirst()
        .flatMap(stage::record)
        .flatMap(record -> day(record).map(day -> onThisDay(record, day)));
  }

  private static Optional<LocalDate> day(ArchivalRecord record) {
    return record.date().flatMap(HistoricalDate::edtf).flatMap(EdtfDate::earliest);
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
