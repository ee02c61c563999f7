package cn.lantai.server.sparql;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import java.util.List;

/** Every way in which the endpoint says no. */
final class Refusals {

  private Refusals() {}

  static ProblemException malformed(SyntaxFault fault) {
    Message title = new Message("查询有语法错误", "The query is malformed");
    Message reason = fault.reason();
    if (fault.line() < 1) {
      return new Problem(400, "malformed-query", title, reason).exception();
    }
    return new Problem(
            400,
            "malformed-query",
            title,
            new Message(
                "第 " + fault.line() + " 行第 " + fault.column() + " 列：" + reason.zh(),
                "Line " + fault.line() + ", column " + fault.column() + ": " + reason.en()))
        .with("line", fault.line())
        .with("column", fault.column())
        .exception();
  }

  static ProblemException badRequest(String zh, String en) {
    return new Problem(400, "bad-request", new Message("请求有误", "Bad request"), new Message(zh, en))
        .exception();
  }

  static ProblemException notAllowed(int status, String zh, String en) {
    return new Problem(
            status,
            "query-not-allowed",
            new Message("此端点不接受这种查询", "This endpoint does not take such a query"),
            new Message(zh, en))
        .exception();
  }

  static ProblemException readOnly() {
    return notAllowed(
        403, "数据只读，不接受更新（INSERT、DELETE、LOAD 等）。", "The data is read-only: no updates, no LOAD.");
  }

  static ProblemException queryTooLong(int limit) {
    return new Problem(
            413,
            "query-too-long",
            new Message("查询过长", "The query is too long"),
            new Message("查询最多 " + limit + " 个字符。", "A query has at most " + limit + " characters."))
        .exception();
  }

  static ProblemException tooComplex() {
    return new Problem(
            400,
            "query-too-complex",
            new Message("查询过于复杂", "The query is too complex"),
            new Message(
                "嵌套过深，或路径、正则表达式的回溯过深。请拆开或化简。",
                "It nests, or its paths or patterns backtrack, too deeply. Split or simplify it."))
        .exception();
  }

  static ProblemException tookTooLong(SparqlLimits limits) {
    String seconds = seconds(limits);
    return new Problem(
            503,
            "query-timeout",
            new Message("查询超时", "The query took too long"),
            new Message(
                "超过 " + seconds + " 秒已停止，没有结果。请缩小范围：给出类型或主语，避免无界路径，加 LIMIT。",
                "It was stopped after "
                    + seconds
                    + " s, without a result. Narrow it: name a type or a subject, avoid unbounded"
                    + " paths, add LIMIT."))
        .with("limit", seconds + " s")
        .exception();
  }

  static ProblemException neededTooMuchMemory() {
    return new Problem(
            503,
            "query-too-large",
            new Message("查询占用内存过多", "The query needs too much memory"),
            new Message(
                "排序、连接、分组或拼接的中间结果过大。请缩小范围，或先用 LIMIT 的子查询。",
                "What it sorts, joins, groups or puts together is too large. Narrow it, or limit a"
                    + " subquery first."))
        .exception();
  }

  static ProblemException resultTooLarge() {
    return new Problem(
            400,
            "result-too-large",
            new Message("单行结果过大", "One row of the result is too large"),
            new Message(
                "有一行超过了结果大小的上限。请少选几个变量。",
                "A single row exceeds the limit. Select fewer variables."))
        .exception();
  }

  static ProblemException busy(SparqlLimits limits) {
    long seconds = Math.max(1, limits.time().toSeconds() / 2);
    return new Problem(
            503,
            "endpoint-busy",
            new Message("查询端点正忙", "The endpoint is busy"),
            new Message(
                "同时进行的查询已满，请 " + seconds + " 秒后再试。",
                "All places are taken. Try again in " + seconds + " s."))
        .withHeader("Retry-After", Long.toString(seconds))
        .exception();
  }

  static ProblemException failed() {
    return new Problem(
            500,
            "query-failed",
            new Message("查询未能完成", "The query failed"),
            new Message("服务器内部错误，已记入日志。", "An error of the server; it is in the log."))
        .exception();
  }

  static ProblemException notAcceptable(List<String> available) {
    return new Problem(
            406,
            "not-acceptable",
            new Message("没有所求的结果格式", "No such result format"),
            new Message(
                "这种查询可用：" + String.join("、", available),
                "For this form of query: " + String.join(", ", available)))
        .with("available", available)
        .exception();
  }

  static ProblemException unsayable(ResultFormat format) {
    return new Problem(
            406,
            "not-acceptable",
            new Message("此结果无法写成该格式", "This result cannot be written in that format"),
            new Message(
                format.mediaType() + " 写不了其中的某个属性名，请改用 Turtle。",
                format.mediaType() + " has no way to write one of its properties; take Turtle."))
        .exception();
  }

  private static String seconds(SparqlLimits limits) {
    double seconds = limits.time().toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }
}
