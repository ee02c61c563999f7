package cn.lantai.ingest.mapping;

import cn.lantai.entity.LocalizedText;

/** A mapping cannot be made as asked. */
public final class MappingRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  private MappingRefusedException(String zh, String en) {
    super(en);
    this.reason = LocalizedText.of(zh, en);
  }

  static MappingRefusedException unknown(String heading, String value) {
    return new MappingRefusedException(
        "映射表的“" + heading + "”没有“" + value + "”",
        "The mapping names “" + value + "” under “" + heading + "”, which does not exist");
  }

  static MappingRefusedException twice(String column, String one, String other) {
    return one.equals(other)
        ? new MappingRefusedException(
            "“" + one + "”两次放进“" + column + "”", "“" + one + "” goes into “" + column + "” twice")
        : new MappingRefusedException(
            "“" + one + "”和“" + other + "”都放进“" + column + "”，那里只放得下一列",
            "“"
                + one
                + "” and “"
                + other
                + "” both go into “"
                + column
                + "”, which takes one column");
  }

  static MappingRefusedException unknownFile(String name) {
    return new MappingRefusedException(
        "这次导入里没有“" + name + "”这张表", "There is no table “" + name + "” in this import");
  }

  static MappingRefusedException unknownColumn(String table, String column) {
    return new MappingRefusedException(
        "“" + table + "”里没有“" + column + "”这一列",
        "The table “" + table + "” has no column “" + column + "”");
  }

  static MappingRefusedException name(String name) {
    return new MappingRefusedException(
        "“" + name + "”不能作映射表的名称：只用小写字母、数字、点、短横和下划线",
        "“"
            + name
            + "” cannot name a mapping: use small letters, digits, dots, hyphens and underscores");
  }

  static MappingRefusedException empty(String table) {
    return new MappingRefusedException(
        "“" + table + "”没有指定任何一列", "No column of “" + table + "” is taken");
  }

  public LocalizedText reason() {
    return reason;
  }
}
