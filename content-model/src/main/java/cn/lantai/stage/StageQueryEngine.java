package cn.lantai.stage;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * TDB2's own query engine for a {@link StageDataset}, with all that GRAPH and FROM could reach
 * taken out. Without it, queries over the view would run triple by triple, several times slower.
 */
final class StageQueryEngine extends QueryEngineTDB {

  private StageQueryEngine(Query query, DatasetGraphTDB store, Binding input, Context context) {
    super(query, store, input, context);
  }

  private StageQueryEngine(Op op, DatasetGraphTDB store, Binding input, Context context) {
    super(op, store, input, context);
  }

  static void install() {
    QueryEngineRegistry.addFactory(new Factory());
  }

  @Override
  protected Op modifyOp(Op op) {
    return super.modifyOp(Transformer.transform(new NoNamedGraphs(), op));
  }

  @Override
  protected DatasetGraph dynamicDataset(
      DatasetDescription description, DatasetGraph dataset, boolean unionDefaultGraph) {
    // Whatever graphs the query names, a stage does not have them.
    return DatasetGraphFactory.empty();
  }

  private static final class NoNamedGraphs extends TransformCopy {
    @Override
    public Op transform(OpGraph graph, Op pattern) {
      return OpTable.empty();
    }
  }

  private static final class Factory implements QueryEngineFactory {

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return isStage(dataset);
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return isStage(dataset);
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new StageQueryEngine(query, store(dataset), input, context).getPlan();
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new StageQueryEngine(op, store(dataset), input, context).getPlan();
    }

    private static boolean isStage(DatasetGraph dataset) {
      return dataset instanceof StageDataset stage && TDBInternal.isBackedByTDB(stage.getWrapped());
    }

    private static DatasetGraphTDB store(DatasetGraph dataset) {
      return TDBInternal.requireStorage(((StageDataset) dataset).getWrapped());
    }
  }
}
