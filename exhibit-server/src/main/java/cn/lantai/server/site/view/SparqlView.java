package cn.lantai.server.site.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The query page for browsers. The form sends {@code query} to {@code /sparql} with GET; the server
 * answers a browser with this page and the result in it, so no script is needed.
 *
 * @param query as typed, or one to start with
 * @param graph the result of CONSTRUCT or DESCRIBE as Turtle
 */
public record SparqlView(
    String query,
    Optional<Result> result,
    Optional<String> graph,
    Optional<Fault> fault,
    List<Example> examples,
    List<Prefix> prefixes,
    long rowLimit,
    long secondsLimit)
    implements PageView {
  public SparqlView {
    Objects.requireNonNull(query);
    Objects.requireNonNull(result);
    Objects.requireNonNull(graph);
    Objects.requireNonNull(fault);
    examples = List.copyOf(examples);
    prefixes = List.copyOf(prefixes);
  }

  @Override
  public String template() {
    return "sparql";
  }

  /** The same query in another form: the endpoint takes {@code format} beside Accept. */
  public String download(String format) {
    return "/sparql?query="
        + URLEncoder.encode(query, StandardCharsets.UTF_8)
        + "&format="
        + format;
  }

  /** A table of results. An ASK query has one column and one row. */
  public record Result(
      List<String> variables, List<List<Cell>> rows, boolean truncated, double seconds) {
    public Result {
      variables = List.copyOf(variables);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** One value; unbound is an empty value. {@code remark} is a language or a datatype. */
  public record Cell(String value, Optional<String> href, Optional<String> remark) {
    public Cell {
      Objects.requireNonNull(value);
      Objects.requireNonNull(href);
      Objects.requireNonNull(remark);
    }
  }

  /** Why there is no result. Line and column count from 1, 0 if unknown. */
  public record Fault(FaultKind kind, String detail, int line, int column) {
    public Fault {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(detail);
    }
  }

  /** Kinds of faults that a reader can do something about. */
  public enum FaultKind {
    MALFORMED,
    TIMEOUT,
    TOO_LARGE,
    REFUSED
  }

  /** A query to learn from. */
  public record Example(Text title, String query) {
    public Example {
      Objects.requireNonNull(title);
      Objects.requireNonNull(query);
    }

    public String href() {
      return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
  }

  /** A namespace in use. */
  public record Prefix(String prefix, String namespace) {}
}
