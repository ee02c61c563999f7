package cn.lantai.server.opening;

import cn.lantai.opening.Opening;
import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.Openings;
import cn.lantai.opening.ProposalJson;
import cn.lantai.search.DueList;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Opening reviews for programs. The ETag of a record stands for what is to be seen of it: text,
 * proposal and steps. Whoever signs names it ({@code If-Match}), so nobody signs what he does not
 * know.
 */
@Path("api/openings")
@RequestScoped
@Requires(Permission.SEE)
public class OpeningResource {

  private static final int LARGEST_PAGE = 200;

  @Inject OpeningDesk desk;
  @Inject Openings openings;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  /** What is due, or waits for the second signature. */
  @GET
  public Response list(
      @QueryParam("show") @DefaultValue("due") String wanted,
      @QueryParam("fonds") @DefaultValue("") String fonds,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("first") @DefaultValue("0") int first,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    OpeningDesk.Show show = OpeningPages.show(wanted);
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    JsonArrayBuilder list = Json.createArrayBuilder();
    if (show == OpeningDesk.Show.SIGNED) {
      desk.signed(before, size).forEach(opening -> list.add(json().of(opening)));
      return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("openings", list));
    }
    DueList due =
        desk.due(
            show, OpeningQueue.fonds(fonds), OpeningPages.year(year), Math.max(0, first), size);
    due.records().forEach(record -> list.add(json().of(record)));
    return JsonBody.answer(
        Response.ok(), Json.createObjectBuilder().add("total", due.total()).add("records", list));
  }

  @GET
  @Path("{key}")
  public Response show(@PathParam("key") String key) {
    return answer(desk.seen(key));
  }

  private Response answer(Seen seen) {
    Optional<Opening> open = openings.openOf(seen.text().record());
    JsonArrayBuilder texts = Json.createArrayBuilder();
    seen.text()
        .passages()
        .forEach(
            passage ->
                texts.add(
                    Json.createObjectBuilder()
                        .add("key", passage.key())
                        .add("label", passage.label().zh())
                        .add("text", passage.text())));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("record", seen.text().record().uri(addresses.base()))
            .add("waiting", Openings.isWaiting(seen.graph()))
            .add("due", openings.due(seen.graph()))
            .add("proposal", ProposalJson.object(seen.proposal()))
            .add("passages", texts);
    open.ifPresent(opening -> json.add("opening", json().of(opening)));
    return JsonBody.answer(Response.ok().tag(OpeningTag.of(seen, open).tag()), json);
  }

  /**
   * A signature or another step: {@code {"act": "sign", "outcome": "extend", "until": 2041,
   * "ground": "rights", "reason": "…"}}, {@code {"act": "agree"}}, {@code {"act": "return",
   * "reason": "…"}}. With {@code "knowing": true} somebody agrees though the record was changed
   * since it was signed.
   */
  @POST
  @Path("{key}/steps")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response step(@PathParam("key") String key, InputStream body) throws IOException {
    OpeningTag tag = OpeningTag.read(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    JsonObject asked = JsonBody.read(body);
    try {
      String act = JsonBody.text(asked, "act");
      if (act.equalsIgnoreCase("sign")) {
        desk.sign(
            key,
            tag.mark(),
            OpeningPages.ruling(
                JsonBody.text(asked, "outcome"),
                year(asked),
                JsonBody.text(asked, "ground"),
                JsonBody.text(asked, "reason")));
      } else {
        desk.step(
            key,
            tag.opening(),
            OpeningPages.act(act),
            tag.steps(),
            tag.text(),
            JsonValue.TRUE.equals(asked.get("knowing")),
            JsonBody.text(asked, "reason"));
      }
      return answer(desk.seen(key));
    } catch (OpeningRefusedException refused) {
      throw OpeningProblems.of(refused, 412);
    }
  }

  private static OptionalInt year(JsonObject asked) {
    return asked.get("until") instanceof JsonNumber year && year.isIntegral()
        ? OptionalInt.of(year.intValue())
        : OptionalInt.empty();
  }

  private OpeningJson json() {
    return new OpeningJson(addresses.base());
  }
}
