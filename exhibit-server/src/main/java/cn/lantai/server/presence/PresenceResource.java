package cn.lantai.server.presence;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Unattended;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Who else has the form of a description open, and whether a newer version was saved meanwhile. */
@Path("api/presence/{type}/{key}")
@RequestScoped
@Requires(Permission.SEE)
@Unattended
public class PresenceResource {

  @Inject Presence presence;
  @Inject Journal journal;
  @Inject Visitor visitor;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  /** Says that one is there: {@code {"unsaved": true}}. To be said again every fifteen seconds. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response here(InputStream body) throws IOException {
    boolean unsaved = JsonBody.read(body).get("unsaved") == JsonValue.TRUE;
    EntityState state = known();
    JsonArrayBuilder others = Json.createArrayBuilder();
    presence
        .here(state.entity(), visitor.name(), unsaved)
        .forEach(
            each ->
                others.add(
                    Json.createObjectBuilder()
                        .add("name", each.name())
                        .add("since", each.since().toString())
                        .add("unsaved", each.unsaved())));
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("others", others).add("version", state.current());
    journal.entries(List.of(state.current())).stream()
        .map(Entry::agent)
        .findFirst()
        .ifPresent(agent -> json.add("savedBy", agent));
    return JsonBody.answer(Response.ok(), json);
  }

  /** Says that one has gone. */
  @DELETE
  public Response gone() {
    presence.gone(known().entity(), visitor.name());
    return Response.noContent().build();
  }

  private EntityState known() {
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    EntityState state = journal.state(entity).orElseThrow(() -> Entities.unknown(type, key));
    try {
      visitor.rights().require(Permission.SEE, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    }
    return state;
  }
}
