package cn.lantai.server.exports;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;

/** What is wrong with what is asked of an export. */
public final class ExportProblems {

  private ExportProblems() {}

  public static ProblemException of(ExportRefusedException refused) {
    return new Problem(
            400,
            "export-refused",
            new Message("不能这样导出", "There is no such export"),
            new Message(refused.reason().zh(), refused.reason().en().orElse(refused.reason().zh())))
        .exception();
  }

  public static ProblemException unknown() {
    return new Problem(
            404,
            "unknown-export",
            new Message("没有这次导出，或其文件已过保存期", "There is no such export, or its file is gone"),
            new Message("请再导出一次。", "Export once more."))
        .exception();
  }
}
