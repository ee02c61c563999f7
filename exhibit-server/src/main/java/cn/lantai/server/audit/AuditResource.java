package cn.lantai.server.audit;

import cn.lantai.chain.ChainHead;
import cn.lantai.chain.Verification;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.site.view.AuditHoldingsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;

/** The audit log for programs: the same filters as on the page, newest first, in pages. */
@Path("api/audit")
@RequestScoped
@Requires(Permission.AUDIT)
public class AuditResource {

  private static final int LARGEST_PAGE = 1000;

  @Inject AuditLog log;
  @Inject HoldingsTrail holdings;
  @Context UriInfo uri;

  @GET
  public Response list(@QueryParam("limit") @DefaultValue("100") int limit) {
    AuditQuery query = new AuditQuery(uri.getQueryParameters());
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    List<AuditEntry> found = log.find(query.filter(), query.before(), size + 1);
    List<AuditEntry> shown = found.subList(0, Math.min(found.size(), size));
    JsonArrayBuilder entries = Json.createArrayBuilder();
    shown.forEach(entry -> entries.add(json(entry)));
    ChainHead head = log.head();
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("rows", head.number())
            .add("hash", head.hash())
            .add("entries", entries);
    if (found.size() > size) {
      answer.add(
          "next", "/api/audit?limit=" + size + "&" + query.address(shown.get(size - 1).number()));
    }
    return Response.ok(answer.build().toString(), MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Changes of the holdings, from the journal, without any content. */
  @GET
  @Path("holdings")
  public Response holdings() {
    AuditHoldingsView trail = holdings.view(uri.getQueryParameters());
    JsonArrayBuilder rows = Json.createArrayBuilder();
    trail
        .rows()
        .forEach(
            row ->
                rows.add(
                    Json.createObjectBuilder()
                        .add("row", row.number())
                        .add("at", row.at().toString())
                        .add("agent", row.agent())
                        .add("action", row.action().name().toLowerCase(Locale.ROOT))
                        .add("entity", row.entity())
                        .add("reason", row.reason())));
    JsonObjectBuilder answer = Json.createObjectBuilder().add("rows", rows);
    trail.next().ifPresent(next -> answer.add("next", next.replaceFirst("^/workbench", "/api")));
    return JsonBody.answer(Response.ok(), answer);
  }

  /** Looks whether a row was changed, is missing or out of order. */
  @POST
  @Path("verification")
  public Response verify() {
    Verification found = AuditPages.verify(log);
    JsonObjectBuilder answer =
        Json.createObjectBuilder().add("rows", found.rows()).add("intact", found.intact());
    found.firstBroken().ifPresent(row -> answer.add("firstBroken", row));
    return JsonBody.answer(Response.ok(), answer);
  }

  private static JsonObjectBuilder json(AuditEntry entry) {
    JsonObjectBuilder detail = Json.createObjectBuilder();
    entry.detail().forEach(detail::add);
    return Json.createObjectBuilder()
        .add("number", entry.number())
        .add("at", entry.at().toString())
        .add("way", entry.actor().way().name())
        .add("who", entry.actor().who())
        .add("address", entry.actor().address())
        .add("action", entry.action())
        .add("object", entry.object())
        .add("outcome", entry.outcome().name())
        .add("times", entry.times())
        .add("detail", detail)
        .add("hash", entry.hash());
  }
}
