package cn.lantai.server.render;

import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.NameIndex;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.TranscriptBlock;
import java.util.ArrayList;
import java.util.List;

/** An index with many persons, a few places and one event. */
final class NameIndexFixture {

  private static final List<String> SURNAMES = List.of("A 安", "C 陈", "M 茅", "W 王", "# 1");

  private final Language language;

  NameIndexFixture(Language language) {
    this.language = language;
  }

  NameIndex index(TranscriptBlock first, TranscriptBlock second) {
    NameIndex.Place section = NameIndex.Place.in(2, t("卷二　回望", "Part two: looking back"));
    List<NameIndex.Place> both = List.of(NameIndex.Place.of(first), NameIndex.Place.of(second));
    List<NameIndex.Letter> persons = new ArrayList<>();
    for (String surname : SURNAMES) {
      List<NameIndex.Entry> entries = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        entries.add(entry("person", t(surname.substring(2) + "某" + i, surname + " " + i), both));
      }
      persons.add(new NameIndex.Letter(surname.substring(0, 1), entries));
    }
    return new NameIndex(
        List.of(
            new NameIndex.Group(Kind.PERSON, persons),
            new NameIndex.Group(
                Kind.PLACE,
                List.of(
                    new NameIndex.Letter(
                        "C", List.of(entry("place", t("赤水河", "Chishui River"), both))),
                    new NameIndex.Letter(
                        "T",
                        List.of(entry("place", t("太平渡", "Taiping Ferry"), List.of(section)))))),
            new NameIndex.Group(
                Kind.EVENT,
                List.of(
                    new NameIndex.Letter(
                        "S",
                        List.of(entry("event", t("四渡赤水", "Four crossings"), List.of(section))))))));
  }

  private static NameIndex.Entry entry(String type, Text name, List<NameIndex.Place> places) {
    return new NameIndex.Entry(
        Link.to(name, "/things/" + type + "/x" + Math.abs(name.value().hashCode())), places);
  }

  private Text t(String zh, String en) {
    return language == Language.ZH ? Text.zh(zh) : Text.en(en);
  }
}
