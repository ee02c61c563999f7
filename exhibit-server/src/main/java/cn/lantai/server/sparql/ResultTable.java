package cn.lantai.server.sparql;

import java.util.List;
import java.util.Optional;

/**
 * The beginning of a result, for a page.
 *
 * @param variables the columns; for a graph "s", "p", "o"
 * @param rows a cell for each column; empty where a variable is unbound
 * @param more whether there are more rows
 * @param answer the answer to ASK; the table is empty then
 */
public record ResultTable(
    List<String> variables,
    List<List<Optional<Cell>>> rows,
    boolean more,
    Optional<Boolean> answer,
    long milliseconds) {

  public ResultTable {
    variables = List.copyOf(variables);
    rows = List.copyOf(rows);
  }

  /**
   * One term.
   *
   * @param kind how to show it
   * @param text the IRI or the text
   * @param note the language tag or the datatype's IRI; empty if there is none to show
   * @param path where the entity of this site that the IRI names has its page; empty if it is none
   */
  public record Cell(Kind kind, String text, String note, Optional<String> path) {}

  /** The kinds of term. */
  public enum Kind {
    IRI,
    LITERAL,
    BLANK
  }
}
