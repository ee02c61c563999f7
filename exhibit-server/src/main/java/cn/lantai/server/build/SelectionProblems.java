package cn.lantai.server.build;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Why something curated was not made, copied or brought back. */
final class SelectionProblems {

  private SelectionProblems() {}

  /** What the body says, or does not say, in one of its fields. */
  static ProblemException field(String name, String zh, String en) {
    return new Problem(
            422, "selection", new Message("没有新建", "Nothing was made"), new Message(zh, en))
        .with("field", name)
        .exception();
  }

  /** What keeps something new from being saved, apart from its key. */
  static ProblemException unfit(List<LocalizedText> violations) {
    return new Problem(
            422,
            "profile-violation",
            new Message("没有新建", "Nothing was made"),
            new Message(
                violations.stream().map(LocalizedText::zh).collect(Collectors.joining("；")),
                violations.stream()
                    .map(each -> each.en().orElse(each.zh()))
                    .collect(Collectors.joining("; "))))
        .exception();
  }

  static ProblemException keyTaken(String key) {
    return new Problem(
            409,
            "key-taken",
            new Message("没有新建", "Nothing was made"),
            new Message(
                "键“" + key + "”已有人用，请换一个。", "The key “" + key + "” is taken; choose another."))
        .exception();
  }

  static ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的版本", "It is not said which version this is based on"),
            new Message(
                "请在 If-Match 中写明最新一版的 ETag（GET /api/entities/…）。",
                "Send the ETag of the newest version in If-Match (GET /api/entities/…)."))
        .exception();
  }

  /** It holds what an editor made of pieces cannot hold. */
  static ProblemException beyond() {
    return new Problem(
            409,
            "beyond-the-builder",
            new Message("这个专题的内容超出编辑器", "This holds more than the builder can"),
            new Message(
                "它有编辑器改不了的部分，或已并入另一条。请用 /api/entities 或 RDF 导入来修改。",
                "It has parts that the builder cannot change, or was merged into another. Edit it"
                    + " by /api/entities, or import RDF."))
        .exception();
  }

  /**
   * @param status 409 on a page, 412 where a header names the version
   */
  static ProblemException changedMeanwhile(int status) {
    return new Problem(
            status,
            "edit-conflict",
            new Message("其间已有别人保存", "Somebody else has saved meanwhile"),
            new Message(
                "没有恢复。请看过新的版本再决定。",
                "Nothing was restored. Look at the new version and decide again."))
        .exception();
  }

  static ProblemException noLongerFits() {
    return new Problem(
            409,
            "profile-violation",
            new Message("这一版已不合规范", "That version does not fit any more"),
            new Message(
                "它所引用的有的已经不在了。请在编辑器里照它手工修改。",
                "Some of what it refers to is gone. Change it by hand in the builder instead."))
        .exception();
  }
}
