package cn.lantai.server.workbench;

import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.StageIndex;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Originals;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.SearchPage;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.server.site.view.SearchView;
import cn.lantai.stage.StageKind;
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

/** The search of the working stage, which tells of each result how it stands to the public one. */
@Path("/workbench/search")
@RequestScoped
@Requires(Permission.SEE)
public class CuratorSearchResource {

  private static final String PATH = "/workbench/search";

  @Inject StageStores stores;
  @Inject Visitor visitor;
  @Inject Originals originals;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response search() {
    StageIndex working = stores.index(StageKind.WORKING);
    SearchRequest asked = new SearchRequest(PATH, uri.getQueryParameters());
    asked.sets().forEach(set -> visitor.rights().require(Permission.SEE, set));
    SearchPage page =
        new SearchPage(working, pages.language(uri, headers), asked, originals.staging());
    try {
      return answer(
          200,
          page.view(
              working.search(
                  asked.query().reaching(visitor.rights().reach()),
                  stores.index(StageKind.PUBLIC).versions())));
    } catch (SearchRefusedException refused) {
      return answer(400, page.refused(refused.reason()));
    }
  }

  private Response answer(int status, SearchView view) {
    return pages.own(status, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }
}
