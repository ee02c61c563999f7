package cn.lantai.server.tasks;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
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

/** What the reader has still to do, of all exhibitions. */
@Path(TaskPages.MINE)
@RequestScoped
@Requires(Permission.SEE)
public class OwnTaskPages {

  @Inject TaskList list;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response show() {
    return pages.own(
        200,
        list.own(pages.language(uri, headers)),
        uri,
        headers,
        Optional.of(visitor.name()),
        csrf.token(request));
  }
}
