package cn.lantai.server.sparql;

import cn.lantai.exchange.RdfPrefixes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsWriter;

/** Runs a query and writes its result, cut off where a limit is met. */
final class ResultWriter {

  private final SparqlLimits limits;
  private final String base;
  private final String help;

  /**
   * @param help where a reader of a cut-off result learns about the limits
   */
  ResultWriter(SparqlLimits limits, String base, String help) {
    this.limits = limits;
    this.base = base;
    this.help = help;
  }

  /** The result without its tag. */
  SparqlResult write(QueryRun run, DatasetGraph stage, boolean ask, ResultFormat format) {
    if (ask) {
      return answer(run.ask(stage), format);
    }
    return format.isTable() ? table(run, stage, format) : graph(run, stage, format);
  }

  private SparqlResult answer(boolean answer, ResultFormat format) {
    BoundedBuffer out = new BoundedBuffer(limits.bytes());
    ResultsWriter.create().lang(format.lang()).write(out, answer);
    return new SparqlResult(out.toByteArray(), format, Optional.empty(), Optional.empty());
  }

  private SparqlResult table(QueryRun run, DatasetGraph stage, ResultFormat format) {
    BoundedBuffer out = new BoundedBuffer(limits.bytes());
    List<Var> variables = run.variables();
    CutRows[] cut = new CutRows[1];
    run.select(
        stage,
        rows -> {
          cut[0] = new CutRows(rows, out);
          RowSet rowSet = RowSetStream.create(variables, cut[0]);
          ResultsWriter.create().lang(format.lang()).write(out, rowSet);
        });
    Optional<String> cutOff = cut[0].cutOff();
    byte[] body = out.toByteArray();
    if (cutOff.isPresent()) {
      body = withLink(body, format);
    }
    return new SparqlResult(body, format, cutOff, Optional.empty());
  }

  /** JSON and XML have a place for a link in their head: that is how the file itself tells. */
  private byte[] withLink(byte[] body, ResultFormat format) {
    String before;
    String after;
    switch (format) {
      case JSON -> {
        before = "\"head\": {";
        after = before + " \"link\": [ \"" + help + "\" ] ,";
      }
      case XML -> {
        before = "</head>";
        after = "  <link href=\"" + help + "\"/>\n  " + before;
      }
      default -> {
        return body;
      }
    }
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    int at = indexOf(body, head);
    if (at < 0) {
      throw new IllegalStateException("No head in a result in " + format);
    }
    byte[] replacement = after.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[body.length - head.length + replacement.length];
    System.arraycopy(body, 0, result, 0, at);
    System.arraycopy(replacement, 0, result, at, replacement.length);
    int rest = at + head.length;
    System.arraycopy(body, rest, result, at + replacement.length, body.length - rest);
    return result;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private SparqlResult graph(QueryRun run, DatasetGraph stage, ResultFormat format) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    boolean whole = collect(run, stage, graph);
    RdfPrefixes.addUsed(graph, base);
    BoundedBuffer out = new BoundedBuffer(limits.bytes());
    try {
      format.syntax().orElseThrow().write(graph, out);
    } catch (JenaException e) {
      throw Refusals.unsayable(format);
    }
    Optional<String> cutOff = whole ? Optional.empty() : Optional.of("triples=" + graph.size());
    return new SparqlResult(out.toByteArray(), format, cutOff, Optional.empty());
  }

  /** Whether all triples had room. */
  private boolean collect(QueryRun run, DatasetGraph stage, Graph graph) {
    boolean[] whole = {true};
    int[] size = {0};
    run.triples(
        stage,
        triple -> {
          if (!isRdf(triple) || graph.contains(triple)) {
            return true;
          }
          size[0] += 3 + triple.getObject().toString().length();
          if (graph.size() >= limits.triples() || size[0] > limits.bytes() / 2) {
            whole[0] = false;
            return false;
          }
          graph.add(triple);
          return true;
        });
    return whole[0];
  }

  private static boolean isRdf(Triple triple) {
    return triple.isConcrete()
        && (triple.getSubject().isURI() || triple.getSubject().isBlank())
        && triple.getPredicate().isURI();
  }

  private final class CutRows implements Iterator<Binding> {

    private final Iterator<Binding> rows;
    private final BoundedBuffer out;
    private int count;
    private String reason;

    CutRows(Iterator<Binding> rows, BoundedBuffer out) {
      this.rows = rows;
      this.out = out;
    }

    @Override
    public boolean hasNext() {
      if (reason != null || !rows.hasNext()) {
        return false;
      }
      if (count >= limits.rows()) {
        reason = "rows=" + count;
      } else if (out.isFull()) {
        reason = "bytes=" + limits.bytes() + "; rows=" + count;
      }
      return reason == null;
    }

    @Override
    public Binding next() {
      count++;
      return rows.next();
    }

    Optional<String> cutOff() {
      return Optional.ofNullable(reason);
    }
  }
}
