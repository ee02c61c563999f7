package cn.lantai.server.security;

import cn.lantai.server.problem.ProblemMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Sends a browser that asks for a page of the workbench to the sign-in form, and from there back.
 * Who sent a form comes back to the page that it stands on, where the draft of it is.
 */
@Provider
@ApplicationScoped
public class SignInFirst implements ExceptionMapper<NotAuthorizedException> {

  private static final String WORKBENCH = "/workbench";

  @Inject ProblemMapper problems;
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(NotAuthorizedException failure) {
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    boolean isPage = request.getMethod().equals("GET");
    boolean isForm =
        request.getMethod().equals("POST")
            && request.getContentType() != null
            && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    if ((isPage || isForm) && accept != null && accept.contains(MediaType.TEXT_HTML)) {
      String to = isPage ? address(request) : formPage();
      return Response.seeOther(
              URI.create("/signin?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8)))
          .build();
    }
    return problems.toResponse(failure);
  }

  private static String address(HttpServletRequest request) {
    return request.getQueryString() == null
        ? request.getRequestURI()
        : request.getRequestURI() + "?" + request.getQueryString();
  }

  /** Where the form stands, if its page says so; what is not of this server is not followed. */
  private String formPage() {
    String from = headers.getHeaderString("Referer");
    try {
      URI page = URI.create(from == null ? "" : from);
      String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
      return request.getHeader("Host") != null
              && request.getHeader("Host").equals(page.getRawAuthority())
          ? page.getRawPath() + query
          : WORKBENCH;
    } catch (IllegalArgumentException noAddress) {
      return WORKBENCH;
    }
  }
}
