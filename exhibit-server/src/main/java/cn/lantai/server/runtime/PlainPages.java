package cn.lantai.server.runtime;

import cn.lantai.server.security.SignInView;
import cn.lantai.server.security.SignInView.Outcome;
import cn.lantai.server.workbench.StateView;
import jakarta.enterprise.context.ApplicationScoped;

/** Bare pages, to be replaced by those of the theme. */
@ApplicationScoped
public class PlainPages implements Pages, ErrorPages {

  @Override
  public String signIn(SignInView view) {
    String error =
        switch (view.outcome()) {
          case NONE -> "";
          case WRONG -> "<p role=alert>用户名或密码不对。 Wrong name or password.</p>";
          case THROTTLED -> {
            long seconds = view.delay().toSeconds() + 1;
            yield "<p role=alert>尝试过多，请 " + seconds + " 秒后再试。 Try again in " + seconds + " s.</p>";
          }
        };
    return html(
        "登录 Sign in",
        error
            + "<form method=post action=/signin>"
            + hidden("csrf", view.csrf())
            + hidden("to", view.to())
            + "<p><label>用户名 User <input name=name autocomplete=username value=\""
            + escape(view.outcome() == Outcome.NONE ? "" : view.name())
            + "\"></label>"
            + "<p><label>密码 Password <input name=password type=password"
            + " autocomplete=current-password></label>"
            + "<p><button>登录 Sign in</button></form>");
  }

  @Override
  public String state(StateView view) {
    StringBuilder body = new StringBuilder("<p>" + escape(view.user()) + "</p>");
    body.append("<p>日志 Journal: ").append(view.head()).append("</p>");
    view.positions()
        .forEach(
            (name, row) -> body.append("<p>").append(escape(name + ": " + row)).append("</p>"));
    view.jobs()
        .forEach(
            job ->
                body.append("<p>")
                    .append(escape(job.id() + " " + job.kind() + " " + job.state()))
                    .append(escape(" " + job.done() + "/" + job.total() + " " + job.message()))
                    .append("</p>"));
    body.append("<form method=post action=/signout>")
        .append(hidden("csrf", view.csrf()))
        .append("<button>退出 Sign out</button></form>");
    return html("工作台 Workbench", body.toString());
  }

  @Override
  public String page(Problem problem) {
    return html(
        problem.status() + " " + problem.title(),
        "<p>" + escape(problem.detail()) + "</p><p><a href=/>首页 Home</a></p>");
  }

  private static String html(String title, String body) {
    return "<!doctype html><html lang=zh><meta charset=utf-8><title>"
        + escape(title)
        + "</title><h1>"
        + escape(title)
        + "</h1>"
        + body;
  }

  private static String hidden(String name, String value) {
    return "<input type=hidden name=" + name + " value=\"" + escape(value) + "\">";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
