package cn.lantai.server.showing;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.showing.Showing;
import cn.lantai.showing.ShowingRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something opens and closes, for programs. The ETag is how often that was set. */
@Path("api/showings/{type}/{key}")
@RequestScoped
@Requires(Permission.SEE)
public class ShowingResource {

  private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

  @Inject ShowingDesk desk;
  @Context HttpHeaders headers;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  @GET
  public Response show() {
    return answer(desk.of(desk.selection(type, key)));
  }

  /** {@code {"opens": "2026-12-01T01:00:00Z"}}: what is left out has no time any more. */
  @PUT
  @Requires(Permission.PUBLISH)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response set(InputStream body) throws IOException {
    EntityIri entity = desk.selection(type, key);
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw ShowingProblems.preconditionRequired();
    }
    JsonObject asked = JsonBody.read(body);
    try {
      return answer(
          Optional.of(
              desk.set(
                  entity,
                  Integer.parseInt(tag.group(1)),
                  ShowingTimes.read(JsonBody.text(asked, "opens")),
                  ShowingTimes.read(JsonBody.text(asked, "closes")))));
    } catch (ShowingRefusedException refused) {
      throw ShowingProblems.of(refused, 412);
    }
  }

  private static Response answer(Optional<Showing> showing) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    showing.ifPresent(
        each -> {
          each.opens().ifPresent(at -> json.add("opens", at.toString()));
          each.closes().ifPresent(at -> json.add("closes", at.toString()));
          each.next().ifPresent(act -> json.add("next", lower(act)));
          each.outcome().ifPresent(outcome -> json.add("outcome", lower(outcome)));
          json.add("version", each.version()).add("by", each.agent());
        });
    int edits = showing.map(Showing::edits).orElse(0);
    return JsonBody.answer(Response.ok().tag(new EntityTag(Integer.toString(edits))), json);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
