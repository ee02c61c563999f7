package cn.lantai.server.guide;

import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;

/** Closing and opening guides, and the one button that has the samples imported. */
@Path("/workbench/guides")
@RequestScoped
@Requires
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class GuidePages {

  /** Pages of the workbench, without a query: nobody is led elsewhere. */
  private static final Pattern PAGE = Pattern.compile("/workbench(?:/[a-z0-9._-]+)*");

  @Inject Guides guides;
  @Inject Imports imports;
  @Inject Visitor visitor;

  /**
   * @param back the page from which it was asked
   */
  @POST
  public Response turn(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("to") @DefaultValue("") String to,
      @FormParam("back") @DefaultValue("") String back) {
    if (!Guides.NAMES.contains(name)) {
      throw new NotFoundException();
    }
    guides.set(name, to.equals("open"));
    return seeOther(PAGE.matcher(back).matches() ? back : "/workbench");
  }

  @POST
  @Path("samples")
  @Requires(Permission.IMPORT)
  public Response samples() {
    return seeOther(
        "/workbench/imports/"
            + imports.startSamples(visitor).orElseThrow(ImportProblems::noSamples).id());
  }

  private static Response seeOther(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
