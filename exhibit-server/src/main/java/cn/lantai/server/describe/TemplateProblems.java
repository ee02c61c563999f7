package cn.lantai.server.describe;

import cn.lantai.server.describe.TemplateRefusedException.Reason;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;

/** Why a template was not kept, and what to do instead. */
final class TemplateProblems {

  private static final Message NOT_KEPT = new Message("模板没有存下", "The template was not kept");

  private TemplateProblems() {}

  static ProblemException unknown() {
    return new Problem(
            404,
            "unknown-template",
            new Message("没有这个模板", "There is no such template"),
            new Message("请从自己的模板中选取。", "Choose one of your own."))
        .exception();
  }

  static ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的版本", "It is not said which version this is based on"),
            new Message(
                "请在 If-Match 中写明读取模板时得到的 ETag。",
                "Send the ETag that you got with the template in If-Match."))
        .exception();
  }

  /** What the body says, or does not say, in one of its fields. */
  static ProblemException field(String name, String zh, String en) {
    return new Problem(422, "template", NOT_KEPT, new Message(zh, en))
        .with("field", name)
        .exception();
  }

  static ProblemException of(TemplateRefusedException refused) {
    Message detail = detail(refused.reason());
    return switch (refused.reason()) {
      case NAME -> field("name", detail.zh(), detail.en());
      case CONTENT -> field("own", detail.zh(), detail.en());
      case TAKEN -> new Problem(409, "template-name", NOT_KEPT, detail).exception();
      case TOO_MANY -> new Problem(409, "templates", NOT_KEPT, detail).exception();
      case CHANGED -> new Problem(412, "template-changed", NOT_KEPT, detail).exception();
    };
  }

  /** For somebody whose form is one step back. */
  static ProblemException onThePage(TemplateRefusedException refused) {
    Message detail = detail(refused.reason());
    return new Problem(
            422,
            "template",
            NOT_KEPT,
            new Message(
                detail.zh() + "请用浏览器的“后退”回到表单，填写的都在。",
                detail.en() + " Go back in your browser: what you filled in is there."))
        .exception();
  }

  private static Message detail(Reason reason) {
    return switch (reason) {
      case NAME ->
          new Message(
              "请给模板起一个 " + Templates.LONGEST_NAME + " 字以内的名字。",
              "Give the template a name of up to " + Templates.LONGEST_NAME + " characters.");
      case TAKEN ->
          new Message("您已有一个同名的模板，请另起名字。", "You have a template of this name; choose another one.");
      case CONTENT ->
          new Message(
              "内容太多，或者有不是文字的。请删去不必放进模板的。",
              "There is too much in it, or something that is no text. Leave out what need not be"
                  + " in a template.");
      case TOO_MANY ->
          new Message(
              "您已有 " + Templates.MOST + " 个模板，请先删去用不着的。",
              "You have " + Templates.MOST + " templates; delete some first.");
      case CHANGED ->
          new Message(
              "其间它改过，或已删去。请重新读取再改。",
              "It was changed or deleted meanwhile. Read it again, and repeat the change.");
    };
  }
}
