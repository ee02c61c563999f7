package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.EntityState;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
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
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is curated, for programs, as far as it is more than a description: that it is saved as RDF,
 * and its versions are listed, is with the other entities.
 */
@Path("api/selections")
@RequestScoped
@Requires(Permission.SEE)
public class SelectionResource {

  /** As entities have it. */
  private static final Pattern TAG = Pattern.compile("\\s*\"([1-9]\\d{0,17})\"\\s*");

  @Inject SelectionDesk desk;
  @Inject SelectionVersions versions;
  @Inject Addresses addresses;
  @Inject Visitor visitor;
  @Context HttpHeaders headers;

  /** {@code {"type": "exhibition", "title": "渡口", "key": "ferry", "usual": true}}. */
  @POST
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    EntityType type =
        EntityType.ofSegment(JsonBody.text(asked, "type"))
            .filter(EntityType::isSelection)
            .orElseThrow(
                () ->
                    SelectionProblems.field(
                        "type",
                        "type 可为 exhibition、collection、compilation、study。",
                        "type is exhibition, collection, compilation or study."));
    String title = JsonBody.text(asked, "title");
    if (!SelectionDesk.isTitle(title)) {
      throw SelectionProblems.field(
          "title", "请写 200 字以内的题名。", "Write a title of up to 200 characters.");
    }
    String key = JsonBody.text(asked, "key").strip();
    if (!key.isEmpty() && !EntityIri.isKey(key)) {
      throw SelectionProblems.field(
          "key",
          "键只用小写字母、数字、点、连字符。",
          "A key has lower-case letters, digits, dots and hyphens only.");
    }
    boolean usual = JsonValue.TRUE.equals(asked.get("usual"));
    return made(
        desk.begin(type, title, key, usual).orElseThrow(() -> SelectionProblems.keyTaken(key)));
  }

  /** Begins something new with the newest version of it. */
  @POST
  @Path("{type}/{key}/copies")
  @Requires(Permission.DESCRIBE)
  public Response copy(@PathParam("type") String type, @PathParam("key") String key) {
    return made(desk.copy(desk.named(type, key)));
  }

  private Response made(EntityIri entity) {
    return JsonBody.answer(
        Response.created(URI.create(address(entity)))
            .tag(tag(desk.state(entity, Permission.SEE).current())),
        Json.createObjectBuilder().add("entity", name(entity)).add("href", address(entity)));
  }

  /**
   * In what two versions differ, in the words of their editor.
   *
   * @param from the row of the earlier one; 0 for the one before the later
   * @param to the row of the later one; 0 for the newest
   */
  @GET
  @Path("{type}/{key}/differences")
  public Response differences(
      @PathParam("type") String type,
      @PathParam("key") String key,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("to") @DefaultValue("0") long to) {
    EntityIri entity = desk.named(type, key);
    EntityState state = desk.state(entity, Permission.SEE);
    long later = to > 0 ? to : state.current();
    long earlier = from > 0 ? from : desk.before(entity, later);
    Language language = Problems.prefersEnglish(headers) ? Language.EN : Language.ZH;
    SelectionVersions.Difference difference =
        versions
            .between(entity, earlier, later, language, visitor.rights())
            .orElseThrow(() -> Entities.unknown(type, key));
    JsonArrayBuilder changes = Json.createArrayBuilder();
    difference.changes().forEach(change -> changes.add(json(change)));
    return JsonBody.answer(
        Response.ok().header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE),
        Json.createObjectBuilder()
            .add("entity", name(entity))
            .add("title", difference.title().value())
            .add("from", earlier)
            .add("to", later)
            .add("changes", changes));
  }

  /** Saves an earlier version as the newest one: {@code {"version": 1041}}. */
  @POST
  @Path("{type}/{key}/restoration")
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @PathParam("type") String type, @PathParam("key") String key, InputStream body)
      throws IOException {
    EntityIri entity = desk.named(type, key);
    desk.state(entity, Permission.DESCRIBE);
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw SelectionProblems.preconditionRequired();
    }
    JsonObject asked = JsonBody.read(body);
    if (!(asked.get("version") instanceof JsonNumber version && version.isIntegral())) {
      throw SelectionProblems.field(
          "version", "version 写明要恢复哪一版（行号）。", "Say in version which row is to come back.");
    }
    long base = Long.parseLong(tag.group(1));
    return Response.noContent()
        .tag(tag(desk.restore(entity, version.longValue(), base, 412)))
        .build();
  }

  private static JsonObjectBuilder json(SelectionVersions.Change change) {
    JsonArrayBuilder cells = Json.createArrayBuilder();
    change
        .cells()
        .forEach(
            cell ->
                cells.add(
                    Json.createObjectBuilder()
                        .add("field", cell.label().value())
                        .add("before", cell.before())
                        .add("after", cell.after())));
    return Json.createObjectBuilder()
        .add("happened", change.happened().name().toLowerCase(Locale.ROOT))
        .add("what", change.what().value())
        .add("piece", change.piece())
        .add("cells", cells);
  }

  private static EntityTag tag(long row) {
    return new EntityTag(Long.toString(row));
  }

  private static String name(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }

  private String address(EntityIri entity) {
    return addresses.base() + "api/entities/" + name(entity);
  }
}
