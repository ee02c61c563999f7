package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.media.Picture;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/**
 * Images as they were stored, published or not, with nothing covered: for those who describe or
 * review them. Who may only see the working stage does not see what is closed or covered. In the
 * way of the IIIF Image API 3.0, so that the viewer of the public pages shows them.
 */
@Path("/workbench/images/{key}")
@RequestScoped
@Requires({Permission.DESCRIBE, Permission.REVIEW})
public class OriginalImages {

  private static final int BUSY_SECONDS = 5;

  @Inject Journal journal;
  @Inject ImageService images;
  @Inject Addresses addresses;
  @Inject Repetitions repetitions;
  @Inject Visitor visitor;
  @Context Request request;

  @PathParam("key")
  String key;

  @GET
  @Path("info.json")
  @Produces("application/json")
  public Response information() {
    try {
      ImageInformation information = images.information(picture()).orElseThrow(this::unknown);
      String id = addresses.base() + address(image()).substring(1);
      return Response.ok(information.toJson(ApiVersion.V3, id, ImageInformation.Context.NONE))
          .cacheControl(own())
          .build();
    } catch (ImageBusyException busy) {
      throw busy();
    }
  }

  @GET
  @Path("{region}/{size}/{rotation}/{quality}")
  public Response picture(
      @PathParam("region") String region,
      @PathParam("size") String size,
      @PathParam("rotation") String rotation,
      @PathParam("quality") String quality)
      throws IOException {
    Picture picture = picture();
    repetitions.noteOnce(
        "original " + visitor.name() + " " + key,
        AuditNote.of(AuditAction.ORIGINAL_SEEN).about(image()));
    try {
      ImageRequest asked = ImageRequest.parse(ApiVersion.V3, region, size, rotation, quality);
      Rendition rendition = images.rendition(picture, asked).orElseThrow(this::unknown);
      EntityTag tag = new EntityTag(images.tag(picture, rendition));
      Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
      return (unchanged != null
              ? unchanged
              : Response.ok(images.picture(picture, rendition), rendition.format().mediaType()))
          .tag(tag)
          .cacheControl(own())
          .build();
    } catch (ImageRequestException refused) {
      throw Problems.of(400).exception();
    } catch (ImageBusyException busy) {
      throw busy();
    }
  }

  /** Where it is here, without the base. */
  String address(EntityIri image) {
    return Addresses.originalPath(image);
  }

  private Picture picture() {
    Optional<PageImage.Content> stored =
        Entities.named(EntityType.IMAGE.segment(), key)
            .filter(visitor.rights()::maySeeOriginal)
            .flatMap(journal::current)
            .map(PageImage::of)
            .flatMap(PageImage::content);
    return Picture.whole(stored.orElseThrow(this::unknown).digest());
  }

  private EntityIri image() {
    return new EntityIri(EntityType.IMAGE, key);
  }

  private RuntimeException unknown() {
    return Entities.unknown(EntityType.IMAGE.segment(), key);
  }

  private static RuntimeException busy() {
    return Problems.of(503)
        .withHeader(HttpHeaders.RETRY_AFTER, Integer.toString(BUSY_SECONDS))
        .exception();
  }

  /** Kept by the reader's own browser, and asked for each time. */
  private static CacheControl own() {
    CacheControl control = new CacheControl();
    control.setPrivate(true);
    control.setNoCache(true);
    return control;
  }
}
