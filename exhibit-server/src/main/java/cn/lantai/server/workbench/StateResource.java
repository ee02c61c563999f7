package cn.lantai.server.workbench;

import cn.lantai.server.guide.FirstSteps;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Build;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.StateView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** What the visitor can do; and how the journal, the stages and the jobs are. */
@Path("/workbench")
@RequestScoped
@Requires
public class StateResource {

  @Inject Operation operation;
  @Inject FirstSteps steps;
  @Inject Imports imports;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response state() {
    StateView view =
        new StateView(
            Build.version(),
            steps.guide(),
            steps.isClosed(),
            imports.offersSamples(visitor),
            visitor.rights().may(Permission.OPERATE)
                ? Optional.of(operation.now())
                : Optional.empty());
    return pages.own(200, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }
}
