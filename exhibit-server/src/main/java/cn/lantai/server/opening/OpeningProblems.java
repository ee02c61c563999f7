package cn.lantai.server.opening;

import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.OpeningStep;
import cn.lantai.opening.WordList;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import java.util.Locale;

/** Why a step of an opening review was not done, and what to do instead. */
final class OpeningProblems {

  private OpeningProblems() {}

  static ProblemException unreadable(String zh, String en) {
    return new Problem(
            400,
            "opening-request",
            new Message("请求读不懂", "The request cannot be read"),
            new Message(zh, en))
        .exception();
  }

  /** What the body says, or does not say, in one of its fields. */
  static ProblemException field(String name, String zh, String en) {
    return new Problem(
            422,
            "opening-request",
            new Message("有一项填得不对", "One of the fields does not fit"),
            new Message(zh, en))
        .with("field", name)
        .exception();
  }

  static ProblemException unknownList() {
    return new Problem(
            404,
            "unknown-list",
            new Message("没有这份词表", "There is no such list"),
            new Message("请从列表中选取。", "Choose one from the list."))
        .exception();
  }

  static ProblemException unknownArchive() {
    return new Problem(
            404,
            "unknown-archive",
            new Message("没有这个馆", "There is no such archive"),
            new Message("请从列表中选取。", "Choose one from the list."))
        .exception();
  }

  static ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的状态", "It is not said what this is based on"),
            new Message(
                "请写明读取时得到的 ETag（If-Match；一起签的写在各条的 etag 中）。",
                "Send the ETag that you got when you read it, in If-Match, or as etag of each of those"
                    + " signed together."))
        .exception();
  }

  /**
   * @param conflict the status where somebody has done a step, or changed something, meanwhile
   */
  static ProblemException of(OpeningRefusedException refused, int conflict) {
    return switch (refused.reason()) {
      case NO_RECORD ->
          problem(
              refused,
              404,
              "没有这条记录",
              "There is no such record",
              "请从列表中选取。",
              "Choose one from the list.");
      case NOT_WAITING ->
          problem(
              refused,
              409,
              "这条记录不待审核",
              "This record does not wait for a decision",
              "它的开放标识已是“开放”或“控制”。要改，请先在著录表单中改回“未审核”。",
              "It is open or under control already. To decide anew, mark it as not reviewed in its"
                  + " form first.");
      case ALREADY_SIGNED ->
          problem(
              refused,
              conflict,
              "已有人签了初审",
              "Somebody has signed first already",
              "请打开这条记录，签复审，或退回。",
              "Open the record and sign second, or return it.");
      case NOT_NOW ->
          problem(
              refused,
              409,
              "这一步现在做不了",
              "This step does not fit now",
              "请重新打开这条记录，看它到了哪一步。",
              "Open the record again to see where it stands.");
      case MOVED_ON ->
          problem(
              refused,
              conflict,
              "其间已有别人处理",
              "Somebody else has done a step meanwhile",
              "什么都没有改动。请重新打开再决定。",
              "Nothing was changed. Open it again and decide anew.");
      case CHANGED ->
          problem(
              refused,
              conflict,
              "内容已有改动",
              "It was changed meanwhile",
              "记录、图上文字、词表或建议与您看到的不同了，什么都没有签。请重新打开，看过再签。",
              "The record, the words on its images, the lists or the proposal are not what you saw;"
                  + " nothing was signed. Open it again, look, and sign.");
      case SAME_PERSON ->
          problem(
              refused,
              403,
              "一人不能签两道",
              "Nobody signs twice",
              "您签了初审，复审须由另一人签。",
              "You signed first; somebody else has to sign second.");
      case NOT_YOURS ->
          problem(
              refused,
              403,
              "只有初审人能撤回",
              "Only who signed first may take it back",
              "复审人不同意时请退回，并写明理由。",
              "Who does not agree returns it, with the reason.");
      case REASON_MISSING ->
          problem(
              refused,
              422,
              "请写明理由",
              "Say why",
              "不开放、与建议不同、退回，都要写理由。",
              "What is not opened, differs from the proposal, or goes back takes a reason.");
      case REASON_TOO_LONG ->
          problem(
              refused,
              422,
              "理由不能保存",
              "The reason cannot be kept",
              "理由最多 " + OpeningStep.LONGEST_REASON + " 字，只能是文字。",
              "It may have up to " + OpeningStep.LONGEST_REASON + " characters, nothing but text.");
      case GROUND_MISSING ->
          problem(
              refused,
              422,
              "请选依据",
              "Choose a ground",
              "控制和延期都要有依据。",
              "What stays closed or is delayed takes a ground.");
      case YEAR_UNFIT ->
          problem(
              refused,
              422,
              "延期到哪一年",
              "Until which year",
              "延期的要填以后的一个年份；开放和控制的不填。",
              "What is delayed takes a year that is ahead; nothing else has one.");
      case NOT_PLAIN ->
          problem(
              refused,
              409,
              "其中有不能一起签的",
              "Not all of these can be signed together",
              "只有建议开放、没有任何提示的，才能一起签；其余请逐条打开。",
              "Only what is proposed to be opened without any finding is signed together. Open the"
                  + " others one by one.");
      case LIST_UNFIT ->
          problem(
              refused,
              422,
              "词表不能保存",
              "The list cannot be kept",
              "要有类别和至少一个词；一词一行，每词最多 %d 字，最多 %d 词。"
                  .formatted(WordList.LONGEST_WORD, WordList.MOST_WORDS),
              "It takes a category and at least one word; one a line, each of up to %d characters, up to %d of them."
                  .formatted(WordList.LONGEST_WORD, WordList.MOST_WORDS));
    };
  }

  private static ProblemException problem(
      OpeningRefusedException refused,
      int status,
      String titleZh,
      String titleEn,
      String zh,
      String en) {
    Problem problem =
        new Problem(
            status,
            "opening-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            new Message(titleZh, titleEn),
            new Message(zh, en));
    return refused
        .record()
        .map(record -> problem.with("record", record.key()))
        .orElse(problem)
        .exception();
  }
}
