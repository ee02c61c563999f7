package cn.lantai.server.imports;

import cn.lantai.entity.LocalizedText;
import java.util.List;

/** An import cannot be done as asked. */
public final class OptionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  private OptionRefusedException(String zh, String en) {
    super(en);
    this.reason = LocalizedText.of(zh, en);
  }

  static OptionRefusedException mapping(String name, List<String> known) {
    String all = String.join("、", known);
    return new OptionRefusedException(
        "没有名为“" + name + "”的映射表。现有：" + all + "。",
        "There is no mapping “" + name + "”. There are: " + all + ".");
  }

  static OptionRefusedException encoding(String name) {
    return new OptionRefusedException(
        "不认识的编码“" + name + "”。可用 UTF-8、GB18030、UTF-16；不写则自动识别。",
        "“" + name + "” is no encoding. Use UTF-8, GB18030 or UTF-16, or leave it out.");
  }

  public LocalizedText reason() {
    return reason;
  }
}
