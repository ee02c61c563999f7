package cn.lantai.server.describe;

import cn.lantai.entity.EntityType;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.table.Sheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One's own templates of forms, for programs. The ETag stands for name and content. Nobody has more
 * of them than fit into one answer.
 */
@Path("api/templates")
@RequestScoped
@Requires(Permission.DESCRIBE)
public class TemplateResource {

  private static final int LARGEST = 1 << 20;
  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9a-f]{64})\"\\s*");

  @Inject Templates templates;
  @Inject Visitor visitor;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  /**
   * @param type of what they are for; empty for all
   */
  @GET
  public Response list(@QueryParam("type") @DefaultValue("") String type) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    templates.of(account()).stream()
        .filter(each -> type.isEmpty() || each.type().segment().equals(type))
        .forEach(each -> list.add(json(each)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("templates", list));
  }

  /** {@code {"type": "record", "name": "书信一封", "own": {"文种": "书信"}}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body, LARGEST);
    EntityType type =
        EntityType.ofSegment(JsonBody.text(asked, "type"))
            .filter(Sheet::mayBegin)
            .orElseThrow(
                () ->
                    TemplateProblems.field(
                        "type",
                        "type 写明是哪类条目的，如 record、person。",
                        "Say what it is for in type, such as record or person."));
    try {
      long id = templates.make(account(), name(asked), TemplateBody.read(type, asked));
      return answer(Response.created(URI.create(address(id))), id);
    } catch (TemplateRefusedException refused) {
      throw TemplateProblems.of(refused);
    }
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return answer(Response.ok(), id);
  }

  /** Puts another name and content in the place of what it has; its type stays. */
  @PUT
  @Path("{id: \\d{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") long id, InputStream body) throws IOException {
    EntityType type = known(id).template().type();
    String seen = seen();
    JsonObject asked = JsonBody.read(body, LARGEST);
    try {
      templates.change(account(), id, seen, name(asked), TemplateBody.read(type, asked));
      return answer(Response.ok(), id);
    } catch (TemplateRefusedException refused) {
      throw TemplateProblems.of(refused);
    }
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response remove(@PathParam("id") long id) {
    known(id);
    try {
      templates.remove(account(), id, seen());
      return Response.noContent().build();
    } catch (TemplateRefusedException refused) {
      throw TemplateProblems.of(refused);
    }
  }

  private static String name(JsonObject asked) {
    return JsonBody.text(asked, "name").strip();
  }

  private Templates.Whole known(long id) {
    return templates.find(account(), id).orElseThrow(TemplateProblems::unknown);
  }

  /** Who has the data folder has no templates. */
  private String account() {
    return visitor.account().orElseThrow(NotAllowedException::new);
  }

  private String seen() {
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw TemplateProblems.preconditionRequired();
    }
    return tag.group(1);
  }

  private Response answer(Response.ResponseBuilder answer, long id) {
    Templates.Whole whole = known(id);
    return JsonBody.answer(
        answer.tag(new EntityTag(whole.template().mark())),
        json(whole.template()).addAll(TemplateBody.write(whole.sheet())));
  }

  private JsonObjectBuilder json(Templates.Template template) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", template.id())
            .add("href", address(template.id()))
            .add("type", template.type().segment())
            .add("name", template.name());
    return template.level().isEmpty() ? json : json.add("level", template.level());
  }

  private String address(long id) {
    return addresses.base() + "api/templates/" + id;
  }
}
