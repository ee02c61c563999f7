package cn.lantai.server.review;

import cn.lantai.entity.LocalizedText;
import cn.lantai.review.Comment;
import cn.lantai.review.ReviewRefusedException;
import cn.lantai.review.Step;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import java.util.Locale;
import java.util.OptionalLong;

/** Why a step of a review was not done, and what to do instead. */
public final class ReviewProblems {

  private ReviewProblems() {}

  static ProblemException unknown() {
    return new Problem(
            404,
            "unknown-review",
            new Message("没有这次审核", "There is no such review"),
            new Message("请从审核列表中选取。", "Choose one from the list of reviews."))
        .exception();
  }

  static ProblemException reviewFirst() {
    return new Problem(
            409,
            "review-first",
            new Message("须先审核", "A review comes first"),
            new Message(
                "本馆规定公布前须经审核。请在该条或该专题的“公布”处送审，通过后即公布。",
                "Nothing is published here without a review. Submit it where it would be published;"
                    + " what passes is published."))
        .exception();
  }

  static ProblemException unreadable(String zh, String en) {
    return new Problem(
            400,
            "review-request",
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
                "请在 If-Match 中写明读取这次审核时得到的 ETag。",
                "Send the ETag that you got with the review in If-Match."))
        .exception();
  }

  /** The same in a sentence, for a list of many. */
  public static LocalizedText words(ReviewRefusedException refused) {
    Problem problem = of(refused, 409).problem();
    return LocalizedText.of(
        problem.title().zh() + "。" + problem.detail().zh(),
        problem.title().en() + ". " + problem.detail().en());
  }

  /**
   * @param conflict the status where somebody has done a step meanwhile
   */
  static ProblemException of(ReviewRefusedException refused, int conflict) {
    return switch (refused.reason()) {
      case NO_VERSION ->
          problem(refused, 404, "没有这个版本", "There is no such version", "请重新打开该条。", "Open it again.");
      case ALREADY_PUBLIC ->
          problem(
              refused,
              409,
              "这一版已经公布",
              "This version is in public already",
              "没有要审的改动。请先修改并保存。",
              "There is nothing to review. Change and save it first.");
      case ALREADY_UNDER_WAY ->
          problem(
              refused,
              409,
              "已有一次审核在进行",
              "Something of it is under review already",
              "请先撤回正在进行的审核，再送新的版本。",
              "Retract the review under way before you submit another version.");
      case NOT_NOW ->
          problem(
              refused,
              409,
              "这一步现在做不了",
              "This step does not fit now",
              "请重新打开这次审核，看它到了哪一步。",
              "Open the review again to see where it stands.");
      case MOVED_ON ->
          problem(
              refused,
              conflict,
              "其间已有别人处理",
              "Somebody else has done a step meanwhile",
              "什么都没有改动。请重新打开这次审核再决定。",
              "Nothing was changed. Open the review again and decide anew.");
      case OWN_WORK ->
          problem(
              refused,
              403,
              "自己写的不能自己审",
              "Nobody reviews what he wrote",
              "请由别人来审。管理员可用 LANTAI_REVIEW_PEOPLE 改变这条规则。",
              "Somebody else has to. The administrator can change this rule with"
                  + " LANTAI_REVIEW_PEOPLE.");
      case SAME_PERSON ->
          problem(
              refused,
              403,
              "一人不能审两道",
              "Nobody decides in two rounds",
              "您已审过前面一道，请由别人来审这一道。管理员可用 LANTAI_REVIEW_PEOPLE 改变这条规则。",
              "You passed an earlier round. The administrator can change this rule with"
                  + " LANTAI_REVIEW_PEOPLE.");
      case NOT_YOURS ->
          problem(
              refused,
              403,
              "只有送审人或撰写人能撤回",
              "Only who submitted or wrote it may retract it",
              "审核人不同意时请退回，并写明理由。",
              "A reviewer who does not agree returns it, with the reason.");
      case REASON_MISSING ->
          problem(
              refused,
              422,
              "请写明理由",
              "Say why",
              "退回和撤下都要写理由。",
              "Returning and withdrawing take a reason.");
      case REASON_TOO_LONG ->
          problem(
              refused,
              422,
              "理由不能保存",
              "The reason cannot be kept",
              "理由最多 " + Step.LONGEST_REASON + " 字，只能是文字。细处请写成批注。",
              "It may have up to "
                  + Step.LONGEST_REASON
                  + " characters, nothing but text. Put details into comments.");
      case DUE_PAST ->
          problem(
              refused,
              422,
              "公布时间须在以后",
              "The time to publish must be ahead",
              "请另选时间；要立即公布就不填时间。",
              "Choose another; leave it out to publish at once.");
      case DUE_TOO_EARLY ->
          problem(
              refused,
              422,
              "终审时才能定公布时间",
              "The time is set in the final round",
              "这一道请不填时间。",
              "Leave the time out in this round.");
      case NEWER_IS_PUBLIC ->
          problem(
              refused,
              409,
              "已公布更新的版本",
              "A newer version is in public",
              "这次审核的是较早的版本，不能再公布。请退回或撤回。",
              "This review is of an earlier one, which cannot be published any more. Return or"
                  + " retract it.");
      case NOT_OPEN ->
          problem(
              refused,
              409,
              "尚未开放",
              "Not open to the public",
              "开放标识不是“开放”，或已并入另一条，不能公布。请退回。",
              "It is not marked as open, or was merged into another. Return it.");
      case COMMENT_EMPTY ->
          problem(refused, 422, "批注是空的", "The comment is empty", "请写几个字。", "Write something.");
      case COMMENT_TOO_LONG ->
          problem(
              refused,
              422,
              "批注太长",
              "The comment is too long",
              "批注最多 " + Comment.LONGEST + " 字，只能是文字。",
              "It may have up to " + Comment.LONGEST + " characters, nothing but text.");
    };
  }

  private static ProblemException problem(
      ReviewRefusedException refused,
      int status,
      String titleZh,
      String titleEn,
      String zh,
      String en) {
    OptionalLong of = refused.review();
    return new Problem(
            status,
            "review-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            new Message(
                (of.isPresent() ? "审核 " + of.getAsLong() + "：" : "") + titleZh,
                (of.isPresent() ? "Review " + of.getAsLong() + ": " : "") + titleEn),
            new Message(
                zh + (of.isPresent() ? "选中的几条都没有动。" : ""),
                en + (of.isPresent() ? " None of those chosen was touched." : "")))
        .exception();
  }
}
