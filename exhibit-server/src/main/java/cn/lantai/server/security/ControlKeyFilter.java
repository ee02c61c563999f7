package cn.lantai.server.security;

import cn.lantai.server.problem.Problems;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.security.Principal;
import java.util.List;

/**
 * Takes who brings the {@link ControlKey} ({@code Authorization: Bearer}) for an administrator. It
 * is good for requests from this very machine only, and not for those that a proxy hands on.
 */
@Provider
@AdministratorsOnly
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class ControlKeyFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final String ACCEPTED = "cn.lantai.control";
  private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

  @Inject ControlKey key;
  @Context HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      requireAdministrator(request.getSecurityContext());
      return;
    }
    if (!isFromHere() || !key.matches(header.substring(SCHEME.length()).strip())) {
      throw Problems.of(401).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").exception();
    }
    request.setProperty(ACCEPTED, true);
    request.setSecurityContext(new Operator(request.getSecurityContext().isSecure()));
  }

  /** Whether the request carries the key, which no other site can make a browser send. */
  static boolean isAccepted(ContainerRequestContext request) {
    return Boolean.TRUE.equals(request.getProperty(ACCEPTED));
  }

  private static void requireAdministrator(SecurityContext visitor) {
    if (!visitor.isUserInRole(Role.ADMINISTRATOR)) {
      throw Problems.of(visitor.getUserPrincipal() == null ? 401 : 403).exception();
    }
  }

  private boolean isFromHere() throws IOException {
    String remote = servletRequest.getRemoteAddr();
    return HANDED_ON.stream().allMatch(name -> servletRequest.getHeader(name) == null)
        && (InetAddress.getByName(remote).isLoopbackAddress()
            || remote.equals(servletRequest.getLocalAddr()));
  }

  private record Operator(boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return () -> "operator";
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals(Role.ADMINISTRATOR);
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
