package cn.lantai.server.api;

import cn.lantai.entity.EntityIri;
import cn.lantai.exchange.TemplateWorkbook;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.exports.ExportOrder;
import cn.lantai.server.exports.ExportProblems;
import cn.lantai.server.exports.ExportRefusedException;
import cn.lantai.server.exports.ExportState;
import cn.lantai.server.exports.Exports;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Exports for programs, and the downloads of what they wrote. A job writes the file; its address
 * tells how far it is.
 */
@Path("api/exports")
@RequestScoped
@Requires(Permission.EXPORT)
public class ExportResource {

  private static final int LARGEST_PAGE = 200;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject Exports exports;
  @Inject Addresses addresses;
  @Inject AuditLog log;
  @Inject Visitor visitor;
  @Context HttpHeaders headers;

  /** Takes {@code format}, {@code fonds} or {@code archive}, and {@code public}. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response start(MultivaluedMap<String, String> form) {
    Map<String, String> asked = new HashMap<>();
    form.keySet().forEach(name -> asked.put(name, form.getFirst(name)));
    try {
      ExportState started = exports.start(ExportOrder.of(asked), visitor);
      return answer(Response.accepted(), json(started))
          .location(URI.create(address(started)))
          .build();
    } catch (ExportRefusedException refused) {
      throw ExportProblems.of(refused);
    }
  }

  /** The newest exports. */
  @GET
  public Response list(@QueryParam("limit") @DefaultValue("50") int limit) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    exports
        .newest(Math.max(1, Math.min(limit, LARGEST_PAGE)), visitor)
        .forEach(each -> list.add(json(each)));
    return answer(Response.ok(), Json.createObjectBuilder().add("exports", list).build()).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return answer(Response.ok(), json(find(id))).build();
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response cancel(@PathParam("id") long id) {
    ExportState cancelled = exports.cancel(id, visitor).orElseThrow(ExportProblems::unknown);
    return answer(
            cancelled.job().isPending() ? Response.accepted() : Response.ok(), json(cancelled))
        .build();
  }

  @GET
  @Path("{id: \\d{1,18}}/file")
  public Response file(@PathParam("id") long id) throws IOException {
    ExportState export = find(id);
    java.nio.file.Path file = export.file().orElseThrow(ExportProblems::unknown);
    log.note(
        AuditNote.of(AuditAction.EXPORT_DOWNLOADED)
            .about("job/" + id)
            .with(AuditKey.NAMES, file.getFileName().toString()));
    EntityTag tag = new EntityTag(id + "-" + Files.size(file));
    return Downloads.of(file, export.order().format().mediaType(), tag, headers);
  }

  /** Empty tables with help and choices. */
  @GET
  @Path("template.xlsx")
  @Requires(Permission.SEE)
  public Response template() {
    StreamingOutput workbook =
        out -> {
          java.nio.file.Path made = Files.createTempFile("lantai-template", ".xlsx");
          try {
            TemplateWorkbook.write(made);
            Files.copy(made, out);
          } finally {
            Files.deleteIfExists(made);
          }
        };
    return Downloads.of(workbook, "lantai-template.xlsx", XLSX);
  }

  /** What is missing in the file, or not there as a whole. */
  @GET
  @Path("{id: \\d{1,18}}/problems.csv")
  public Response problems(@PathParam("id") long id) {
    return Downloads.of(
        find(id).problems().orElseThrow(ExportProblems::unknown).toFile(),
        "export-" + id + "-problems.csv",
        CSV);
  }

  private ExportState find(long id) {
    return exports.find(id, visitor).orElseThrow(ExportProblems::unknown);
  }

  private String address(ExportState export) {
    return addresses.base() + "api/exports/" + export.id();
  }

  private JsonObject json(ExportState export) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", export.id())
            .add("href", address(export))
            .add("state", export.job().phase().name().toLowerCase(Locale.ROOT))
            .add("format", export.order().format().name())
            .add("public", export.order().stage() == StageKind.PUBLIC)
            .add("by", export.by())
            .add("createdAt", export.job().createdAt().toString())
            .add("done", export.job().done())
            .add("message", export.job().message());
    export.order().part().map(EntityIri::uri).ifPresent(part -> json.add("part", iri(part)));
    export.job().finishedAt().ifPresent(at -> json.add("finishedAt", at.toString()));
    JsonObjectBuilder links = Json.createObjectBuilder();
    export.file().ifPresent(file -> links.add("file", address(export) + "/file"));
    export.problems().ifPresent(file -> links.add("problems", address(export) + "/problems.csv"));
    return json.add("links", links).build();
  }

  private String iri(String internal) {
    return internal.replace(EntityIri.INTERNAL_BASE, addresses.base());
  }

  private static Response.ResponseBuilder answer(
      Response.ResponseBuilder response, JsonObject json) {
    return response
        .entity(json.toString())
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
