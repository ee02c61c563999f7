package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.opening.Opening;
import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.OpeningStep;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Proposal;
import cn.lantai.opening.ProposalJson;
import cn.lantai.search.DueList;
import cn.lantai.search.Summary;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern TAG =
      Pattern.compile("\\s*\"([0-9a-f]{64})-([0-9a-f]{64})-(\\d{1,18})-(\\d{1,9})\"\\s*");

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
      desk.signed(before, size).forEach(opening -> list.add(json(opening)));
      return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("openings", list));
    }
    DueList due =
        desk.due(
            show, OpeningQueue.fonds(fonds), OpeningPages.year(year), Math.max(0, first), size);
    due.records().forEach(record -> list.add(json(record)));
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
    open.ifPresent(opening -> json.add("opening", json(opening)));
    String tag =
        "%s-%s-%d-%d"
            .formatted(
                seen.mark(),
                seen.text().mark(),
                open.map(Opening::id).orElse(0L),
                open.map(opening -> opening.steps().size()).orElse(0));
    return JsonBody.answer(Response.ok().tag(new EntityTag(tag)), json);
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
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw OpeningProblems.preconditionRequired();
    }
    JsonObject asked = JsonBody.read(body);
    try {
      String act = JsonBody.text(asked, "act");
      if (act.equalsIgnoreCase("sign")) {
        desk.sign(
            key,
            tag.group(1),
            OpeningPages.ruling(
                JsonBody.text(asked, "outcome"),
                year(asked),
                JsonBody.text(asked, "ground"),
                JsonBody.text(asked, "reason")));
      } else {
        desk.step(
            key,
            Long.parseLong(tag.group(3)),
            OpeningPages.act(act),
            Integer.parseInt(tag.group(4)),
            tag.group(2),
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

  private JsonObjectBuilder json(Summary record) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("href", address(record.iri()))
            .add("record", record.iri().uri(addresses.base()))
            .add("title", record.title().zh());
    record.code().ifPresent(code -> json.add("code", code));
    record.date().flatMap(date -> date.edtf()).ifPresent(date -> json.add("date", date.value()));
    return json;
  }

  private JsonObjectBuilder json(Opening opening) {
    JsonArrayBuilder steps = Json.createArrayBuilder();
    opening.steps().forEach(step -> steps.add(json(step)));
    Proposal proposal = opening.proposal();
    return Json.createObjectBuilder()
        .add("id", opening.id())
        .add("href", address(opening.record()))
        .add("record", opening.record().uri(addresses.base()))
        .add("version", opening.version())
        .add("stand", lower(opening.stand()))
        .add("proposed", lower(proposal.outcome()))
        .add("steps", steps);
  }

  private static JsonObjectBuilder json(OpeningStep step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", step.number())
            .add("act", lower(step.act()))
            .add("agent", step.agent())
            .add("at", step.at().toString())
            .add("reason", step.reason())
            .add("row", step.row())
            .add("hash", step.hash());
    step.ruling()
        .ifPresent(
            ruling -> {
              json.add("outcome", lower(ruling.outcome()));
              ruling.until().ifPresent(year -> json.add("until", year));
              ruling.ground().ifPresent(ground -> json.add("ground", lower(ground)));
            });
    return json;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String address(EntityIri record) {
    return addresses.base() + "api/openings/" + record.key();
  }
}
