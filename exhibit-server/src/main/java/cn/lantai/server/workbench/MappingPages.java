package cn.lantai.server.workbench;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.MappingChangedException;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.ingest.mapping.TableChoice;
import cn.lantai.server.imports.ColumnMappings;
import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.ImportState;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Says what the columns of an import are, keeps that as a mapping, and tries the files again. */
@Path("/workbench/imports/{id: \\d{1,18}}/columns")
@RequestScoped
@Requires(Permission.IMPORT)
public class MappingPages {

  /** More columns are no page that anybody can use. */
  private static final int MOST_COLUMNS = 300;

  @Inject Imports imports;
  @Inject ColumnMappings mappings;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("id")
  long id;

  @GET
  public Response show() throws IOException {
    ImportState state = find();
    ColumnMappings.Columns columns = columns(state);
    return page(
        200, state, columns, MappingFields.of(state, columns, mappings.names()), Optional.empty());
  }

  /** Keeps it and tries again; or only shows what columns another table of ours has. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(MultivaluedMap<String, String> form) throws IOException {
    ImportState state = find();
    ColumnMappings.Columns columns = columns(state);
    MappingFields fields = MappingFields.of(form, columns);
    if (fields.onlyShows()) {
      return page(200, state, columns, fields, Optional.empty());
    }
    try {
      List<TableChoice> choices = fields.choices();
      ImportState again =
          mappings.keepAndTry(state, fields.name(), fields.seen(), choices, visitor);
      return Response.seeOther(URI.create(ImportWording.href(again))).build();
    } catch (MappingRefusedException refused) {
      return page(422, state, columns, fields, Optional.of(refused.reason()));
    } catch (MappingChangedException changed) {
      return page(409, state, columns, fields, Optional.of(ImportProblems.reason(changed)));
    }
  }

  private ImportState find() {
    return imports.find(id, visitor).orElseThrow(ImportProblems::unknown);
  }

  private ColumnMappings.Columns columns(ImportState state) throws IOException {
    ColumnMappings.Columns columns = mappings.of(state);
    if (!state.repeatable()) {
      throw ImportProblems.uploadGone();
    }
    if (columns.tables().stream().mapToInt(table -> table.columns().size()).sum() > MOST_COLUMNS) {
      throw ImportProblems.tooManyColumns(MOST_COLUMNS);
    }
    return columns;
  }

  private Response page(
      int status,
      ImportState state,
      ColumnMappings.Columns columns,
      MappingFields fields,
      Optional<LocalizedText> fault) {
    MappingWording words = new MappingWording(pages.language(uri, headers));
    return pages.own(
        status,
        words.view(state, columns, fields, fault),
        uri,
        headers,
        Optional.of(visitor.name()),
        csrf.token(request));
  }
}
