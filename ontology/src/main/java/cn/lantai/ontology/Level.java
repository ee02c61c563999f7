package cn.lantai.ontology;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Resource;

/**
 * The levels of description (著录层级) of DA/T 18-2022, downwards. Series may lie within series, so a
 * tree has more levels than there are here.
 */
public enum Level {
  FONDS("全宗", "fonds", Rico.Fonds, "全宗级"),
  SERIES("类别", "series", Rico.Series, "类别级", "子全宗", "系列", "类", "subfonds", "subseries"),
  FILE("案卷", "file", Rico.File, "案卷级", "卷"),
  ITEM("件", "item", Rico.Record, "文件级", "文件", "件级", "record");

  private final String zh;
  private final String en;
  private final Resource type;
  private final List<String> aliases;

  Level(String zh, String en, Resource type, String... aliases) {
    this.zh = zh;
    this.en = en;
    this.type = type;
    this.aliases = List.of(aliases);
  }

  /** The record set type; of an item its class. */
  public Resource type() {
    return type;
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }

  /** Reads what tables call a level, in either language. */
  public static Optional<Level> ofLabel(String text) {
    return Arrays.stream(values())
        .filter(
            level ->
                level.zh.equals(text)
                    || level.en.equalsIgnoreCase(text)
                    || level.aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text)))
        .findFirst();
  }

  public static Optional<Level> ofType(String uri) {
    return Arrays.stream(values()).filter(level -> level.type.getURI().equals(uri)).findFirst();
  }
}
