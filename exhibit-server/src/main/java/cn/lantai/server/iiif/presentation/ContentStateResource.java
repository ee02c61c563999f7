package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;

/** Leads a content state (Content State API 1.0, 3.1) to the page of the site that shows it. */
@Path("iiif/content-state")
@RequestScoped
public class ContentStateResource {

  @Inject GraphStore stage;
  @Inject EntityData data;
  @Inject Addresses addresses;

  @GET
  @OpenData
  public Response open(@QueryParam(ContentState.PARAMETER) @DefaultValue("") String content) {
    ContentState state;
    try {
      state = ContentState.read(content, addresses);
    } catch (UnreadableContentStateException unreadable) {
      throw unreadable.problem().exception();
    }
    EntityIri target = data.successor(state.target()).orElse(state.target());
    Optional<Place> place =
        state.image().isPresent() ? place(state.image().get()) : Optional.empty();
    EntityIri shown = place.map(Place::record).filter(it -> isRecordOf(state)).orElse(target);
    switch (data.presence(shown)) {
      case GONE -> throw Entities.gone(shown);
      case UNKNOWN -> throw Entities.unknown(shown.type().segment(), shown.key());
      case PUBLIC -> {}
    }
    UriBuilder address = UriBuilder.fromUri(addresses.page(shown));
    if (place.isPresent() && shown.equals(place.get().record())) {
      if (place.get().page() != 1) {
        address.queryParam("page", place.get().page());
      }
      ContentState there = new ContentState(shown, state.image(), state.region());
      state
          .region()
          .ifPresent(
              region -> address.queryParam(ContentState.PARAMETER, there.encoded(addresses)));
    }
    return Response.seeOther(address.build()).header("Cache-Control", "no-cache").build();
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }

  /** A page of a file or of a bare canvas is opened at its record; one of an exhibition there. */
  private static boolean isRecordOf(ContentState state) {
    EntityType type = state.target().type();
    return type == EntityType.IMAGE || type == EntityType.RECORD || type == EntityType.RECORD_SET;
  }

  /** Where an image is shown. */
  private record Place(EntityIri record, int page) {}

  private Optional<Place> place(EntityIri image) {
    return stage.read(
        dataset ->
            new StageReader(dataset.getDefaultGraph(), addresses.base())
                .image(image)
                .flatMap(page -> page.record().map(record -> new Place(record, page.page()))));
  }
}
