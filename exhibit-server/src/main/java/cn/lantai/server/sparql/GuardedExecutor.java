package cn.lantai.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor with the guards that it lacks.
 *
 * <p>Basic patterns stay with TDB2, which looks at the signal of {@code abort()} itself. Property
 * paths do not, so they see the graph through a {@link GuardedGraph}; nor does a sort that has
 * begun, so its comparator looks at the clock. Rows that a plan holds in memory are counted.
 */
final class GuardedExecutor extends OpExecutorTDB2 {

  private final QueryBudget budget;

  GuardedExecutor(ExecutionContext context, QueryBudget budget) {
    super(context);
    this.budget = budget;
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    Graph graph = execCxt.getActiveGraph();
    ExecutionContext guarded =
        graph instanceof GuardedGraph
            ? execCxt
            : ExecutionContext.copyChangeActiveGraph(execCxt, new GuardedGraph(graph, budget));
    return new QueryIterPath(path.getTriplePath(), input, guarded);
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    QueryIterator rows = held(exec(order.getSubOp(), input));
    return new QueryIterSort(rows, new TimedComparator(order.getConditions()), execCxt);
  }

  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    return held(super.execute(distinct, input));
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    QueryIterator rows = exec(group.getSubOp(), input);
    if (holdsRows(group)) {
      rows = new GroupedRows(rows);
    }
    return new QueryIterGroup(rows, group.getGroupVars(), guarded(group.getAggregators()), execCxt);
  }

  private static boolean holdsRows(OpGroup group) {
    return !group.getGroupVars().isEmpty()
        || group.getAggregators().stream()
            .map(ExprAggregator::getAggregator)
            .anyMatch(agg -> !(agg instanceof AggCount || agg instanceof AggCountVar));
  }

  private List<ExprAggregator> guarded(List<ExprAggregator> aggregators) {
    GuardedExpressions expressions = new GuardedExpressions(budget);
    List<ExprAggregator> result = new ArrayList<>();
    for (ExprAggregator expression : aggregators) {
      Aggregator aggregator = expression.getAggregator();
      if (aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct) {
        ExprList text = new ExprList(expressions.collected(aggregator.getExprList().get(0)));
        result.add(new ExprAggregator(expression.getVar(), aggregator.copy(text)));
      } else {
        result.add(expression);
      }
    }
    return result;
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = held(exec(join.getLeft(), input));
    QueryIterator right = exec(join.getRight(), root());
    return Join.join(left, right, execCxt);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = held(exec(join.getRight(), root()));
    return Join.leftJoin(left, right, join.getExprs(), execCxt);
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    QueryIterator left = exec(minus.getLeft(), input);
    QueryIterator right = held(exec(minus.getRight(), root()));
    Set<Var> common = OpVars.visibleVars(minus.getLeft());
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return QueryIterMinus.create(left, right, common, execCxt);
  }

  /** Refused when the query is read; this is the second lock on the door. */
  @Override
  protected QueryIterator execute(OpService service, QueryIterator input) {
    throw new QueryCancelledException();
  }

  private QueryIterator held(QueryIterator rows) {
    return new HeldRows(rows);
  }

  private final class HeldRows extends QueryIterProcessBinding {

    HeldRows(QueryIterator rows) {
      super(rows, execCxt);
    }

    @Override
    public Binding accept(Binding row) {
      budget.holdRow();
      return row;
    }
  }

  private final class GroupedRows extends QueryIterProcessBinding {

    GroupedRows(QueryIterator rows) {
      super(rows, execCxt);
    }

    @Override
    public Binding accept(Binding row) {
      budget.holdGroupedRow();
      return row;
    }
  }

  /** As its parent, but with an eye on the clock, and without a log line for each failed value. */
  private final class TimedComparator extends BindingComparator {

    TimedComparator(List<SortCondition> conditions) {
      super(conditions, execCxt);
    }

    @Override
    public int compare(Binding one, Binding other) {
      budget.check();
      for (SortCondition condition : getConditions()) {
        NodeValue a = value(condition, one);
        NodeValue b = value(condition, other);
        int order = BindingComparator.compareNodesRaw(a, b);
        if (order != 0) {
          return condition.getDirection() == Query.ORDER_DESCENDING ? -order : order;
        }
      }
      return BindingComparator.compareBindingsSyntactic(one, other);
    }

    private NodeValue value(SortCondition condition, Binding row) {
      try {
        return condition.getExpression().eval(row, execCxt);
      } catch (ExprEvalException e) {
        return null; // sorts first
      }
    }
  }
}
