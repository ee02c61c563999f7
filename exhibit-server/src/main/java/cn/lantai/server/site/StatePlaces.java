package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.iiif.presentation.CanvasRegion;
import cn.lantai.server.iiif.presentation.ContentState;
import cn.lantai.server.iiif.presentation.UnreadableContentStateException;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.site.view.Region;
import cn.lantai.stage.GraphStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Where on the site the things are that are pointed at from elsewhere. */
@RequestScoped
public class StatePlaces {

  @Inject GraphStore stage;
  @Inject EntityData data;
  @Inject Addresses addresses;

  /** A place, and the record on whose page it is. */
  private record Place(EntityIri record, String address) {}

  /**
   * Leads to what a content state points at, wherever it was sent. A page of a file, or of a bare
   * canvas, is opened at its record; one of an exhibition, there.
   */
  public Response open(String text) {
    ContentState state;
    try {
      state = ContentState.read(text, addresses);
    } catch (UnreadableContentStateException e) {
      throw e.problem().exception();
    }
    EntityIri target = data.successor(state.target()).orElse(state.target());
    Optional<Place> place = isOfRecords(target) ? place(state) : Optional.empty();
    EntityIri opened = place.map(Place::record).orElse(target);
    switch (data.presence(opened)) {
      case GONE -> throw Entities.gone(opened);
      case UNKNOWN -> throw Entities.unknown(opened.type().segment(), opened.key());
      case PUBLIC -> {}
    }
    String address = place.map(Place::address).orElseGet(() -> Addresses.pagePath(opened));
    return Response.seeOther(URI.create(address)).header("Cache-Control", "no-cache").build();
  }

  /** Where a page image or a recording is shown; empty if it is in no record. */
  Optional<String> of(EntityIri digital) {
    return place(
            new ContentState(digital, Optional.of(digital), Optional.empty(), Optional.empty()))
        .map(Place::address);
  }

  private static boolean isOfRecords(EntityIri target) {
    return target.type().isDigital()
        || target.type() == EntityType.RECORD
        || target.type() == EntityType.RECORD_SET;
  }

  private Optional<Place> place(ContentState state) {
    return state
        .shown()
        .flatMap(
            digital ->
                stage.read(
                    dataset -> {
                      StageReader reader =
                          new StageReader(dataset.getDefaultGraph(), addresses.base());
                      return digital.type() == EntityType.RECORDING
                          ? reader.recording(digital).flatMap(it -> place(it, state.span()))
                          : reader.image(digital).flatMap(it -> place(it, state.region()));
                    }));
  }

  private static Optional<Place> place(Recording recording, Optional<MediaTime.Span> span) {
    return recording.record().map(record -> new Place(record, moment(record, recording, span)));
  }

  private static String moment(
      EntityIri record, Recording recording, Optional<MediaTime.Span> span) {
    String path = Addresses.pagePath(record);
    String key = recording.iri().key();
    return span.map(part -> moment(path, key, part)).orElse(path + "#recording-" + key);
  }

  /**
   * The address at which a page plays a recording from a moment on.
   *
   * @param path of the page that it stands on
   */
  static String moment(String path, String key, MediaTime.Span span) {
    return path + "?recording=" + key + "&t=" + span.value() + "#recording-" + key;
  }

  private static Optional<Place> place(PageImage image, Optional<CanvasRegion> region) {
    return image
        .record()
        .map(
            record -> {
              String path = Addresses.pagePath(record) + Site.page(image);
              return new Place(
                  record, path + region(image, region, path.contains("?") ? "&" : "?"));
            });
  }

  private static String region(PageImage image, Optional<CanvasRegion> region, String joint) {
    return image
        .content()
        .flatMap(file -> region.flatMap(part -> part.within(file.width(), file.height())))
        .map(Region::of)
        .map(part -> joint + "region=" + part)
        .orElse("");
  }
}
