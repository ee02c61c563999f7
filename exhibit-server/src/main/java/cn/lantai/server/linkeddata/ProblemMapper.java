package cn.lantai.server.linkeddata;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Problems as a page for browsers and as problem JSON for everyone else. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {

  private static final List<Negotiation.Offer<Boolean>> OFFERS =
      List.of(
          new Negotiation.Offer<>(Problem.MEDIA_TYPE, false),
          new Negotiation.Offer<>("application/json", false),
          new Negotiation.Offer<>("text/html", true));

  @Context HttpHeaders headers;
  @Context UriInfo uri;

  private final Optional<ProblemPage> page;

  /** For the container, which needs it to make a proxy. */
  public ProblemMapper() {
    this.page = Optional.empty();
  }

  @Inject
  public ProblemMapper(Instance<ProblemPage> page) {
    this.page = page.isResolvable() ? Optional.of(page.get()) : Optional.empty();
  }

  @Override
  public Response toResponse(ProblemException exception) {
    Problem problem = exception.problem();
    boolean html = Negotiation.choose(accept(), OFFERS).orElse(false);
    Response.ResponseBuilder answer =
        html && page.isPresent()
            ? Response.fromResponse(page.get().show(problem, headers, uri))
            : json(problem);
    problem.headers().forEach(answer::header);
    return answer
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private Response.ResponseBuilder json(Problem problem) {
    boolean english = prefersEnglish();
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .language(english ? Locale.ENGLISH : Locale.CHINESE)
        .entity(problem.json(english));
  }

  private String accept() {
    return headers == null ? "" : Negotiation.header(headers, HttpHeaders.ACCEPT);
  }

  private boolean prefersEnglish() {
    return headers != null
        && headers.getAcceptableLanguages().stream()
            .map(Locale::getLanguage)
            .filter(language -> language.equals("zh") || language.equals("en"))
            .findFirst()
            .map("en"::equals)
            .orElse(false);
  }
}
