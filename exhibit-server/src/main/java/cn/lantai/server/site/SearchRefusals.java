package cn.lantai.server.site;

import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchWords;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;

/** What programs are told of a search that was not carried out; readers have a page for it. */
public final class SearchRefusals {

  private SearchRefusals() {}

  static int status(SearchRefusedException.Reason reason) {
    return reason == SearchRefusedException.Reason.TOO_SLOW ? 503 : 400;
  }

  public static Problem problem(SearchRefusedException.Reason reason) {
    return new Problem(
        status(reason),
        "search-refused",
        new Message("没有检索", "The search was not carried out"),
        detail(reason));
  }

  private static Message detail(SearchRefusedException.Reason reason) {
    return switch (reason) {
      case TOO_LONG ->
          new Message(
              "检索词最多 " + SearchWords.LONGEST + " 字。",
              "A search may have " + SearchWords.LONGEST + " characters.");
      case TOO_MANY_WORDS ->
          new Message(
              "检索词最多 " + SearchWords.MOST + " 个。",
              "A search may have " + SearchWords.MOST + " words.");
      case TOO_MANY_FILTERS -> new Message("选的条件太多。", "Too many filters are chosen.");
      case TOO_DEEP ->
          new Message(
              "只能翻到第 " + SearchQuery.DEPTH + " 条；请加条件缩小范围。",
              "Only the first " + SearchQuery.DEPTH + " results can be paged; narrow the search.");
      case TOO_SLOW -> new Message("这次检索用时过长；请加条件缩小范围。", "The search takes too long; narrow it.");
    };
  }
}
