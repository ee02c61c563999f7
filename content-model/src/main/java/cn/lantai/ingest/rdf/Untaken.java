package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;

/** What is said of statements that are not taken in. */
final class Untaken {

  private Untaken() {}

  /**
   * @param type what the file says that it is; empty if it does not
   */
  static Problem stranger(Place place, Statement statement, String type) {
    return Problem.warning(
        place,
        type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf('/')) + 1),
        statement.subject(),
        type.isEmpty()
            ? LocalizedText.of("没有说它是什么，未收", "It is not said what this is; not taken in")
            : LocalizedText.of("不收这一类（" + type + "）", "Nothing of this class is held: " + type),
        LocalizedText.of(
            "收档案、档案集合、人物、机构、家族、地点、事件（RiC-O）与概念、概念体系（SKOS）；" + "属于其中一条的，IRI 写成那一条的 IRI 加 #片段",
            "Records, record sets, persons, corporate bodies, families, places and events (RiC-O),"
                + " concepts and schemes (SKOS) are; a part of one is named by its IRI and a"
                + " #fragment"));
  }

  static LocalizedText moreStrangers(long count) {
    return LocalizedText.of(
        "还有 " + count + " 个主语未收，未一一列出", count + " more subjects were not taken in");
  }

  static Problem blank(Place place, Statement statement) {
    return Problem.warning(
        place,
        statement.text().replaceAll(".*[#/]", ""),
        statement.subject(),
        LocalizedText.of(
            "有空白节点，看不出属于哪一条，这一句未收",
            "A blank node of which it cannot be told to what it belongs; the statement was not"
                + " taken in"),
        LocalizedText.of(
            "给它一个 IRI，如所属条目的 IRI 加 #片段", "Give it an IRI: that of its entity with a #fragment"));
  }

  static LocalizedText moreBlanks(long count) {
    return LocalizedText.of(
        "还有 " + count + " 句因空白节点未收，未一一列出",
        count + " more statements with blank nodes were not taken in");
  }
}
