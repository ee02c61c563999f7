package cn.lantai.server.iiif.presentation;

import cn.lantai.server.problem.Problem;

/** A content state that cannot be followed. */
public final class UnreadableContentStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    EMPTY("它是空的。", "It is empty."),
    TOO_LONG("它太长了。", "It is too long."),
    NOT_ENCODED(
        "它既不是本站的地址，也不是 base64url 编码的 JSON。",
        "It is neither an address of this site nor JSON in base64url."),
    NOT_JSON("解码后不是 JSON。", "What is encoded in it is not JSON."),
    NO_TARGET("里面没有本站的清单、合集或画布。", "It names no manifest, collection or canvas of this site.");

    private final Problem.Message detail;

    Reason(String zh, String en) {
      detail = new Problem.Message(zh, en);
    }
  }

  private final Reason reason;

  UnreadableContentStateException(Reason reason) {
    super(reason.detail.en());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public Problem problem() {
    return new Problem(
        400,
        "content-state",
        new Problem.Message("读不懂这个链接", "This link cannot be followed"),
        new Problem.Message(
            "参数 " + ContentState.PARAMETER + "：" + reason.detail.zh() + "请向给你链接的人要一个新的，或从首页检索。",
            "Parameter "
                + ContentState.PARAMETER
                + ": "
                + reason.detail.en()
                + " Ask for a new link, or search from the home page."));
  }
}
