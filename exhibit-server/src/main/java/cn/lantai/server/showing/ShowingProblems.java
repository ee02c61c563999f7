package cn.lantai.server.showing;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.showing.ShowingRefusedException;
import java.util.Locale;

/** Why times are not set, and what to do instead. */
final class ShowingProblems {

  private ShowingProblems() {}

  /**
   * @param conflict the status where somebody else has set them meanwhile
   */
  static ProblemException of(ShowingRefusedException refused, int conflict) {
    return switch (refused.reason()) {
      case NO_VERSION ->
          problem(refused, 404, "没有这个专题", "There is no such thing", "请重新打开。", "Open it again.");
      case PAST ->
          problem(
              refused,
              422,
              "时间须在以后",
              "The time must be ahead",
              "已经过去的时间不能定。要现在公布或撤下，请直接按“公布”或“撤下”。",
              "Times that have gone by cannot be set. Publish or withdraw it now instead.");
      case ORDER ->
          problem(
              refused,
              422,
              "闭展早于开展",
              "It would close before it opens",
              "请把闭展时间改在开展之后。",
              "Have it close after it opens.");
      case REVIEW_FIRST ->
          problem(
              refused,
              409,
              "须先审核",
              "A review comes first",
              "本馆规定公布前须经审核：请送审，终审时定下开展的时间。闭展的时间可以在这里定。",
              "Nothing is published here without a review: submit it, and the last round sets when it"
                  + " opens. When it closes can be set here.");
      case PUBLIC_ALREADY ->
          problem(
              refused,
              409,
              "这一版已经公布",
              "This version is in public already",
              "没有要开展的新版本。只定闭展的时间，请把开展留空。",
              "There is no newer version to open. Leave that time empty to set only when it closes.");
      case NEVER_OPEN ->
          problem(
              refused,
              409,
              "还没有开展",
              "It is not in public",
              "只有已公布、在审核中或定了开展时间的才能定闭展的时间。",
              "Only what is in public, under review, or given a time to open can be given a time to"
                  + " close.");
      case MOVED_ON ->
          problem(
              refused,
              conflict,
              "其间别人改了展期",
              "Somebody else has set these times meanwhile",
              "没有改。请返回，看过现在的展期再决定。",
              "Nothing was changed. Go back, look at the times and decide again.");
    };
  }

  static ProblemException unreadable() {
    return new Problem(
            400,
            "showing-time",
            new Message("时间读不懂", "The time cannot be read"),
            new Message(
                "请写成 2026-12-01T09:00 这样，或 2026-12-01T01:00:00Z。",
                "Write it like 2026-12-01T09:00, or 2026-12-01T01:00:00Z."))
        .exception();
  }

  static ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的状态", "It is not said what this is based on"),
            new Message(
                "请在 If-Match 中写明读取展期时得到的 ETag。",
                "Send the ETag that you got with the times in If-Match."))
        .exception();
  }

  private static ProblemException problem(
      ShowingRefusedException refused, int status, String zh, String en, String doZh, String doEn) {
    return new Problem(
            status,
            "showing-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            new Message(zh, en),
            new Message(doZh, doEn))
        .exception();
  }
}
