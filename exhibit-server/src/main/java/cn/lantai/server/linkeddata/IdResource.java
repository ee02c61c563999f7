package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The things themselves: 303 to the page or to the data, by Accept. Who asks for nothing in
 * particular gets the page.
 */
@Path("id/{type}/{key}")
@OpenData
public class IdResource {

  private static final List<Negotiation.Offer<Optional<RdfSyntax>>> OFFERS = offers();

  private EntityData data;
  private Addresses addresses;

  /** For the container, which needs it to make a proxy. */
  public IdResource() {}

  @Inject
  public IdResource(EntityData data, Addresses addresses) {
    this.data = data;
    this.addresses = addresses;
  }

  /** By hand, because the runtime's own answer passes by the filter that adds the headers. */
  @OPTIONS
  public Response options() {
    return Response.noContent().build();
  }

  @GET
  public Response seeOther(
      @PathParam("type") String type, @PathParam("key") String key, @Context HttpHeaders headers) {
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    Optional<EntityIri> successor = data.successor(entity);
    if (successor.isPresent()) {
      return Entities.moved(addresses.id(successor.get()));
    }
    Entities.requirePublic(data, entity);
    Optional<RdfSyntax> syntax =
        Negotiation.choose(Negotiation.header(headers, HttpHeaders.ACCEPT), OFFERS)
            .orElseThrow(() -> Entities.notAcceptable(alternatives(entity)));
    String target =
        syntax.map(s -> addresses.data(entity, s)).orElseGet(() -> addresses.page(entity));
    return Response.seeOther(URI.create(target)).header(HttpHeaders.VARY, "Accept").build();
  }

  private List<String> alternatives(EntityIri entity) {
    List<String> all = new ArrayList<>();
    all.add("text/html " + addresses.page(entity));
    for (RdfSyntax syntax : RdfSyntax.values()) {
      all.add(syntax.mediaType() + " " + addresses.data(entity, syntax));
    }
    return all;
  }

  private static List<Negotiation.Offer<Optional<RdfSyntax>>> offers() {
    List<Negotiation.Offer<Optional<RdfSyntax>>> offers = new ArrayList<>();
    offers.add(new Negotiation.Offer<>("text/html", Optional.empty()));
    offers.add(new Negotiation.Offer<>("application/xhtml+xml", Optional.empty()));
    for (RdfSyntax syntax : RdfSyntax.values()) {
      for (String mediaType : syntax.mediaTypes()) {
        offers.add(new Negotiation.Offer<>(mediaType, Optional.of(syntax)));
      }
    }
    return List.copyOf(offers);
  }
}
