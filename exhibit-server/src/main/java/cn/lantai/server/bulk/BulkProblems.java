package cn.lantai.server.bulk;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;

/** What is wrong with what is asked of a change of many descriptions. */
final class BulkProblems {

  private BulkProblems() {}

  static ProblemException of(BulkRefusedException refused) {
    return new Problem(
            422,
            "bulk-edit-refused",
            new Message("不能这样批量修改", "There is no such bulk edit"),
            new Message(refused.reason().zh(), refused.reason().en().orElse(refused.reason().zh())))
        .exception();
  }

  static ProblemException unknown() {
    return new Problem(
            404,
            "unknown-bulk-edit",
            new Message("没有这次批量修改", "There is no such bulk edit"),
            new Message("请从批量修改的列表中选取。", "Choose one from the list of bulk edits."))
        .exception();
  }

  static ProblemException nothingToGoOnFrom() {
    return new Problem(
            409,
            "bulk-edit-ended",
            new Message("没有可以继续的", "There is nothing to go on from"),
            new Message(
                "它还没有完成，没有改动任何条目，或预览已过保存期。请重新预览。",
                "It has not ended, has changed nothing, or its rows are not kept any more. Look at it"
                    + " anew."))
        .exception();
  }
}
