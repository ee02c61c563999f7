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
 */
@Provider
@ApplicationScoped
public class SignInFirst implements ExceptionMapper<NotAuthorizedException> {

  @Inject ProblemMapper problems;
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(NotAuthorizedException failure) {
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    if (request.getMethod().equals("GET")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML)) {
      String to = URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
      return Response.seeOther(URI.create("/signin?next=" + to)).build();
    }
    return problems.toResponse(failure);
  }
}
