package cn.lantai.server.bulk;

import cn.lantai.server.api.JsonBody;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.table.SheetEdit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Changes of all that a search finds, for programs: a preview first, from it the change, from that
 * the way back. Each is a job; its address tells how far it is.
 */
@Path("api/bulk-edits")
@RequestScoped
@Requires(Permission.DESCRIBE)
public class BulkResource {

  private static final int LARGEST_PAGE = 200;
  private static final List<String> ASKED =
      List.of("search", "type", "field", "operation", "value", "replacement", "reason");

  @Inject BulkEdits edits;
  @Inject Addresses addresses;
  @Inject Visitor visitor;

  /** Begins a preview. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(InputStream body) throws IOException {
    JsonObject json = JsonBody.read(body);
    Map<String, String> asked = new HashMap<>();
    ASKED.forEach(name -> asked.put(name, JsonBody.text(json, name)));
    asked.put(BulkOrder.CHOSEN, chosen(json));
    asked.put("publish", Boolean.toString(json.getBoolean("publish", false)));
    try {
      BulkOrder order = BulkOrder.asked(asked);
      SearchRequest.of("", order.search())
          .sets()
          .forEach(set -> visitor.rights().require(Permission.SEE, set));
      return accepted(edits.preview(order, visitor));
    } catch (BulkRefusedException refused) {
      throw BulkProblems.of(refused);
    }
  }

  private static String chosen(JsonObject json) {
    if (!json.containsKey(BulkOrder.CHOSEN)) {
      return "";
    }
    if (json.get(BulkOrder.CHOSEN) instanceof JsonArray keys
        && keys.stream().allMatch(JsonString.class::isInstance)) {
      return keys.getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .collect(Collectors.joining(" "));
    }
    throw BulkProblems.of(
        new BulkRefusedException(
            "chosen 是键的数组，如 [\"r001\"]", "chosen is an array of keys, such as [\"r001\"]"));
  }

  /** The newest. */
  @GET
  public Response list(@QueryParam("limit") @DefaultValue("50") int limit) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    edits
        .newest(Math.max(1, Math.min(limit, LARGEST_PAGE)), visitor)
        .forEach(each -> list.add(json(each)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("bulkEdits", list));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return JsonBody.answer(Response.ok(), json(find(id)));
  }

  /** Ends one. What was saved by then stays, and can be undone. */
  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response cancel(@PathParam("id") long id) {
    BulkState cancelled = edits.cancel(id, visitor).orElseThrow(BulkProblems::unknown);
    return JsonBody.answer(
        cancelled.job().isPending() ? Response.accepted() : Response.ok(), json(cancelled));
  }

  /** From a preview to the change, from a change to the way back. */
  @POST
  @Path("{id: \\d{1,18}}/next")
  public Response goOn(@PathParam("id") long id) {
    return accepted(edits.goOn(find(id), visitor).orElseThrow(BulkProblems::nothingToGoOnFrom));
  }

  /** A stretch of one list of rows: what is changed, unchanged, refused, or leaves the public. */
  @GET
  @Path("{id: \\d{1,18}}/rows")
  public Response rows(
      @PathParam("id") long id,
      @QueryParam("show") @DefaultValue("changed") String shown,
      @QueryParam("first") @DefaultValue("0") long first,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    BulkState state = find(id);
    Part part = Part.ofSlug(shown).orElse(Part.CHANGED);
    JsonArrayBuilder rows = Json.createArrayBuilder();
    edits
        .rows(state, part, Math.max(0, first), Math.max(1, Math.min(limit, LARGEST_PAGE)), visitor)
        .forEach(row -> rows.add(json(row)));
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder().add("total", state.count(part)).add("rows", rows));
  }

  /** All rows as a table. */
  @GET
  @Path("{id: \\d{1,18}}/report.csv")
  public Response report(@PathParam("id") long id) {
    BulkState state = find(id);
    Rights rights = visitor.rights();
    StreamingOutput table = out -> edits.writeCsv(state, rights, out);
    return Response.ok(table, "text/csv;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bulk-edit-" + id + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private BulkState find(long id) {
    return edits.find(id, visitor).orElseThrow(BulkProblems::unknown);
  }

  private Response accepted(BulkState state) {
    return JsonBody.answer(
        Response.accepted().location(URI.create(address(state.id()))), json(state));
  }

  private String address(long id) {
    return addresses.base() + "api/bulk-edits/" + id;
  }

  private JsonObjectBuilder json(BulkState state) {
    BulkOrder order = state.order();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", state.id())
            .add("href", address(state.id()))
            .add("kind", state.kind().name().toLowerCase(Locale.ROOT))
            .add("state", state.job().phase().name().toLowerCase(Locale.ROOT))
            .add("search", order.search())
            .add("type", order.type().segment())
            .add("chosen", Json.createArrayBuilder(new TreeSet<>(order.chosen())))
            .add("field", order.edit().map(SheetEdit::heading).orElse(""))
            .add("operation", order.operation())
            .add("value", order.edit().map(SheetEdit::value).orElse(""))
            .add("replacement", order.edit().map(SheetEdit::replacement).orElse(""))
            .add("reason", order.reason())
            .add("publish", order.publish())
            .add("by", state.by())
            .add("createdAt", state.job().createdAt().toString())
            .add("done", state.job().done())
            .add("total", state.job().total())
            .add("message", state.job().message());
    state.job().finishedAt().ifPresent(at -> json.add("finishedAt", at.toString()));
    JsonObjectBuilder counts = Json.createObjectBuilder();
    for (Part part : Part.values()) {
      counts.add(part.slug(), state.count(part));
    }
    JsonObjectBuilder links = Json.createObjectBuilder();
    state.of().ifPresent(of -> links.add("of", address(of)));
    state.next().ifPresent(next -> links.add("next", address(next)));
    if (state.kept()) {
      links.add("rows", address(state.id()) + "/rows");
      links.add("report", address(state.id()) + "/report.csv");
    }
    return json.add("counts", counts).add("links", links);
  }

  private JsonObjectBuilder json(BulkRow row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("entity", row.entity().type().segment() + "/" + row.entity().key())
            .add("title", row.title())
            .add("code", row.code())
            .add("outcome", row.outcome().name().toLowerCase(Locale.ROOT))
            .add("before", row.before())
            .add("after", row.after())
            .add("base", row.base())
            .add("public", row.isPublic())
            .add("published", row.published())
            .add("leaves", row.leaves());
    Optional.of(row.version()).filter(row1 -> row1 != 0).ifPresent(v -> json.add("version", v));
    row.reason()
        .ifPresent(why -> json.add("reason", why.zh()).add("reasonEn", why.en().orElse(why.zh())));
    return json;
  }
}
