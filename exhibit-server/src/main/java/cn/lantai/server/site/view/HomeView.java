package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The first page.
 *
 * @param lead the exhibition at the top; not repeated in {@code exhibitions}
 * @param exhibitions at most five are shown
 * @param portraits persons with a portrait, at most two are shown large; not repeated in {@code
 *     people}
 * @param totals how much there is, zero totals are not shown
 */
public record HomeView(
    Optional<Card> lead,
    List<Card> exhibitions,
    Optional<OnThisDay> today,
    List<PersonCard> portraits,
    List<PersonCard> people,
    List<Card> compilations,
    List<Card> studies,
    List<HolderCard> holders,
    Totals totals)
    implements PageView {
  public HomeView {
    Objects.requireNonNull(lead);
    exhibitions = List.copyOf(exhibitions);
    Objects.requireNonNull(today);
    portraits = List.copyOf(portraits);
    people = List.copyOf(people);
    compilations = List.copyOf(compilations);
    studies = List.copyOf(studies);
    holders = List.copyOf(holders);
    Objects.requireNonNull(totals);
  }

  @Override
  public String template() {
    return "home";
  }

  /** Numbers of public things. */
  public record Totals(
      long exhibitions,
      long people,
      long compilations,
      long studies,
      long fonds,
      long records,
      long images) {}

  /**
   * A record dated near today, in any year.
   *
   * @param day as set in large letters, two parts at most: {@code 二月|廿三}
   * @param year as shown below it
   * @param excerpt lines of the transcript
   */
  public record OnThisDay(
      Text day, Text year, RecordCard record, Optional<Transcript> excerpt, Optional<Text> remark) {
    public OnThisDay {
      Objects.requireNonNull(day);
      Objects.requireNonNull(year);
      Objects.requireNonNull(record);
      Objects.requireNonNull(excerpt);
      Objects.requireNonNull(remark);
    }
  }
}
