package cn.lantai.server.api;

import cn.lantai.curation.Author;
import cn.lantai.curation.Comparison;
import cn.lantai.curation.Curation;
import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Action;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.review.Publisher;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entity as its editors see it: the newest version, whether it is public or not. The ETag is
 * the journal row of the version; whoever saves names the one from which he began ({@code
 * If-Match}, RFC 9110, section 13.1.1), so nobody overwrites what he has not seen.
 */
@Path("api/entities/{type}/{key}")
@Requires(Permission.SEE)
public class EntityResource {

  private static final int LARGEST_PAGE = 200;

  /** One strong tag. Neither {@code *} nor a list says from which version an edit began. */
  private static final Pattern TAG = Pattern.compile("\\s*\"([1-9]\\d{0,17})\"\\s*");

  private static final List<Negotiation.Offer<RdfSyntax>> OFFERS =
      EntityBody.SYNTAXES.stream()
          .flatMap(
              syntax ->
                  syntax.mediaTypes().stream().map(name -> new Negotiation.Offer<>(name, syntax)))
          .toList();

  private Journal journal;
  private Curation curation;
  private EntityData data;
  private Addresses addresses;
  private Visitor visitor;
  private Publications publications;
  private EditProblems problems;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  @QueryParam("reason")
  @DefaultValue("")
  String reason;

  @Context HttpHeaders headers;
  @Context Request request;

  /** For the container, which needs it to make a proxy. */
  public EntityResource() {}

  @Inject
  public EntityResource(
      Journal journal,
      Curation curation,
      EntityData data,
      Addresses addresses,
      Visitor visitor,
      Publisher publisher) {
    this.visitor = visitor;
    this.journal = journal;
    this.curation = curation;
    this.data = data;
    this.addresses = addresses;
    this.problems = new EditProblems(addresses.base());
    this.publications = new Publications(journal, curation, visitor, publisher, problems);
  }

  /** The address of this resource for an entity. */
  static String address(EntityIri entity, String base) {
    return base + "api/entities/" + entity.type().segment() + "/" + entity.key();
  }

  @GET
  public Response current() {
    return show(known().current());
  }

  @GET
  @Path("versions/{row: \\d{1,18}}")
  public Response version(@PathParam("row") long row) {
    return show(row);
  }

  private Response show(long row) {
    require(Permission.SEE);
    EntityGraph version =
        curation.version(entity(), row).orElseThrow(() -> problems.unknown(entity()));
    RdfSyntax syntax =
        Negotiation.choose(Negotiation.header(headers, HttpHeaders.ACCEPT), OFFERS)
            .orElseThrow(
                () ->
                    Entities.notAcceptable(
                        EntityBody.SYNTAXES.stream().map(RdfSyntax::mediaType).toList()));
    EntityTag tag = tag(row);
    Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
    if (answer == null) {
      answer =
          Response.ok(data.write(data.underPublicBase(version), syntax))
              .header(HttpHeaders.CONTENT_TYPE, syntax.contentType());
    }
    return answer
        .tag(tag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .link(address() + "/versions", "version-history")
        .build();
  }

  /** Saves the whole description; what is not in the body is taken away. */
  @PUT
  @Requires(Permission.DESCRIBE)
  public Response save(InputStream body) throws IOException {
    long base = base();
    Author author = author();
    EntityGraph yours = EntityBody.read(entity(), headers.getMediaType(), body, addresses.base());
    requireDescribing(yours);
    try {
      long row =
          curation.save(yours, base, author).stream()
              .filter(entry -> entry.action() == Action.PUT)
              .findFirst()
              .map(Entry::sequence)
              .orElse(base);
      return (base == 0 ? Response.created(URI.create(address())) : Response.noContent())
          .tag(tag(row))
          .build();
    } catch (ProfileViolationException refused) {
      throw problems.refused(visitor.rights().violations(refused));
    } catch (EditConflictException conflict) {
      Optional<Comparison> comparison = curation.compare(conflict, yours);
      throw problems.conflict(
          conflict, comparison, comparison.flatMap(Comparison::merged).map(this::turtle));
    }
  }

  /**
   * What saving it would be refused for, without saving anything; whether it fits to others, such
   * as its place or its reference code, is seen when it is saved.
   */
  @POST
  @Path("checks")
  @Requires(Permission.DESCRIBE)
  public Response check(InputStream body) throws IOException {
    EntityGraph yours = EntityBody.read(entity(), headers.getMediaType(), body, addresses.base());
    requireDescribing(yours);
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder().add("violations", problems.violations(curation.check(yours))));
  }

  private String turtle(EntityGraph graph) {
    return new String(
        data.write(data.underPublicBase(graph), RdfSyntax.TURTLE), StandardCharsets.UTF_8);
  }

  /** The entity's rows, newest first, a page at a time. */
  @GET
  @Path("versions")
  public Response versions(
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    known();
    require(Permission.SEE);
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    List<Entry> rows = journal.history(entity(), before, size);
    JsonArrayBuilder list = Json.createArrayBuilder();
    rows.forEach(row -> list.add(json(row)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("rows", list);
    if (rows.size() == size) {
      page.add(
          "next",
          "%s/versions?before=%d&limit=%d"
              .formatted(address(), rows.get(size - 1).sequence(), size));
    }
    return Response.ok(page.build().toString())
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private JsonObjectBuilder json(Entry row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("row", row.sequence())
            .add("action", row.action().name())
            .add("at", row.at().toString())
            .add("agent", row.agent())
            .add("reason", row.reason());
    if (row.version() != 0) {
      json.add("version", row.version()).add("href", address() + "/versions/" + row.version());
    }
    return json;
  }

  /**
   * Publishes the newest version, where no review comes first; that of {@code If-Match} and no
   * other, if there is one.
   */
  @PUT
  @Path("publication")
  @Requires(Permission.PUBLISH)
  public Response publish() {
    publications.publish(entity(), seen(), reason);
    return Response.noContent().build();
  }

  /** Takes it out of public, for a reason. */
  @DELETE
  @Path("publication")
  @Requires(Permission.PUBLISH)
  public Response withdraw() {
    publications.withdraw(entity(), seen(), reason);
    return Response.noContent().build();
  }

  /** What may not be seen is answered as what is not there. */
  private void require(Permission permission) {
    try {
      visitor.rights().require(permission, entity());
    } catch (OutOfReachException hidden) {
      throw problems.unknown(entity());
    }
  }

  private void requireDescribing(EntityGraph yours) {
    try {
      visitor.rights().require(Permission.DESCRIBE, yours);
    } catch (OutOfReachException hidden) {
      throw problems.unknown(entity());
    }
    Set<EntityIri> beyond = visitor.rights().namedBeyond(yours, journal.current(entity()));
    if (!beyond.isEmpty()) {
      throw problems.namesBeyond(beyond);
    }
  }

  private EntityIri entity() {
    return Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
  }

  private EntityState known() {
    return journal.state(entity()).orElseThrow(() -> problems.unknown(entity()));
  }

  private String address() {
    return address(entity(), addresses.base());
  }

  private static EntityTag tag(long row) {
    return new EntityTag(Long.toString(row));
  }

  /** The row from which the edit began; 0 for a new entity. */
  private long base() {
    String ifMatch = Negotiation.header(headers, HttpHeaders.IF_MATCH);
    String ifNoneMatch = Negotiation.header(headers, HttpHeaders.IF_NONE_MATCH).strip();
    if (ifMatch.isEmpty() && ifNoneMatch.equals("*")) {
      return 0;
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches() || !ifNoneMatch.isEmpty()) {
      throw problems.preconditionRequired();
    }
    return Long.parseLong(tag.group(1));
  }

  /** The version that {@code If-Match} names, if there is one. */
  private OptionalLong seen() {
    String ifMatch = Negotiation.header(headers, HttpHeaders.IF_MATCH);
    if (ifMatch.isBlank()) {
      return OptionalLong.empty();
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw problems.preconditionRequired();
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }

  private Author author() {
    String name = visitor.name();
    try {
      Draft.withdraw(entity(), name, reason);
    } catch (IllegalArgumentException unstorable) {
      throw problems.reasonTooLong(Draft.MAX_REASON);
    }
    return new Author(name, reason);
  }
}
