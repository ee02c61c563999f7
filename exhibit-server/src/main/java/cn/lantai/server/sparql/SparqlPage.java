package cn.lantai.server.sparql;

import cn.lantai.server.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The query page for browsers. It works without scripts: the result comes with the page. */
public interface SparqlPage {

  Response show(View view, HttpHeaders headers, UriInfo uri);

  /**
   * What the page shows.
   *
   * @param query the text in the editor; empty if none was sent
   * @param result the first rows; empty if there is no query or it failed
   * @param problem why there is no result; its status is to be the page's
   */
  record View(
      String query,
      Optional<ResultTable> result,
      Optional<Problem> problem,
      List<ExampleQuery> examples,
      SparqlLimits limits) {

    public View {
      examples = List.copyOf(examples);
    }
  }
}
