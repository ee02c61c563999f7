package cn.lantai.server.tasks;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import java.util.Locale;

/** Why something is not done to a task, and what to do instead. */
final class TaskWording {

  private TaskWording() {}

  static LocalizedText of(Reason reason) {
    return switch (reason) {
      case TITLE ->
          LocalizedText.of(
              "请用一行写明任务，最多 " + Duty.LONGEST_TITLE + " 字",
              "Say what is to be done in one line of up to " + Duty.LONGEST_TITLE + " characters");
      case ROUND ->
          LocalizedText.of(
              "轮次写 1 到 " + Duty.LAST_ROUND + "，或留空",
              "A round is a number from 1 to " + Duty.LAST_ROUND + ", or nothing");
      case DAY -> LocalizedText.of("日期读不懂，请写成 2026-12-01 这样", "Write days like 2026-12-01");
      case DAYS -> LocalizedText.of("完成日期早于开始日期", "It would be due before it begins");
      case PERSON ->
          LocalizedText.of(
              "没有这位负责人：请写能看到这个专题的账号；姓名相同的，写账号",
              "There is nobody of that name: write an account that may see this, and not a name that"
                  + " several have");
      case TOO_MANY ->
          LocalizedText.of(
              "一个专题最多 " + Tasks.MOST + " 项任务", "At most " + Tasks.MOST + " tasks in one list");
      case MOVED_ON ->
          LocalizedText.of(
              "没有改：其间有人改过这一项，下面是现在的样子",
              "Nothing was changed: somebody else has changed this task meanwhile; this is how it is"
                  + " now");
      case GONE -> LocalizedText.of("这一项已经删去", "This task is not there any more");
    };
  }

  /**
   * @param conflict the status where somebody has changed it meanwhile
   */
  static ProblemException problem(TaskRefusedException refused, int conflict) {
    int status =
        switch (refused.reason()) {
          case MOVED_ON -> conflict;
          case GONE -> 404;
          case TITLE, ROUND, DAY, DAYS, PERSON, TOO_MANY -> 422;
        };
    LocalizedText why = of(refused.reason());
    return new Problem(
            status,
            "task-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            new Message("任务没有改动", "No task was changed"),
            new Message(why.zh() + "。", why.en().orElseThrow() + "."))
        .exception();
  }

  static ProblemException unreadable(String zh, String en) {
    return new Problem(
            400,
            "task-request",
            new Message("请求读不懂", "The request cannot be read"),
            new Message(zh, en))
        .exception();
  }

  static ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的状态", "It is not said what this is based on"),
            new Message(
                "请在 If-Match 中写明读取这项任务时得到的 ETag。",
                "Send the ETag that you got with the task in If-Match."))
        .exception();
  }
}
