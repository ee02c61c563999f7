package cn.lantai.server.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphOne;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** ARQ's engine over the default graph alone, with every guard in place. */
final class GuardedEngine extends QueryEngineMain {

  private final QueryBudget budget;

  private GuardedEngine(Query query, DatasetGraph dataset, Context context, QueryBudget budget) {
    super(query, dataset, BindingFactory.root(), context);
    this.budget = budget;
  }

  /** To be called and used up within the read transaction of {@code stage}. */
  static Plan plan(Query query, Graph graph, Context context, QueryBudget budget) {
    return new GuardedEngine(query, DatasetGraphOne.create(graph), context, budget).getPlan();
  }

  /**
   * The default graph in the form in which it answers fastest under guard. Named graphs, if the
   * store keeps any for itself, are out of reach.
   */
  static Graph guarded(DatasetGraph stage, QueryBudget budget) {
    Graph graph = stage.getDefaultGraph();
    if (graph instanceof GraphView view && isDefault(view.getGraphName())) {
      DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(view.getDataset());
      if (storage != null) {
        return storage.getDefaultGraph();
      }
    }
    return new GuardedGraph(graph, budget);
  }

  private static boolean isDefault(Node name) {
    return name == null || Quad.isDefaultGraph(name);
  }

  static Context context(QueryBudget budget) {
    Context context = ARQ.getContext().copy();
    context.setFalse(ARQ.httpServiceAllowed);
    context.set(ARQConstants.registryServiceExecutors, new ServiceExecutorRegistry());
    context.setFalse(ARQ.enablePropertyFunctions);
    context.set(ARQConstants.registryPropertyFunctions, new PropertyFunctionRegistry());
    context.set(ARQConstants.registryFunctions, SafeFunctions.registry());
    QC.setFactory(context, execution -> new GuardedExecutor(execution, budget));
    return context;
  }

  /** Guards first: the optimizer already evaluates expressions without variables. */
  @Override
  protected Op modifyOp(Op op) {
    return super.modifyOp(
        Transformer.transform(new TransformCopy(), new GuardedExpressions(budget), op));
  }
}
