package cn.lantai.server.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;

/**
 * One query at work. Its result must be taken within the stage's read transaction; {@link #abort}
 * may be called from any thread.
 */
final class QueryRun {

  private final Query query;
  private final QueryBudget budget;
  private final Context context;
  private final AtomicBoolean cancelSignal;

  QueryRun(Query query, SparqlLimits limits) {
    this.query = query;
    this.budget = new QueryBudget(limits);
    this.context = GuardedEngine.context(budget);
    this.context.put(ARQConstants.sysCurrentQuery, query);
    Context.setCurrentDateTime(context);
    this.cancelSignal = Context.getOrSetCancelSignal(context);
  }

  void abort() {
    budget.stop();
    cancelSignal.set(true);
  }

  QueryBudget budget() {
    return budget;
  }

  List<Var> variables() {
    return query.getResultVars().stream().map(Var::alloc).toList();
  }

  boolean ask(DatasetGraph stage) {
    return solve(stage, QueryIterator::hasNext);
  }

  /**
   * @param sink takes the rows; what it does not take is not computed
   */
  void select(DatasetGraph stage, Consumer<Iterator<Binding>> sink) {
    solve(
        stage,
        rows -> {
          sink.accept(new CheckedRows(rows));
          return null;
        });
  }

  /**
   * @param sink takes a triple and says whether it wants more
   */
  void triples(DatasetGraph stage, Predicate<Triple> sink) {
    if (query.isConstructType()) {
      construct(stage, sink);
    } else {
      describe(stage, sink);
    }
  }

  private void construct(DatasetGraph stage, Predicate<Triple> sink) {
    List<Triple> template = query.getConstructTemplate().getTriples();
    solve(
        stage,
        rows -> {
          Iterator<Triple> triples = TemplateLib.calcTriples(template, new CheckedRows(rows));
          boolean more = true;
          while (more && triples.hasNext()) {
            more = sink.test(triples.next());
          }
          return null;
        });
  }

  private void describe(DatasetGraph stage, Predicate<Triple> sink) {
    Set<Node> resources = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      solve(stage, rows -> collect(rows, resources));
    }
    Graph graph = new GuardedGraph(GuardedEngine.guarded(stage, budget), budget);
    EntityDescription description = new EntityDescription(graph);
    for (Node resource : new ArrayList<>(resources)) {
      if (!description.describe(resource, sink)) {
        return;
      }
    }
  }

  private Set<Node> collect(QueryIterator rows, Set<Node> resources) {
    List<Var> variables = variables();
    while (rows.hasNext()) {
      Binding row = rows.next();
      for (Var variable : variables) {
        Node node = row.get(variable);
        if (node != null && !node.isLiteral() && resources.add(node)) {
          budget.holdRow();
        }
      }
    }
    return resources;
  }

  private <T> T solve(DatasetGraph stage, Function<QueryIterator, T> use) {
    Plan plan = GuardedEngine.plan(query, GuardedEngine.guarded(stage, budget), context, budget);
    try {
      return use.apply(plan.iterator());
    } finally {
      plan.close();
    }
  }

  /** Looks at the clock also between rows that come without search. */
  private final class CheckedRows implements Iterator<Binding> {

    private final QueryIterator rows;

    CheckedRows(QueryIterator rows) {
      this.rows = rows;
    }

    /**
     * @throws QueryCancelledException when the time is over
     */
    @Override
    public boolean hasNext() {
      budget.check();
      return rows.hasNext();
    }

    @Override
    public Binding next() {
      return rows.next();
    }
  }
}
