package cn.lantai.server.security;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what somebody known asked for and was refused (403), whoever refused it. */
@Provider
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
  private static final int FORBIDDEN = 403;

  @Inject Visitor visitor;
  @Inject Repetitions repetitions;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != FORBIDDEN || visitor.known().isEmpty()) {
      return;
    }
    String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
    try {
      repetitions.note(
          "refused " + visitor.name() + " " + request.getMethod() + " " + path,
          AuditNote.of(AuditAction.REFUSED)
              .refused()
              .about(path)
              .with(AuditKey.METHOD, request.getMethod()));
    } catch (RuntimeException notNoted) {
      // It stays refused.
      LOG.error("A refusal is not in the audit log: {} by {}", path, visitor.name(), notNoted);
    }
  }
}
