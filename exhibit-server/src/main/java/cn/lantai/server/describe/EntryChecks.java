package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is wrong with a form as it stands, while it is filled in; nothing is saved. */
@Path("/workbench/entries/{type}/~checks")
@RequestScoped
@Requires(Permission.DESCRIBE)
@Produces(MediaType.APPLICATION_JSON)
public class EntryChecks {

  @Inject Desk desk;
  @Inject Visitor visitor;
  @Inject Pages pages;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("type")
  String type;

  /**
   * @param key of what the form was filled from; empty for something new
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(
      @QueryParam("of") @DefaultValue("") String key, MultivaluedMap<String, String> form) {
    EntityIri entity = entity(key);
    String base = Optional.ofNullable(form.getFirst("base")).orElse("");
    Sheet sheet = EntryFields.sheet(entity, form);
    Desk.Faulty found =
        desk.check(sheet, base.matches("\\d{1,18}") ? Long.parseLong(base) : 0, visitor.rights());
    JsonArrayBuilder faults = Json.createArrayBuilder();
    found.violations().forEach(each -> faults.add(text(each)));
    JsonObjectBuilder fields = Json.createObjectBuilder();
    byField(entity, found, form).forEach(fields::add);
    return Response.ok(
            Json.createObjectBuilder()
                .add("fields", fields)
                .add("faults", faults)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private EntityIri entity(String key) {
    EntityType known =
        EntityType.ofSegment(type)
            .filter(Sheet.TYPES::contains)
            .orElseThrow(() -> Entities.unknown(type, key));
    if (key.isEmpty()) {
      return new EntityIri(known, "new");
    }
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    try {
      visitor.rights().require(Permission.DESCRIBE, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    }
    return entity;
  }

  private Map<String, JsonArrayBuilder> byField(
      EntityIri entity, Desk.Faulty found, MultivaluedMap<String, String> form) {
    Table table = Tables.of(entity.type());
    Map<String, JsonArrayBuilder> fields = new TreeMap<>();
    for (Problem problem : found.reading().problems()) {
      EntryFields.name(table, problem, form)
          .ifPresent(
              name ->
                  fields
                      .computeIfAbsent(name, each -> Json.createArrayBuilder())
                      .add(
                          Json.createObjectBuilder()
                              .add("error", problem.isError())
                              .add("reason", text(problem.reason()))
                              .add("remedy", text(problem.remedy()))));
    }
    return fields;
  }

  private String text(LocalizedText text) {
    return pages.language(uri, headers) == Language.EN ? text.en().orElse(text.zh()) : text.zh();
  }
}
