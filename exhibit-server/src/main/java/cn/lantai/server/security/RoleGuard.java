package cn.lantai.server.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Holds resources to their {@link RolesAllowed}; sends browsers that are unknown to sign in. */
@Provider
public class RoleGuard implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Optional.ofNullable(resource.getResourceMethod().getAnnotation(RolesAllowed.class))
        .or(
            () ->
                Optional.ofNullable(resource.getResourceClass().getAnnotation(RolesAllowed.class)))
        .ifPresent(
            allowed ->
                context.register(
                    (ContainerRequestFilter) request -> check(request, allowed.value()),
                    Priorities.AUTHORIZATION));
  }

  private static void check(ContainerRequestContext request, String[] roles) {
    var security = request.getSecurityContext();
    if (Arrays.stream(roles).anyMatch(security::isUserInRole)) {
      return;
    }
    if (security.getUserPrincipal() != null) {
      throw new ForbiddenException();
    }
    if (request.getMethod().equals("GET") && wantsPage(request)) {
      String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
      request.abortWith(
          Response.seeOther(
                  URI.create("/signin?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)))
              .build());
      return;
    }
    throw new NotAuthorizedException("Form");
  }

  private static boolean wantsPage(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}
