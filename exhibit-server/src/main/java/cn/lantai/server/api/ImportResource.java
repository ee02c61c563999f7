package cn.lantai.server.api;

import cn.lantai.server.imports.ColumnMappings;
import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.ImportState;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.imports.LimitedUpload;
import cn.lantai.server.imports.OptionRefusedException;
import cn.lantai.server.imports.ReportFolder;
import cn.lantai.server.imports.UploadForm;
import cn.lantai.server.imports.UploadRefusedException;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports for programs, and the downloads of their reports. What is uploaded is imported by a job;
 * its address tells how far it is.
 */
@Path("api/imports")
@RequestScoped
@Requires(Permission.IMPORT)
public class ImportResource {

  private static final int LARGEST_PAGE = 200;

  /** Spreadsheets take it for a table, browsers save it. */
  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject Imports imports;
  @Inject ColumnMappings mappings;
  @Inject Addresses addresses;
  @Inject Visitor visitor;

  @POST
  @LimitedUpload
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response start(List<EntityPart> parts) throws IOException {
    try {
      UploadForm form = UploadForm.of(parts);
      ImportState started = imports.start(form.files(), form.options(), visitor);
      return json(Response.accepted(), started)
          .location(URI.create(json().address(started.id())))
          .build();
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    } catch (OptionRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  /** Imports an upload that came piece by piece: {@code {"upload": "…", "dry-run": true}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response startUpload(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    Map<String, String> fields = new HashMap<>();
    asked.forEach(
        (name, value) ->
            fields.put(
                name, value instanceof JsonString text ? text.getString() : value.toString()));
    try {
      ImportState started =
          imports
              .start(JsonBody.text(asked, "upload"), UploadForm.options(fields), visitor)
              .orElseThrow(ImportProblems::unknownUpload);
      return json(Response.accepted(), started)
          .location(URI.create(json().address(started.id())))
          .build();
    } catch (UploadRefusedException refused) {
      throw ImportProblems.of(refused);
    } catch (OptionRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  /** The newest imports. */
  @GET
  public Response list(@QueryParam("limit") @DefaultValue("50") int limit) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    imports
        .newest(Math.max(1, Math.min(limit, LARGEST_PAGE)), visitor)
        .forEach(each -> list.add(json().of(each)));
    return answer(Response.ok(), Json.createObjectBuilder().add("imports", list).build().toString())
        .build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return json(Response.ok(), find(id)).build();
  }

  /** Ends an import that waits or runs. What was saved by then stays saved. */
  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response cancel(@PathParam("id") long id) {
    ImportState cancelled = imports.cancel(id, visitor).orElseThrow(ImportProblems::unknown);
    return json(cancelled.job().isPending() ? Response.accepted() : Response.ok(), cancelled)
        .build();
  }

  /**
   * Imports the same files again: {@code {"mapping": "museum"}} tries them with another mapping,
   * {@code {"dry-run": false}} imports for good what was tried. What is not said stays as it was.
   */
  @POST
  @Path("{id: \\d{1,18}}/runs")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response again(@PathParam("id") long id, InputStream body) throws IOException {
    ImportState tried = find(id);
    try {
      ImportState started = imports.again(tried, RunBody.read(JsonBody.read(body)), visitor);
      return json(Response.accepted(), started)
          .location(URI.create(json().address(started.id())))
          .build();
    } catch (OptionRefusedException refused) {
      throw ImportProblems.of(refused);
    }
  }

  @GET
  @Path("{id: \\d{1,18}}/report.csv")
  public Response report(@PathParam("id") long id) {
    return file(find(id).report().problems(), "import-" + id + "-report.csv");
  }

  /** A mapping to be filled in, if a table was not recognised. */
  @GET
  @Path("{id: \\d{1,18}}/mapping.csv")
  public Response mapping(@PathParam("id") long id) {
    return file(find(id).report().mapping(), "import-" + id + "-mapping.csv");
  }

  /** The columns of its tables, with a few values, and what each was taken for. */
  @GET
  @Path("{id: \\d{1,18}}/columns")
  public Response columns(@PathParam("id") long id) throws IOException {
    return JsonBody.answer(Response.ok(), MappingJson.of(mappings.of(find(id))));
  }

  /** The rows that were kept out, to be mended: a table, or an archive of several. */
  @GET
  @Path("{id: \\d{1,18}}/rejected")
  public Response rejected(@PathParam("id") long id) {
    ReportFolder report = find(id).report();
    List<java.nio.file.Path> tables = report.rejected();
    if (tables.size() <= 1) {
      return file(
          tables.stream().findFirst(),
          tables.stream().findFirst().map(table -> table.getFileName().toString()).orElse(""));
    }
    StreamingOutput archive = report::writeRejected;
    return Downloads.of(archive, "import-" + id + "-rejected.zip", "application/zip");
  }

  private static Response file(Optional<java.nio.file.Path> file, String name) {
    return Downloads.of(file.orElseThrow(ImportProblems::unknown).toFile(), name, CSV);
  }

  private ImportState find(long id) {
    return imports.find(id, visitor).orElseThrow(ImportProblems::unknown);
  }

  private ImportJson json() {
    return new ImportJson(addresses.base());
  }

  private Response.ResponseBuilder json(Response.ResponseBuilder response, ImportState state) {
    return answer(response, json().of(state).toString());
  }

  private static Response.ResponseBuilder answer(Response.ResponseBuilder response, String json) {
    return response
        .entity(json)
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
