package cn.lantai.server.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into a page for browsers, and into problem JSON for everything else.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Inject ErrorPages pages;
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    Problem problem = problem(failure);
    if (problem.status() >= 500) {
      LOG.error("[{}] {} {} failed", problem.request(), request.getMethod(), path(), failure);
    }
    Response.ResponseBuilder response = Response.status(problem.status());
    if (failure instanceof WebApplicationException web) {
      keepHeader(web, HttpHeaders.ALLOW, response);
      keepHeader(web, HttpHeaders.WWW_AUTHENTICATE, response);
      keepHeader(web, HttpHeaders.RETRY_AFTER, response);
    }
    response.header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, "Accept");
    return prefersPage()
        ? response.type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(pages.page(problem)).build()
        : response.type(Problem.MEDIA_TYPE).entity(problem.toJson()).build();
  }

  private Problem problem(Throwable failure) {
    String id = RequestId.of(request);
    if (failure instanceof RequestRefusedException refused) {
      return problem(refused.status(), refused.key(), refused.detail(), id);
    }
    int status =
        failure instanceof WebApplicationException web ? web.getResponse().getStatus() : 500;
    String key =
        switch (status) {
          case 401 -> "sign.in.first";
          case 403 -> "forbidden";
          case 404 -> "not.found";
          case 405 -> "method.not.allowed";
          case 406 -> "not.acceptable";
          case 410 -> "gone";
          case 415 -> "unsupported.type";
          default -> status < 500 ? "bad.request" : "failed";
        };
    return problem(status, key, "", id);
  }

  private static Problem problem(int status, String key, String detail, String id) {
    String title =
        Optional.ofNullable(Response.Status.fromStatusCode(status))
            .map(Response.Status::getReasonPhrase)
            .orElse("Error");
    return new Problem(status, key, title, detail, id);
  }

  private static void keepHeader(
      WebApplicationException failure, String name, Response.ResponseBuilder response) {
    Optional.ofNullable(failure.getResponse().getHeaderString(name))
        .ifPresent(value -> response.header(name, value));
  }

  /** Browsers name HTML; programs that accept anything get JSON. */
  private boolean prefersPage() {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.getType().equals("text") && type.getSubtype().equals("html")
          || type.getSubtype().equals("xhtml+xml")) {
        return true;
      }
      if (type.getSubtype().endsWith("json")) {
        return false;
      }
    }
    return false;
  }

  private String path() {
    return request.getRequestURI().replaceAll("[\\p{Cntrl}]", "?");
  }
}
