package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.exchange.FindingAid;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.shared.JenaException;

/**
 * The data of an entity, one address for each syntax, and the EAD3 of a set or record. An address
 * without a known extension is redirected by Accept.
 */
@Path("data/{type}/{file}")
@OpenData
public class DataResource {

  /** The link relation to a query for what points at the entity. */
  public static final String INCOMING = "https://w3id.org/lantai/ns#incoming";

  private EntityData data;
  private Addresses addresses;

  /** For the container, which needs it to make a proxy. */
  public DataResource() {}

  @Inject
  public DataResource(EntityData data, Addresses addresses) {
    this.data = data;
    this.addresses = addresses;
  }

  /** By hand, because the runtime's own answer passes by the filter that adds the headers. */
  @OPTIONS
  public Response options() {
    return Response.noContent().build();
  }

  @GET
  public Response get(
      @PathParam("type") String type,
      @PathParam("file") String file,
      @Context HttpHeaders headers,
      @Context Request request) {
    int dot = file.lastIndexOf('.');
    String extension = file.substring(dot + 1);
    Optional<RdfSyntax> syntax = RdfSyntax.ofExtension(extension);
    boolean isFindingAid = extension.equals(FindingAid.EXTENSION);
    if (dot < 0 || (syntax.isEmpty() && !isFindingAid)) {
      return seeSyntax(type, file, headers);
    }
    String key = file.substring(0, dot);
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    Optional<String> elsewhere =
        data.successor(entity)
            .flatMap(
                survivor ->
                    isFindingAid
                        ? addresses.findingAid(survivor)
                        : syntax.map(known -> addresses.data(survivor, known)));
    if (elsewhere.isPresent()) {
      return Entities.moved(elsewhere.get());
    }
    Optional<byte[]> found =
        isFindingAid
            ? data.findingAid(entity)
            : data.graph(entity).map(graph -> write(graph, syntax.orElseThrow()));
    if (found.isEmpty()) {
      Entities.requirePublic(data, entity);
    }
    byte[] body = found.orElseThrow(() -> Entities.unknown(type, key));
    EntityTag tag = new EntityTag(digest(body));
    Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = notModified != null ? notModified : Response.ok(body);
    if (notModified == null) {
      answer
          .header(
              HttpHeaders.CONTENT_TYPE,
              syntax.map(RdfSyntax::contentType).orElse(FindingAid.MEDIA_TYPE))
          .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
    }
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.LINK, String.join(", ", links(entity, extension)))
        .build();
  }

  private Response seeSyntax(String type, String key, HttpHeaders headers) {
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    Entities.requirePublic(data, entity);
    EntityIri there = data.successor(entity).orElse(entity);
    List<Negotiation.Offer<RdfSyntax>> offers = new ArrayList<>();
    for (RdfSyntax syntax : RdfSyntax.values()) {
      syntax.mediaTypes().forEach(name -> offers.add(new Negotiation.Offer<>(name, syntax)));
    }
    RdfSyntax syntax =
        Negotiation.choose(Negotiation.header(headers, HttpHeaders.ACCEPT), offers)
            .orElse(RdfSyntax.TURTLE);
    return Response.seeOther(URI.create(addresses.data(there, syntax)))
        .header(HttpHeaders.VARY, "Accept")
        .build();
  }

  private byte[] write(Graph graph, RdfSyntax syntax) {
    try {
      return data.write(graph, syntax);
    } catch (JenaException e) {
      throw Entities.notAcceptable(
          List.of(RdfSyntax.TURTLE.mediaType(), RdfSyntax.NTRIPLES.mediaType()));
    }
  }

  private List<String> links(EntityIri entity, String self) {
    List<String> links = new ArrayList<>();
    links.add(link(addresses.id(entity), "describes", ""));
    links.add(link(addresses.page(entity), "alternate", "text/html"));
    for (RdfSyntax other : RdfSyntax.values()) {
      if (!other.extension().equals(self)) {
        links.add(link(addresses.data(entity, other), "alternate", other.mediaType()));
      }
    }
    if (!self.equals(FindingAid.EXTENSION)) {
      addresses
          .findingAid(entity)
          .ifPresent(ead -> links.add(link(ead, "alternate", FindingAid.MEDIA_TYPE)));
    }
    addresses
        .presentation(entity)
        .ifPresent(iiif -> links.add(link(iiif, "related", "application/ld+json")));
    String query = URLEncoder.encode(data.incoming(entity), StandardCharsets.UTF_8);
    links.add(link(addresses.sparql() + "?query=" + query, INCOMING, ""));
    return links;
  }

  private static String link(String target, String relation, String mediaType) {
    return "<%s>; rel=\"%s\"%s"
        .formatted(target, relation, mediaType.isEmpty() ? "" : "; type=\"" + mediaType + "\"");
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
