package cn.lantai.server.sparql;

import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parser found wrong, in words for the writer of the query.
 *
 * @param line 1 for the first; -1 if unknown
 */
record SyntaxFault(Message reason, int line, int column) {

  private static final Pattern POSITION =
      Pattern.compile("(?:at |in )?\\[?[Ll]ine:? (\\d+), [Cc]ol(?:umn)?:? (\\d+)\\]?[.:]?\\s*");

  /** How the generated parser names the token that it did not expect. */
  private static final Pattern UNEXPECTED =
      Pattern.compile("Encountered (?:\"|')\\s*(?:<\\w+>|\".*?\") \"(.*?)\\s*\"\\s*(?:\"|')?.*");

  private static final Pattern END = Pattern.compile("Encountered (?:\"|')?\\s*<EOF>.*");
  private static final Pattern NO_TOKEN =
      Pattern.compile("Lexical error\\.?\\s+Encountered: .* after prefix \"(.*)\"");

  private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: (.*)");

  /**
   * @param line where the parser was, if its message does not say where the fault is
   */
  static SyntaxFault of(RuntimeException e, int line, int column) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String first = message.strip().lines().findFirst().orElse("");
    Matcher position = POSITION.matcher(first);
    if (!position.find()) {
      return new SyntaxFault(translated(first), line, column);
    }
    String rest = (first.substring(0, position.start()) + first.substring(position.end())).strip();
    return new SyntaxFault(
        translated(rest), Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)));
  }

  private static Message translated(String reason) {
    Matcher unexpected = UNEXPECTED.matcher(reason);
    if (unexpected.matches()) {
      String token = unexpected.group(1);
      return new Message("此处不应出现 " + token, "Unexpected " + token);
    }
    if (END.matcher(reason).matches()) {
      return new Message("查询在此意外结束", "The query ends too early");
    }
    Matcher noToken = NO_TOKEN.matcher(reason);
    if (noToken.matches()) {
      return new Message("无法识别：" + noToken.group(1), "Not understood: " + noToken.group(1));
    }
    Matcher prefix = PREFIX.matcher(reason);
    if (prefix.matches()) {
      return new Message(
          "前缀没有声明：" + prefix.group(1), "Its prefix is not declared: " + prefix.group(1));
    }
    return new Message(reason, reason);
  }

  ProblemException problem() {
    return Refusals.malformed(this);
  }
}
