package cn.lantai.server.site;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.ProblemPage;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.ErrorView;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Problems in the look of the site. */
@ApplicationScoped
public class ThemedProblemPage implements ProblemPage {

  @Inject Pages pages;

  @Override
  public Response show(Problem problem, HttpHeaders headers, UriInfo uri, String reference) {
    Language language = pages.language(uri, headers);
    boolean english = language == Language.EN;
    ErrorView.Status status = ErrorView.Status.of(problem.status());
    return pages.own(
        problem.status(),
        new ErrorView(
            status,
            problem.status(),
            Optional.of(Text.of(language.tag(), problem.title().in(english)))
                .filter(title -> status.code() != problem.status()),
            Optional.of(Text.of(language.tag(), problem.detail().in(english))),
            Optional.of(uri.getRequestUri().getRawPath()),
            List.of(),
            Optional.of(reference).filter(id -> problem.status() >= 500 && !id.isEmpty())),
        uri,
        headers,
        Optional.empty(),
        "");
  }
}
