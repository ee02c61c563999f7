package cn.lantai.server.problem;

import cn.lantai.server.problem.Problem.Message;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The problems that any address can meet, by HTTP status. */
public final class Problems {

  private Problems() {}

  public static Problem of(int status) {
    return switch (status) {
      case 401 ->
          new Problem(
              401,
              "sign-in-first",
              new Message("请先登录", "Sign in first"),
              new Message("这一页只对登录的人员开放。", "This page is for those who have signed in."));
      case 403 ->
          new Problem(
              403,
              "forbidden",
              new Message("没有权限", "Not allowed"),
              new Message("您的账号不能做这件事。", "Your account may not do this."));
      case 404 ->
          new Problem(
              404,
              "not-found",
              new Message("没有这一页", "There is no such page"),
              new Message("请核对地址，或从首页找起。", "Check the address, or start from the home page."));
      case 405 ->
          new Problem(
              405,
              "method-not-allowed",
              new Message("不支持这种请求", "This method is not supported here"),
              new Message("可用的方法见 Allow 头。", "The Allow header names those that are."));
      case 406 ->
          new Problem(
              406,
              "not-acceptable",
              new Message("没有所求的格式", "Not available in that format"),
              new Message("请放宽 Accept 头。", "Accept more media types."));
      case 410 ->
          new Problem(
              410,
              "withdrawn",
              new Message("此条目已撤下", "This was withdrawn"),
              new Message("它曾经公开，现已撤下。", "It was public once and was withdrawn."));
      case 413 ->
          new Problem(
              413,
              "too-large",
              new Message("内容过大", "Too large"),
              new Message("请减少一次提交的内容。", "Send less at a time."));
      case 415 ->
          new Problem(
              415,
              "unsupported-type",
              new Message("不支持这种内容", "This media type is not supported"),
              new Message("请换用文档所列的格式。", "Use one that the documentation names."));
      case 429, 503 ->
          new Problem(
              status,
              "busy",
              new Message("请稍后再试", "Try again later"),
              new Message("现在请求过多。", "There are too many requests at the moment."));
      case 507 ->
          new Problem(
              507,
              "no-room",
              new Message("服务器磁盘已满", "The server's disk is full"),
              new Message(
                  "没有保存，也没有丢失已保存的内容。请告知管理员腾出空间后再试。",
                  "Nothing was saved, and nothing that was saved is lost. Ask the administrator to"
                      + " free some room, then try again."));
      default -> status < 500 ? badRequest(status) : failed(status);
    };
  }

  /** Whether who asks would rather read English than Chinese. */
  public static boolean prefersEnglish(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("zh") || language.equals("en"))
        .findFirst()
        .map("en"::equals)
        .orElse(false);
  }

  /** A form that came without the token of this session, or too late. */
  public static Problem formExpired() {
    return new Problem(
        403,
        "form-expired",
        new Message("表单已过期", "The form has expired"),
        new Message("请返回上一页，刷新后再提交。", "Go back, reload the page and send it again."));
  }

  private static Problem badRequest(int status) {
    return new Problem(
        status,
        "bad-request",
        new Message("请求有误", "Bad request"),
        new Message("服务器读不懂这个请求。", "The server cannot make sense of this request."));
  }

  private static Problem failed(int status) {
    return new Problem(
        status,
        "failed",
        new Message("服务器出错", "Something went wrong here"),
        new Message("问题已记入日志；请稍后再试。", "It was written to the log; please try again later."));
  }
}
