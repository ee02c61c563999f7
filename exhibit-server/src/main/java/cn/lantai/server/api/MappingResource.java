package cn.lantai.server.api;

import cn.lantai.ingest.mapping.Mapping;
import cn.lantai.ingest.mapping.MappingChangedException;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.server.imports.ColumnMappings;
import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mappings by which columns of others become ours. The ETag stands for the content; whoever
 * saves names the one from which he began, as for entities.
 */
@Path("api/mappings")
@RequestScoped
@Requires(Permission.IMPORT)
public class MappingResource {

  private static final int LARGEST = 1 << 20;
  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9a-f]{64})\"\\s*");

  @Inject ColumnMappings mappings;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;
  @Context Request request;

  @GET
  public Response list() throws IOException {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (String name : mappings.names()) {
      list.add(Json.createObjectBuilder().add("name", name).add("href", address(name)));
    }
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("mappings", list));
  }

  @GET
  @Path("{name}")
  public Response show(@PathParam("name") String name) throws IOException {
    Mappings.Kept kept = mappings.find(name).orElseThrow(() -> ImportProblems.unknownMapping(name));
    EntityTag tag = new EntityTag(kept.version());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.tag(tag).build()
        : JsonBody.answer(Response.ok().tag(tag), MappingJson.of(kept.mapping()));
  }

  /** Keeps the whole mapping; what comes with Lantai gets one of its name that goes before it. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(@PathParam("name") String name, InputStream body) throws IOException {
    Optional<String> seen = seen();
    try {
      Mapping mapping = MappingJson.read(name, JsonBody.read(body, LARGEST));
      EntityTag tag = new EntityTag(mappings.save(mapping, seen));
      return (seen.isEmpty() ? Response.created(URI.create(address(name))) : Response.noContent())
          .tag(tag)
          .build();
    } catch (MappingRefusedException refused) {
      throw ImportProblems.of(refused);
    } catch (MappingChangedException changed) {
      throw ImportProblems.of(changed);
    }
  }

  /** The version that the body takes the place of; empty if there is to be none. */
  private Optional<String> seen() {
    String ifMatch = Negotiation.header(headers, HttpHeaders.IF_MATCH);
    String ifNoneMatch = Negotiation.header(headers, HttpHeaders.IF_NONE_MATCH).strip();
    if (ifMatch.isEmpty() && ifNoneMatch.equals("*")) {
      return Optional.empty();
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches() || !ifNoneMatch.isEmpty()) {
      throw new EditProblems(addresses.base()).preconditionRequired();
    }
    return Optional.of(tag.group(1));
  }

  private String address(String name) {
    return addresses.base() + "api/mappings/" + name;
  }
}
