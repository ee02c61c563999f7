package cn.lantai.server.preview;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** The links of one thing, for programs. */
@Path("api/previews/{type}/{key}")
@RequestScoped
@Requires(Permission.SEE)
public class PreviewLinkResource {

  private static final int LARGEST_NUMBER = 1_000;

  @Inject PreviewDesk desk;
  @Inject PreviewLinks links;
  @Inject Addresses addresses;
  @Inject Clock clock;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  @GET
  public Response list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    links.of(desk.entity(type, key)).forEach(link -> list.add(json(link)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("links", list));
  }

  /**
   * Makes a link of {@code {"label": "王教授", "days": 7, "version": 17}}; its address is told once.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(InputStream body) throws IOException {
    EntityIri entity = desk.entity(type, key);
    JsonObject asked = JsonBody.read(body);
    PreviewLinks.Made made =
        desk.make(
                entity,
                desk.version(entity, number(asked, "version", Long.MAX_VALUE)),
                JsonBody.text(asked, "label"),
                (int) number(asked, "days", LARGEST_NUMBER))
            .orElseThrow(
                () ->
                    new Problem(
                            422,
                            "preview",
                            new Message("没有生成链接", "No link was made"),
                            new Message(
                                "写明 label（给谁看，最多 80 字）和 days（1 至 30）；同一条最多 20 个有效链接；"
                                    + "不开放的记录不能给馆外看。",
                                "Give a label (for whom, up to 80 characters) and days (1 to 30);"
                                    + " up to 20 links of one thing are good at a time; a record"
                                    + " that is not open is not shown outside."))
                        .exception());
    return JsonBody.answer(
        Response.status(201),
        json(made.link())
            .add("href", addresses.base() + PreviewResource.path(made.secret()).substring(1)));
  }

  /** Withdraws a link. */
  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response end(@PathParam("id") long id) {
    desk.end(desk.entity(type, key), id);
    return Response.noContent().build();
  }

  private JsonObjectBuilder json(PreviewLink link) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", link.id())
            .add("label", link.label())
            .add("version", link.version())
            .add("by", link.by())
            .add("madeAt", link.madeAt().toString())
            .add("endsAt", link.endsAt().toString())
            .add("live", link.isLive(clock.instant()));
    link.endedBy().ifPresent(who -> json.add("endedBy", who));
    link.usedOn().ifPresent(day -> json.add("usedOn", day.toString()));
    return json;
  }

  private static long number(JsonObject asked, String name, long most) {
    return asked.get(name) instanceof JsonNumber number && number.isIntegral()
        ? Math.min(most, Math.max(0, number.longValue()))
        : 0;
  }
}
