package cn.lantai.server.site;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.SparqlView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.sparql.ResultTable;
import cn.lantai.server.sparql.SparqlPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The query page in the look of the site. */
@ApplicationScoped
public class ThemedSparqlPage implements SparqlPage {

  private static final List<SparqlView.Prefix> PREFIXES =
      List.of(
          new SparqlView.Prefix("rico", "https://www.ica.org/standards/RiC/ontology#"),
          new SparqlView.Prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
          new SparqlView.Prefix("skos", "http://www.w3.org/2004/02/skos/core#"),
          new SparqlView.Prefix("dcterms", "http://purl.org/dc/terms/"),
          new SparqlView.Prefix("oa", "http://www.w3.org/ns/oa#"),
          new SparqlView.Prefix("geo", "http://www.opengis.net/ont/geosparql#"),
          new SparqlView.Prefix("lt", "https://w3id.org/lantai/ns#"));

  @Inject Pages pages;

  @Override
  public Response show(View view, HttpHeaders headers, UriInfo uri) {
    Language language = pages.language(uri, headers);
    int status = view.problem().map(Problem::status).orElse(200);
    List<SparqlView.Example> examples =
        view.examples().stream()
            .map(
                example ->
                    new SparqlView.Example(
                        Text.of(language.tag(), example.title().in(language == Language.EN)),
                        example.query()))
            .toList();
    String query =
        view.query().isEmpty() && !examples.isEmpty() ? examples.get(0).query() : view.query();
    return pages.own(
        status,
        new SparqlView(
            query,
            view.result().map(ThemedSparqlPage::result),
            Optional.empty(),
            view.problem().map(problem -> fault(problem, language)),
            examples,
            PREFIXES,
            view.limits().rows(),
            view.limits().time().toSeconds()),
        uri,
        headers,
        Optional.empty(),
        "");
  }

  private static SparqlView.Result result(ResultTable table) {
    List<String> variables = table.answer().isPresent() ? List.of("ASK") : table.variables();
    List<List<SparqlView.Cell>> rows =
        table
            .answer()
            .map(
                yes ->
                    List.of(
                        List.of(
                            new SparqlView.Cell(
                                yes.toString(), Optional.empty(), Optional.empty()))))
            .orElseGet(
                () ->
                    table.rows().stream()
                        .map(row -> row.stream().map(ThemedSparqlPage::cell).toList())
                        .toList());
    return new SparqlView.Result(variables, rows, table.more(), table.milliseconds() / 1000.0);
  }

  private static SparqlView.Cell cell(Optional<ResultTable.Cell> cell) {
    return cell.map(
            term ->
                new SparqlView.Cell(
                    term.text(),
                    term.path(),
                    Optional.of(term.note()).filter(note -> !note.isEmpty())))
        .orElseGet(() -> new SparqlView.Cell("", Optional.empty(), Optional.empty()));
  }

  private static SparqlView.Fault fault(Problem problem, Language language) {
    SparqlView.FaultKind kind =
        switch (problem.slug()) {
          case "malformed-query" -> SparqlView.FaultKind.MALFORMED;
          case "query-timeout" -> SparqlView.FaultKind.TIMEOUT;
          case "query-too-large", "result-too-large" -> SparqlView.FaultKind.TOO_LARGE;
          default -> SparqlView.FaultKind.REFUSED;
        };
    return new SparqlView.Fault(
        kind,
        problem.detail().in(language == Language.EN),
        number(problem, "line"),
        number(problem, "column"));
  }

  private static int number(Problem problem, String member) {
    return problem.more().get(member) instanceof Number number ? number.intValue() : 0;
  }
}
