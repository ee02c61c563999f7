package cn.lantai.server.workbench;

import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.ImportState;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.imports.LimitedUpload;
import cn.lantai.server.imports.OptionRefusedException;
import cn.lantai.server.imports.UploadForm;
import cn.lantai.server.imports.UploadRefusedException;
import cn.lantai.server.imports.Uploads;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.ImportsView;
import cn.lantai.server.site.view.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Uploading, trying and importing, page by page. */
@Path("/workbench/imports")
@RequestScoped
@Requires(Permission.IMPORT)
public class ImportPages {

  private static final int SHOWN = 30;

  @Inject Imports imports;
  @Inject Uploads uploads;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response list() throws IOException {
    return page(
        new ImportsView(
            imports.mappings(),
            uploads.limit() >> 20,
            uploads.days(),
            imports.newest(SHOWN, visitor).stream().map(each -> wording().card(each)).toList()));
  }

  @POST
  @LimitedUpload
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(List<EntityPart> parts) throws IOException {
    try {
      UploadForm form = UploadForm.of(parts);
      return to(imports.start(form.files(), form.options(), visitor));
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    } catch (OptionRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return page(wording().view(find(id)));
  }

  /** Imports for good what was tried. */
  @POST
  @Path("{id: \\d{1,18}}/start")
  public Response start(@PathParam("id") long id) throws IOException {
    try {
      return to(imports.startForGood(find(id), visitor));
    } catch (OptionRefusedException gone) {
      throw ImportProblems.of(gone);
    }
  }

  @POST
  @Path("{id: \\d{1,18}}/cancel")
  public Response cancel(@PathParam("id") long id) {
    return to(imports.cancel(id, visitor).orElseThrow(ImportProblems::unknown));
  }

  private ImportState find(long id) {
    return imports.find(id, visitor).orElseThrow(ImportProblems::unknown);
  }

  private ImportWording wording() {
    return new ImportWording(pages.language(uri, headers));
  }

  private String user() {
    return visitor.name();
  }

  private static Response to(ImportState state) {
    return Response.seeOther(URI.create(ImportWording.href(state))).build();
  }

  private Response page(PageView view) {
    return pages.own(200, view, uri, headers, Optional.of(user()), csrf.token(request));
  }
}
