package cn.lantai.ingest.mapping;

import java.util.Arrays;
import java.util.Optional;

/** What a value of another's column becomes in ours. */
public enum Writing {
  TEXT("文字"),
  /** As our own tables write it. */
  CELL("照录"),
  /** A key within the namespace of the mapping. */
  KEY("键"),
  /** A reference code: what may not stand in one becomes a dot. */
  CODE("档号"),
  /** A date in EDTF; what is none is left out. */
  EDTF("日期"),
  PERSON("人物", "persons.csv", "姓名"),
  ORGANISATION("机构", "organisations.csv", "名称"),
  FAMILY("家族", "families.csv", "名称"),
  PLACE("地点", "places.csv", "名称"),
  THEME("主题", "themes.csv", "名称");

  private final String label;
  private final String table;
  private final String nameColumn;

  Writing(String label) {
    this(label, "", "");
  }

  /** A name of something that gets an entry of its own, in {@code table}. */
  Writing(String label, String table, String nameColumn) {
    this.label = label;
    this.table = table;
    this.nameColumn = nameColumn;
  }

  /** As it stands in the file of a mapping. */
  public String label() {
    return label;
  }

  boolean isAuthority() {
    return !table.isEmpty();
  }

  String table() {
    return table;
  }

  String nameColumn() {
    return nameColumn;
  }

  /**
   * @param name as programs and forms call it, in letters of whatever size
   * @throws MappingRefusedException if there is none of this name
   */
  public static Writing named(String name) throws MappingRefusedException {
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> MappingRefusedException.unknown("写法", name));
  }

  static Optional<Writing> ofLabel(String label) {
    return label.isEmpty()
        ? Optional.of(TEXT)
        : Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }
}
