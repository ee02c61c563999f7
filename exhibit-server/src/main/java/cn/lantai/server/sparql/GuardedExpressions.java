package cn.lantai.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/**
 * Puts guarded functions in the place of those with which a short query can take all time or
 * memory: regular expressions that backtrack, and texts and numbers that double in each step.
 */
final class GuardedExpressions extends ExprTransformCopy {

  private final QueryBudget budget;

  GuardedExpressions(QueryBudget budget) {
    this.budget = budget;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList args) {
    if (function instanceof E_Regex) {
      return new TimedRegex(args, budget);
    }
    if (function instanceof E_StrReplace) {
      return new TimedReplace(args, budget);
    }
    if (function instanceof E_StrConcat) {
      List<Expr> measured = new ArrayList<>();
      args.forEach(arg -> measured.add(new MeasuredText(arg, budget, false)));
      return new E_StrConcat(new ExprList(measured));
    }
    return super.transform(function, args);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new BoundedMultiply(left, right)
        : super.transform(function, left, right);
  }

  /** What {@code GROUP_CONCAT} collects, counted down to the last character. */
  Expr collected(Expr text) {
    return new MeasuredText(text, budget, true);
  }

  private static Pattern pattern(String function, List<NodeValue> args, int at) {
    String text = text(function, args.get(at));
    String flags = args.size() > at + 1 + extra(function) ? text(function, last(args)) : null;
    return RegexEngine.makePattern(function, text, flags);
  }

  private static int extra(String function) {
    return function.equals(TimedReplace.NAME) ? 1 : 0;
  }

  private static NodeValue last(List<NodeValue> args) {
    return args.get(args.size() - 1);
  }

  private static String text(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  /** A pattern is mostly the same for all rows. */
  private static final class PatternCache {

    private List<NodeValue> key = List.of();
    private Pattern pattern;

    Pattern of(String function, List<NodeValue> args) {
      List<NodeValue> wanted = args.subList(1, args.size());
      if (pattern == null || !key.equals(wanted)) {
        pattern = pattern(function, args, 1);
        key = List.copyOf(wanted);
      }
      return pattern;
    }
  }

  private static final class TimedRegex extends ExprFunctionN {

    private final QueryBudget budget;
    private final PatternCache patterns = new PatternCache();

    TimedRegex(ExprList args, QueryBudget budget) {
      super("regex", args);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      String text = text("REGEX", args.get(0));
      boolean found = patterns.of("REGEX", args).matcher(new TimedText(text, budget)).find();
      return NodeValue.booleanReturn(found);
    }

    @Override
    public Expr copy(ExprList args) {
      return new TimedRegex(args, budget);
    }
  }

  private static final class TimedReplace extends ExprFunctionN {

    static final String NAME = "REPLACE";

    private final QueryBudget budget;
    private final PatternCache patterns = new PatternCache();

    TimedReplace(ExprList args, QueryBudget budget) {
      super("replace", args);
      this.budget = budget;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      String text = text(NAME, args.get(0));
      String replacement = text(NAME, args.get(2));
      Matcher matcher = patterns.of(NAME, args).matcher(new TimedText(text, budget));
      String replaced;
      try {
        replaced = replaceAll(matcher, replacement);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new ExprEvalException("REPLACE: " + e.getMessage());
      }
      Node source = args.get(0).asNode();
      return source.getLiteralLanguage().isEmpty()
          ? NodeValue.makeString(replaced)
          : NodeValue.makeLangString(replaced, source.getLiteralLanguage());
    }

    private String replaceAll(Matcher matcher, String replacement) {
      StringBuilder result = new StringBuilder();
      boolean first = true;
      while (matcher.find()) {
        // As ARQ: after the first match, empty ones do not count.
        if (!first && matcher.start() == matcher.end()) {
          continue;
        }
        first = false;
        int before = result.length();
        matcher.appendReplacement(result, replacement);
        if (result.length() > MeasuredText.SHORT) {
          budget.holdCharacters(result.length() - before);
        }
      }
      return matcher.appendTail(result).toString();
    }

    @Override
    public Expr copy(ExprList args) {
      return new TimedReplace(args, budget);
    }
  }

  /** Passes its value on and counts its characters. */
  private static final class MeasuredText extends ExprFunction1 {

    /** Texts up to this length count only where they are collected. */
    static final int SHORT = 2_000;

    private final QueryBudget budget;
    private final boolean collected;

    MeasuredText(Expr text, QueryBudget budget, boolean collected) {
      super(text, "measured");
      this.budget = budget;
      this.collected = collected;
    }

    @Override
    public NodeValue eval(NodeValue value) {
      Node node = value.asNode();
      int length =
          node.isLiteral() ? node.getLiteralLexicalForm().length() : node.toString().length();
      if (collected || length > SHORT) {
        budget.holdCharacters(length + 1L);
      }
      return value;
    }

    @Override
    public Expr copy(Expr text) {
      return new MeasuredText(text, budget, collected);
    }
  }

  private static final class BoundedMultiply extends E_Multiply {

    private static final int DIGITS = 1_000;

    BoundedMultiply(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      requireShort(left);
      requireShort(right);
      return XSDFuncOp.numMultiply(left, right);
    }

    private static void requireShort(NodeValue number) {
      if (number.isDecimal() && number.getDecimal().precision() > DIGITS) {
        throw new ExprEvalException("A number with more than " + DIGITS + " digits");
      }
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new BoundedMultiply(left, right);
    }
  }
}
