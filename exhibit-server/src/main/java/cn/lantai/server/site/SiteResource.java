package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.search.Listing;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.server.iiif.presentation.ContentState;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.site.view.PageView;
import cn.lantai.stage.GraphStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The public pages by their addresses. */
@Path("/")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class SiteResource {

  @Inject Pages pages;
  @Inject GraphStore stage;
  @Inject EntityData data;
  @Inject Addresses addresses;
  @Inject StatePlaces places;
  @Context UriInfo uri;
  @Context HttpHeaders headers;
  @Context Request request;

  /** Read as text, because a page that is no number is a page that is not there. */
  @QueryParam("page")
  @DefaultValue("1")
  String page;

  /** In which order a theme lists its records; what it does not know is passed over. */
  @QueryParam("sort")
  @DefaultValue("date")
  String sort;

  @GET
  public Response home(@QueryParam(ContentState.PARAMETER) String state) {
    if (state != null) {
      return places.open(state);
    }
    return list(site -> site.home(LocalDate.now(ZoneId.systemDefault())));
  }

  @GET
  @Path("exhibitions")
  public Response exhibitions() {
    return selections(EntityType.EXHIBITION, "/exhibitions");
  }

  @GET
  @Path("exhibitions/{key}")
  public Response exhibition(@PathParam("key") String key) {
    return entity(EntityType.EXHIBITION, key);
  }

  @GET
  @Path("people")
  public Response people() {
    return list(site -> site.people(number()));
  }

  @GET
  @Path("people/{key}")
  public Response person(@PathParam("key") String key) {
    return entity(
        key, site -> site.peoplePage(key, number()), EntityType.COLLECTION, EntityType.PERSON);
  }

  @GET
  @Path("compilations")
  public Response compilations() {
    return selections(EntityType.COMPILATION, "/compilations");
  }

  @GET
  @Path("compilations/{key}")
  public Response compilation(@PathParam("key") String key) {
    return entity(EntityType.COMPILATION, key);
  }

  @GET
  @Path("study")
  public Response studies() {
    return selections(EntityType.STUDY, "/study");
  }

  @GET
  @Path("study/{key}")
  public Response study(@PathParam("key") String key) {
    return entity(EntityType.STUDY, key);
  }

  @GET
  @Path("archives")
  public Response archives() {
    return list(site -> site.archives(number()));
  }

  @GET
  @Path("archives/{key}")
  public Response archive(@PathParam("key") String key) {
    return entity(
        key,
        site -> site.archivePage(key, number()),
        EntityType.RECORD_SET,
        EntityType.ORGANISATION);
  }

  @GET
  @Path("themes")
  public Response themes() {
    return list(Site::themes);
  }

  @GET
  @Path("things/theme/{key}")
  public Response theme(@PathParam("key") String key) {
    Listing.Order order = sort.equals("archival") ? Listing.Order.NATURAL : Listing.Order.DATE;
    return entity(
        key, site -> site.theme(iri(EntityType.THEME, key), number(), order), EntityType.THEME);
  }

  @GET
  @Path("things/scheme/{key}")
  public Response scheme(@PathParam("key") String key) {
    return entity(EntityType.SCHEME, key);
  }

  @GET
  @Path("things/loan/{key}")
  public Response loan(@PathParam("key") String key) {
    return entity(EntityType.LOAN, key);
  }

  @GET
  @Path("records/{key}")
  public Response record(
      @PathParam("key") String key,
      @QueryParam("region") String region,
      @QueryParam("recording") @DefaultValue("") String recording,
      @QueryParam("t") @DefaultValue("") String time,
      @QueryParam(ContentState.PARAMETER) String state) {
    if (state != null) {
      return places.open(state);
    }
    Optional<String> part = Optional.ofNullable(region);
    Optional<RecordPage.Moment> moment =
        time.isEmpty()
            ? Optional.empty()
            : MediaTime.parseSpan(time).map(span -> new RecordPage.Moment(recording, span));
    return entity(
        key,
        site -> site.record(iri(EntityType.RECORD, key), number(), part, moment),
        EntityType.RECORD);
  }

  @GET
  @Path("compare")
  public Response compare(
      @QueryParam("r") List<String> records, @QueryParam("q") @DefaultValue("") String query) {
    try {
      return list(site -> site.compare(records, query));
    } catch (SearchRefusedException e) {
      throw SearchRefusals.problem(e.reason()).exception();
    }
  }

  @GET
  @Path("things/{type:image|recording}/{key}")
  public Response digital(@PathParam("type") String type, @PathParam("key") String key) {
    EntityIri image = iri(EntityType.ofSegment(type).orElseThrow(), key);
    return places
        .of(image)
        .map(place -> Response.seeOther(URI.create(place)).build())
        .orElseThrow(() -> missing(image));
  }

  @GET
  @Path("things/{type}/{key}")
  public Response thing(@PathParam("type") String type, @PathParam("key") String key) {
    EntityType named =
        EntityType.ofSegment(type)
            .filter(each -> ThingPages.types().anyMatch(each::equals))
            .orElseThrow(NotFoundException::new);
    return entity(named, key);
  }

  private Response selections(EntityType type, String path) {
    return list(site -> site.selections(type, path, number()));
  }

  private Response list(Function<Site, PageView> view) {
    return pages
        .show(uri, headers, request, site -> Optional.of(view.apply(site)))
        .orElseThrow(NotFoundException::new);
  }

  private Response entity(EntityType type, String key) {
    return entity(key, site -> site.page(iri(type, key), number()), type);
  }

  /**
   * @param types what the key may name; decides between 404 and 410
   */
  private Response entity(
      String key, Function<Site, Optional<PageView>> view, EntityType... types) {
    EntityIri first = iri(types[0], key);
    for (EntityType type : types) {
      Optional<EntityIri> successor = data.successor(iri(type, key));
      if (successor.isPresent()) {
        return Entities.moved(addresses.page(successor.get()));
      }
    }
    return pages
        .show(uri, headers, request, view)
        .orElseThrow(
            () -> {
              for (EntityType type : types) {
                if (stage.isGone(iri(type, key))) {
                  return Entities.gone(iri(type, key));
                }
              }
              return missing(first);
            });
  }

  private RuntimeException missing(EntityIri iri) {
    return stage.isGone(iri)
        ? Entities.gone(iri)
        : Entities.unknown(iri.type().segment(), iri.key());
  }

  private static EntityIri iri(EntityType type, String key) {
    return Entities.named(type.segment(), key)
        .orElseThrow(() -> Entities.unknown(type.segment(), key));
  }

  private int number() {
    if (!page.matches("[1-9]\\d{0,5}")) {
      throw new NotFoundException();
    }
    return Integer.parseInt(page);
  }
}
