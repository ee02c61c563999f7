package cn.lantai.server.notices;

import cn.lantai.server.api.JsonBody;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The notices of who is asking, for programs. */
@Path("api/notices")
@RequestScoped
@Requires
public class NoticeResource {

  @Inject Notices notices;

  /** The hundred newest. */
  @GET
  public Response list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    notices.newest().forEach(notice -> list.add(json(notice)));
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder()
            .add("unseen", notices.unseen())
            .add("seen", notices.seen().toString())
            .add("notices", list));
  }

  /** {@code {"until": "2026-11-29T08:00:00.000Z"}}: the time of the newest one that was read. */
  @PUT
  @Path("seen")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response see(InputStream body) throws IOException {
    notices.see(NoticePages.time(JsonBody.text(JsonBody.read(body), "until")));
    return Response.noContent().build();
  }

  private static JsonObjectBuilder json(Notice notice) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", notice.kind().name())
            .add("at", notice.at().toString())
            .add("by", notice.by())
            .add("href", notice.href())
            .add("words", notice.words());
    notice
        .entity()
        .ifPresent(entity -> json.add("entity", entity.type().segment() + "/" + entity.key()));
    notice.job().ifPresent(kind -> json.add("job", kind));
    return json;
  }
}
