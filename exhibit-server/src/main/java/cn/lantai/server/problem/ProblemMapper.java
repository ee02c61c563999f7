package cn.lantai.server.problem;

import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.runtime.DiskRoom;
import cn.lantai.server.runtime.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever failed into a page for browsers and into problem JSON for everyone else. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private static final List<Negotiation.Offer<Boolean>> OFFERS =
      List.of(
          new Negotiation.Offer<>(Problem.MEDIA_TYPE, false),
          new Negotiation.Offer<>("application/json", false),
          new Negotiation.Offer<>("text/html", true));

  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

  @Context HttpHeaders headers;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

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
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    Problem problem = problem(failure);
    if (problem.status() >= 500 && !(failure instanceof ProblemException)) {
      LOG.error("[{}] {} failed", reference().orElse("-"), path(), failure);
    }
    Response.ResponseBuilder answer = answer(problem);
    problem.headers().forEach(answer::header);
    if (failure instanceof WebApplicationException web) {
      for (String name : KEPT_HEADERS) {
        Optional.ofNullable(web.getResponse().getHeaderString(name))
            .ifPresent(value -> answer.header(name, value));
      }
    }
    return answer
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static Problem problem(Throwable failure) {
    // What refuses a body while it is read comes wrapped by who read it.
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
      if (cause instanceof NotAllowedException) {
        return Problems.of(403);
      }
      if (cause instanceof OutOfReachException) {
        return Problems.of(404);
      }
    }
    if (DiskRoom.isMissing(failure)) {
      return Problems.of(507);
    }
    return Problems.of(
        failure instanceof WebApplicationException web ? web.getResponse().getStatus() : 500);
  }

  private Response.ResponseBuilder answer(Problem problem) {
    boolean html = Negotiation.choose(accept(), OFFERS).orElse(false);
    if (html && page.isPresent()) {
      return Response.fromResponse(page.get().show(problem, headers, uri, reference().orElse("")));
    }
    boolean english = headers != null && Problems.prefersEnglish(headers);
    Problem told =
        reference().map(id -> problem.with("instance", "urn:uuid:" + id)).orElse(problem);
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .language(english ? Locale.ENGLISH : Locale.CHINESE)
        .entity(told.json(english));
  }

  private String accept() {
    return headers == null ? "" : Negotiation.header(headers, HttpHeaders.ACCEPT);
  }

  private Optional<String> reference() {
    return Optional.ofNullable(request).map(RequestId::of);
  }

  private String path() {
    return uri == null
        ? ""
        : uri.getPath()
            .replaceAll("\\p{Cntrl}", "?")
            // Who has the address of a preview may see it.
            .replaceAll("^(/?preview)/[^/]*", "$1/…");
  }
}
