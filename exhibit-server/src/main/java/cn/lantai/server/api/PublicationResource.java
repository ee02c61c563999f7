package cn.lantai.server.api;

import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.review.Publisher;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Publishes or withdraws many things. Each is an act of its own: what cannot be done is answered
 * with its problem, and the others are done.
 */
@Path("api/publications")
@RequestScoped
@Requires(Permission.PUBLISH)
public class PublicationResource {

  private static final int MOST = 200;

  @Inject Journal journal;
  @Inject Curation curation;
  @Inject Visitor visitor;
  @Inject Publisher publisher;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  private interface Act {
    void on(EntityIri entity, OptionalLong version);
  }

  /** What is to be published or withdrawn. */
  private record Wanted(String name, OptionalLong version) {}

  /** Takes {@code {"entities": [{"entity": "record/r1", "version": 17}], "reason": "…"}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    List<Wanted> wanted = wanted(asked);
    publisher.requireDirect();
    String reason = JsonBody.text(asked, "reason");
    return answer(wanted, (entity, version) -> publications().publish(entity, version, reason));
  }

  @POST
  @Path("withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdraw(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    String reason = JsonBody.text(asked, "reason");
    return answer(
        wanted(asked), (entity, version) -> publications().withdraw(entity, version, reason));
  }

  private Response answer(List<Wanted> wanted, Act act) {
    JsonArrayBuilder results = Json.createArrayBuilder();
    int done = 0;
    for (Wanted each : wanted) {
      JsonObjectBuilder result = Json.createObjectBuilder().add("entity", each.name());
      try {
        act.on(named(each.name()), each.version());
        result.add("outcome", "done");
        done++;
      } catch (ProblemException refused) {
        result.add("outcome", "refused").add("problem", json(refused.problem()));
      } catch (NotAllowedException refused) {
        result.add("outcome", "refused").add("problem", json(Problems.of(403)));
      }
      results.add(result);
    }
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder()
            .add("done", done)
            .add("refused", wanted.size() - done)
            .add("results", results));
  }

  private static List<Wanted> wanted(JsonObject asked) {
    if (!(asked.get("entities") instanceof JsonArray list)
        || list.isEmpty()
        || list.size() > MOST) {
      throw unreadable();
    }
    List<Wanted> wanted = new ArrayList<>();
    for (JsonValue each : list) {
      if (!(each instanceof JsonObject object) || JsonBody.text(object, "entity").isEmpty()) {
        throw unreadable();
      }
      wanted.add(new Wanted(JsonBody.text(object, "entity"), version(object)));
    }
    return wanted;
  }

  private static OptionalLong version(JsonObject object) {
    if (!object.containsKey("version")) {
      return OptionalLong.empty();
    }
    if (object.get("version") instanceof JsonNumber number && number.isIntegral()) {
      return OptionalLong.of(number.longValue());
    }
    throw unreadable();
  }

  private static EntityIri named(String name) {
    String type = name.replaceFirst("/.*", "");
    String key = name.replaceFirst("^[^/]*/?", "");
    return Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
  }

  private Publications publications() {
    return new Publications(
        journal, curation, visitor, publisher, new EditProblems(addresses.base()));
  }

  private JsonObject json(Problem problem) {
    try (JsonReader reader =
        Json.createReader(new StringReader(problem.json(Problems.prefersEnglish(headers))))) {
      return reader.readObject();
    }
  }

  private static ProblemException unreadable() {
    return new Problem(
            400,
            "publications",
            new Message("请求读不懂", "The request cannot be read"),
            new Message(
                "entities 是 1 至 " + MOST + " 个对象，每个有 entity（如 record/r1），可有 version（看到的那一版的行号）。",
                "entities is an array of 1 to "
                    + MOST
                    + " objects, each with entity (such as record/r1) and, if you like, version"
                    + " (the row of the version that you saw)."))
        .exception();
  }
}
