package cn.lantai.server.sparql;

import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.sparql.ResultTable.Cell;
import cn.lantai.server.sparql.ResultTable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Makes the table of a result that a page shows. */
final class TableMaker {

  /** Longer texts are shortened: a cell is for reading. */
  private static final int TEXT = 2_000;

  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

  private final Addresses addresses;

  TableMaker(Addresses addresses) {
    this.addresses = addresses;
  }

  ResultTable make(QueryRun run, DatasetGraph stage, Query query, int limit) {
    long start = System.nanoTime();
    List<List<Optional<Cell>>> rows = new ArrayList<>();
    List<String> variables = List.of();
    boolean[] more = {false};
    Optional<Boolean> answer = Optional.empty();
    if (query.isAskType()) {
      answer = Optional.of(run.ask(stage));
    } else if (query.isSelectType()) {
      variables = query.getResultVars();
      run.select(
          stage,
          found -> {
            while (rows.size() < limit && found.hasNext()) {
              rows.add(row(run.variables(), found.next()));
            }
            more[0] = rows.size() == limit && found.hasNext();
          });
    } else {
      variables = List.of("s", "p", "o");
      run.triples(
          stage,
          triple -> {
            more[0] = rows.size() == limit;
            if (!more[0]) {
              rows.add(row(triple));
            }
            return !more[0];
          });
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    return new ResultTable(variables, rows, more[0], answer, milliseconds);
  }

  private List<Optional<Cell>> row(List<Var> variables, Binding binding) {
    return variables.stream()
        .map(variable -> Optional.ofNullable(binding.get(variable)).map(this::cell))
        .toList();
  }

  private List<Optional<Cell>> row(Triple triple) {
    return List.of(
        Optional.of(cell(triple.getSubject())),
        Optional.of(cell(triple.getPredicate())),
        Optional.of(cell(triple.getObject())));
  }

  private Cell cell(Node node) {
    if (node.isURI()) {
      Optional<String> path = addresses.entity(node.getURI()).map(Addresses::pagePath);
      return new Cell(Kind.IRI, node.getURI(), "", path);
    }
    if (node.isLiteral()) {
      String language = node.getLiteralLanguage();
      String datatype = node.getLiteralDatatypeURI();
      String note = language.isEmpty() && !datatype.equals(XSD_STRING) ? datatype : language;
      return new Cell(
          Kind.LITERAL, shortened(node.getLiteralLexicalForm()), note, Optional.empty());
    }
    return new Cell(Kind.BLANK, "_:" + node.getBlankNodeLabel(), "", Optional.empty());
  }

  private static String shortened(String text) {
    if (text.length() <= TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
    return text.substring(0, end) + "…";
  }
}
