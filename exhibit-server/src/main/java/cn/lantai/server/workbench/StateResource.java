package cn.lantai.server.workbench;

import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.Pages;
import cn.lantai.server.runtime.Stores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How the journal, the stages and the jobs are. */
@Path("/workbench")
@RequestScoped
@RolesAllowed(Role.ADMINISTRATOR)
public class StateResource {

  private static final int JOBS_SHOWN = 20;

  @Inject Stores stores;
  @Inject Jobs jobs;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public Response state() {
    StateView view =
        new StateView(
            request.getUserPrincipal().getName(),
            csrf.token(request),
            stores.head(),
            stores.positions(),
            stores.sizes(),
            jobs.newest(JOBS_SHOWN),
            jobs.activity());
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok(pages.state(view)).cacheControl(never).build();
  }
}
