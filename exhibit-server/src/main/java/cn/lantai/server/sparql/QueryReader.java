package cn.lantai.server.sparql;

import cn.lantai.server.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.update.UpdateFactory;

/** Reads queries and refuses those that this endpoint does not take. */
final class QueryReader {

  private final SparqlLimits limits;
  private final String base;

  /**
   * @param base what relative IRIs in queries are resolved against
   */
  QueryReader(SparqlLimits limits, String base) {
    this.limits = limits;
    this.base = base;
  }

  /**
   * @throws ProblemException if the query is malformed or asks for what is not allowed
   */
  ReadQuery read(String text) {
    if (text.length() > limits.queryLength()) {
      throw Refusals.queryTooLong(limits.queryLength());
    }
    try {
      Query query = parse(text);
      if (query.hasDatasetDescription()) {
        throw Refusals.notAllowed(
            400,
            "不支持 FROM 与 FROM NAMED：只查询公开数据的默认图。",
            "FROM and FROM NAMED are not supported: queries see the default graph of the public"
                + " data.");
      }
      return new ReadQuery(query, inspect(query));
    } catch (StackOverflowError e) {
      throw Refusals.tooComplex();
    }
  }

  private Query parse(String text) {
    try {
      return QueryFactory.parse(new Query(), text, base, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      if (isUpdate(text)) {
        throw Refusals.readOnly();
      }
      throw SyntaxFault.of(e, e.getLine(), e.getColumn()).problem();
    } catch (JenaException e) {
      throw SyntaxFault.of(e, -1, -1).problem();
    }
  }

  private boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text, base, Syntax.syntaxSPARQL_11).getOperations().isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Whether the same query over the same data gives the same result. */
  private static boolean inspect(Query query) {
    Inspection inspection = new Inspection();
    if (query.getQueryPattern() != null) {
      Op op = Algebra.compile(query);
      Transformer.transform(inspection.ops, inspection.expressions, op);
    }
    if (inspection.service) {
      throw Refusals.notAllowed(
          403,
          "不支持 SERVICE：此端点不向外发出请求。",
          "SERVICE is not supported: this endpoint sends no requests elsewhere.");
    }
    if (!inspection.unknownFunctions.isEmpty()) {
      String names = String.join(" ", inspection.unknownFunctions);
      throw Refusals.notAllowed(400, "没有这些函数：" + names, "There are no such functions: " + names);
    }
    return !inspection.changing;
  }

  /**
   * @param repeatable whether the same query over the same data gives the same result
   */
  record ReadQuery(Query query, boolean repeatable) {}

  /** Looks at every operator and function on the way of a transformation that changes nothing. */
  private static final class Inspection {

    private boolean service;
    private boolean changing;
    private final Set<String> unknownFunctions = new LinkedHashSet<>();

    private final TransformCopy ops =
        new TransformCopy() {
          @Override
          public Op transform(OpService op, Op sub) {
            service = true;
            return op;
          }
        };

    private final ExprTransformCopy expressions =
        new ExprTransformCopy() {
          @Override
          public Expr transform(ExprFunction0 function) {
            inspect(function);
            return super.transform(function);
          }

          @Override
          public Expr transform(ExprFunctionN function, ExprList args) {
            inspect(function);
            return super.transform(function, args);
          }
        };

    private void inspect(ExprFunction function) {
      if (function instanceof E_Function call && !SafeFunctions.allows(call.getFunctionIRI())) {
        unknownFunctions.add("<" + call.getFunctionIRI() + ">");
      }
      changing |=
          function instanceof E_Now
              || function instanceof E_Random
              || function instanceof E_UUID
              || function instanceof E_StrUUID;
    }
  }
}
