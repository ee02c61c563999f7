package cn.lantai.server.security;

import cn.lantai.server.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Refuses every change that does not carry the session's token. */
@Provider
@ApplicationScoped
public class CsrfFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final int LARGEST_FORM = 4 << 20;

  @Inject Csrf csrf;
  @Context HttpServletRequest servletRequest;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (SAFE.contains(request.getMethod())
        || isOpenToAnyone()
        || RightsFilter.isAccepted(request)) {
      return;
    }
    if (token(request).filter(token -> csrf.matches(servletRequest, token)).isEmpty()) {
      throw Problems.formExpired().exception();
    }
  }

  private boolean isOpenToAnyone() {
    return resource.getResourceMethod() != null
        && (resource.getResourceMethod().isAnnotationPresent(AnyoneMayPost.class)
            || resource.getResourceClass().isAnnotationPresent(AnyoneMayPost.class));
  }

  private static Optional<String> token(ContainerRequestContext request) throws IOException {
    String header = request.getHeaderString(Csrf.HEADER);
    if (header != null) {
      return Optional.of(header);
    }
    MediaType type = request.getMediaType();
    if (type == null) {
      return Optional.empty();
    }
    if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(Csrf.FIELD));
    }
    return type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        ? formField(request)
        : Optional.empty();
  }

  /** Reads the form and puts it back for the resource. */
  private static Optional<String> formField(ContainerRequestContext request) throws IOException {
    byte[] form = request.getEntityStream().readNBytes(LARGEST_FORM + 1);
    if (form.length > LARGEST_FORM) {
      throw Problems.of(413).exception();
    }
    request.setEntityStream(new ByteArrayInputStream(form));
    String prefix = Csrf.FIELD + "=";
    for (String pair : new String(form, StandardCharsets.US_ASCII).split("&")) {
      if (pair.startsWith(prefix)) {
        return Optional.of(
            URLDecoder.decode(pair.substring(prefix.length()), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
