package cn.lantai.server.review;

import cn.lantai.entity.EntityIri;
import cn.lantai.review.Act;
import cn.lantai.review.Comment;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewRefusedException;
import cn.lantai.review.Reviews;
import cn.lantai.review.Step;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reviews for programs. The ETag is the number of steps; whoever does one names those that he has
 * seen ({@code If-Match}), so nobody decides on what he does not know.
 */
@Path("api/reviews")
@RequestScoped
@Requires(Permission.SEE)
public class ReviewResource {

  private static final int LARGEST_PAGE = 200;
  private static final Pattern TAG = Pattern.compile("\\s*\"([1-9]\\d{0,8})\"\\s*");

  @Inject ReviewDesk desk;
  @Inject ReviewPage page;
  @Inject Reviews reviews;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  @GET
  public Response list(
      @QueryParam("show") @DefaultValue("all") String wanted,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    ReviewDesk.Show show =
        Arrays.stream(ReviewDesk.Show.values())
            .filter(each -> each.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    ReviewProblems.unreadable(
                        "show 可为 waiting、mine、all。", "show is waiting, mine or all."));
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    List<Review> found = desk.list(show, before, size);
    JsonArrayBuilder list = Json.createArrayBuilder();
    found.forEach(review -> list.add(json(review)));
    JsonObjectBuilder answer = Json.createObjectBuilder().add("reviews", list);
    if (found.size() == size) {
      answer.add(
          "next",
          "%sapi/reviews?show=%s&before=%d&limit=%d"
              .formatted(
                  addresses.base(),
                  show.name().toLowerCase(Locale.ROOT),
                  found.get(size - 1).id(),
                  size));
    }
    return JsonBody.answer(Response.ok(), answer);
  }

  /** Submits {@code {"entity": "record/r1", "version": 17, "reason": "…"}}. */
  @POST
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submit(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    String name = JsonBody.text(asked, "entity");
    String type = name.replaceFirst("/.*", "");
    String key = name.replaceFirst("^[^/]*/?", "");
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    long version =
        asked.get("version") instanceof JsonNumber number && number.isIntegral()
            ? number.longValue()
            : 0;
    try {
      Review review = desk.submit(entity, version, JsonBody.text(asked, "reason"));
      return JsonBody.answer(
          Response.created(URI.create(address(review))).tag(tag(review)), json(review));
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 412);
    }
  }

  /** Agrees to several, all or none: {@code {"reviews": [{"id": 7, "seen": 2}], "reason": "…"}}. */
  @POST
  @Path("passes")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response passAll(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    try {
      JsonArrayBuilder list = Json.createArrayBuilder();
      desk.passAll(seen(asked), JsonBody.text(asked, "reason"))
          .forEach(review -> list.add(json(review)));
      return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("reviews", list));
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 412);
    }
  }

  private static Map<Long, Integer> seen(JsonObject asked) {
    Map<Long, Integer> seen = new HashMap<>();
    List<JsonValue> given = asked.get("reviews") instanceof JsonArray list ? list : List.of();
    for (JsonValue each : given) {
      if (!(each instanceof JsonObject one
          && one.get("id") instanceof JsonNumber id
          && one.get("seen") instanceof JsonNumber steps
          && id.isIntegral()
          && steps.isIntegral())) {
        throw ReviewProblems.unreadable(
            "reviews 的每一项有 id 和 seen（看到的步数）。",
            "Each of the reviews has an id and seen, the number of steps that you saw.");
      }
      seen.put(id.longValue(), steps.intValue());
    }
    return seen;
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    Review review = desk.find(id);
    JsonArrayBuilder comments = Json.createArrayBuilder();
    reviews.comments(id).forEach(comment -> comments.add(json(comment)));
    return JsonBody.answer(Response.ok().tag(tag(review)), json(review).add("comments", comments));
  }

  /** One step: {@code {"act": "pass", "reason": "…", "due": "2026-12-01T01:00:00Z"}}. */
  @POST
  @Path("{id: \\d{1,18}}/steps")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response step(@PathParam("id") long id, InputStream body) throws IOException {
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw ReviewProblems.preconditionRequired();
    }
    JsonObject asked = JsonBody.read(body);
    Act act =
        Arrays.stream(Act.values())
            .filter(each -> each.name().equalsIgnoreCase(JsonBody.text(asked, "act")))
            .findFirst()
            .orElseThrow(
                () ->
                    ReviewProblems.unreadable(
                        "act 可为 pass、return、retract、schedule、publish、withdraw。",
                        "act is pass, return, retract, schedule, publish or withdraw."));
    try {
      Review after =
          desk.step(
              id,
              act,
              Integer.parseInt(tag.group(1)),
              JsonBody.text(asked, "reason"),
              ReviewPages.time(JsonBody.text(asked, "due")));
      return JsonBody.answer(Response.ok().tag(tag(after)), json(after));
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 412);
    }
  }

  /** A comment: {@code {"spot": "field:题名", "words": "…"}}. */
  @POST
  @Path("{id: \\d{1,18}}/comments")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response comment(@PathParam("id") long id, InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    String spot = JsonBody.text(asked, "spot").strip();
    if (!page.isSpot(desk.find(id), spot)) {
      throw ReviewProblems.unreadable(
          "spot 所指的地方没有。可为 field:栏名、part:表名、block:区块、xywh=percent:左,上,宽,高，或留空。",
          "There is no such spot. It is field:…, part:…, block:…, xywh=percent:l,t,w,h, or empty.");
    }
    try {
      return JsonBody.answer(
          Response.status(201), json(desk.comment(id, spot, JsonBody.text(asked, "words"))));
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
  }

  private JsonObjectBuilder json(Review review) {
    JsonArrayBuilder steps = Json.createArrayBuilder();
    review.steps().forEach(step -> steps.add(json(step)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", review.id())
            .add("href", address(review))
            .add("entity", review.entity().uri(addresses.base()))
            .add("version", review.version())
            .add("writer", review.writer())
            .add("rounds", review.rounds().size())
            .add("stand", lower(review.stand()))
            .add("steps", steps);
    review.due().ifPresent(due -> json.add("due", due.toString()));
    return json;
  }

  private static JsonObjectBuilder json(Step step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", step.number())
            .add("act", lower(step.act()))
            .add("agent", step.agent())
            .add("at", step.at().toString())
            .add("reason", step.reason())
            .add("row", step.row())
            .add("hash", step.hash());
    step.round().ifPresent(round -> json.add("round", lower(round)));
    step.due().ifPresent(due -> json.add("due", due.toString()));
    return json;
  }

  private static JsonObjectBuilder json(Comment comment) {
    return Json.createObjectBuilder()
        .add("id", comment.id())
        .add("spot", comment.spot())
        .add("agent", comment.agent())
        .add("at", comment.at().toString())
        .add("words", comment.words());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String address(Review review) {
    return addresses.base() + "api/reviews/" + review.id();
  }

  private static EntityTag tag(Review review) {
    return new EntityTag(Integer.toString(review.steps().size()));
  }
}
