package cn.lantai.server.iiif;

import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Finding;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.media.Digest;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The IIIF Image API 3.0 and 2.1, compliance level 2. */
@Path("/iiif/{version: [23]}/{image}")
@RequestScoped
public class ImageResource {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  /** Segments may be empty, so that a wrong parameter is always answered as one, by 400. */
  private static final String PICTURE =
      "{region: [^/]*}/{size: [^/]*}/{rotation: [^/]*}/{file: [^/]*}";

  private static final int HOUR = 3600;
  private static final int RETRY_SECONDS = 5;

  @Inject private ImageCatalogue catalogue;
  @Inject private ImageService images;
  @Inject private PublicBase base;

  @Context private Request request;

  @GET
  public Response redirect(
      @PathParam("version") String version, @PathParam("image") String imageKey) {
    Finding finding = find(imageKey);
    if (!(finding instanceof Found)) {
      return missing(finding);
    }
    return open(Response.seeOther(URI.create(address(version, imageKey).information()))).build();
  }

  @GET
  @Path("info.json")
  public Response information(
      @PathParam("version") String version,
      @PathParam("image") String imageKey,
      @Context HttpHeaders headers) {
    Finding finding = find(imageKey);
    if (!(finding instanceof Found found)) {
      return missing(finding);
    }
    Optional<ImageInformation> information = images.information(found.digest());
    if (information.isEmpty()) {
      return missing(finding);
    }
    ImageAddress address = address(version, imageKey);
    byte[] json =
        information
            .get()
            .toJson(address.version(), address.id(), found.rights())
            .getBytes(StandardCharsets.UTF_8);
    MediaType type = InformationType.choose(address.version(), headers.getAcceptableMediaTypes());
    // Weak, because the server may compress the document under the same tag.
    EntityTag tag = new EntityTag(Digest.of(json).hex().substring(0, 32), true);
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder response = unchanged != null ? unchanged : Response.ok(json, type);
    return open(response)
        .tag(tag)
        .cacheControl(caching(found))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.LINK, profileLink(address.version()))
        .build();
  }

  @GET
  @Path(PICTURE)
  public Response picture(
      @PathParam("version") String version,
      @PathParam("image") String imageKey,
      @PathParam("region") String region,
      @PathParam("size") String size,
      @PathParam("rotation") String rotation,
      @PathParam("file") String file)
      throws IOException {
    Finding finding = find(imageKey);
    if (!(finding instanceof Found found)) {
      return missing(finding);
    }
    ImageAddress address = address(version, imageKey);
    try {
      ImageRequest asked = ImageRequest.parse(address.version(), region, size, rotation, file);
      Optional<Rendition> rendition = images.rendition(found.digest(), asked);
      return rendition.isPresent() ? picture(address, found, rendition.get()) : missing(finding);
    } catch (ImageRequestException e) {
      return problem(Response.Status.BAD_REQUEST, e.reason()).build();
    } catch (ImageBusyException e) {
      return problem(Response.Status.SERVICE_UNAVAILABLE, e.getMessage())
          .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
          .build();
    }
  }

  private Response picture(ImageAddress address, Found found, Rendition rendition)
      throws IOException {
    EntityTag tag = new EntityTag(images.tag(found.digest(), rendition));
    ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      byte[] picture = images.picture(found.digest(), rendition);
      // Jersey would send anything longer than its buffer in chunks, and HEAD without a length.
      response =
          Response.ok(picture, rendition.format().mediaType())
              .header(HttpHeaders.CONTENT_LENGTH, picture.length);
    }
    return open(response)
        .tag(tag)
        .cacheControl(caching(found))
        .header(
            HttpHeaders.LINK,
            // One header: not every client looks at a second one.
            String.format(
                "<%s>;rel=\"canonical\", %s",
                address.picture(rendition.canonical()), profileLink(address.version())))
        .build();
  }

  // One for each path: a pattern for all of them would answer 405 where there is nothing at all.

  @OPTIONS
  public Response preflight() {
    return allow();
  }

  @OPTIONS
  @Path("info.json")
  public Response preflightInformation() {
    return allow();
  }

  @OPTIONS
  @Path(PICTURE)
  public Response preflightPicture() {
    return allow();
  }

  private static Response allow() {
    return open(Response.noContent())
        .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        .header("Access-Control-Allow-Headers", "Accept, If-None-Match")
        .header("Access-Control-Max-Age", 24 * HOUR)
        .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
        .build();
  }

  private Finding find(String imageKey) {
    return KEY.matcher(imageKey).matches()
        ? catalogue.find(imageKey)
        : new ImageCatalogue.Unknown();
  }

  private ImageAddress address(String version, String imageKey) {
    return new ImageAddress(base.url(), ApiVersion.of(version).orElseThrow(), imageKey);
  }

  private static Response missing(Finding finding) {
    return finding instanceof Gone
        ? problem(Response.Status.GONE, "This image has been withdrawn.").build()
        : problem(Response.Status.NOT_FOUND, "There is no such image here.").build();
  }

  private static ResponseBuilder problem(Response.Status status, String text) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    never.setNoTransform(false);
    return open(Response.status(status).entity(text + "\n").type("text/plain;charset=UTF-8"))
        .cacheControl(never);
  }

  /** Any page may use images; that is what the standard is for. */
  private static ResponseBuilder open(ResponseBuilder response) {
    return response
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "Link, ETag")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static CacheControl caching(Found found) {
    CacheControl caching = new CacheControl();
    caching.setNoTransform(false);
    caching.setPrivate(!found.everyone());
    if (found.everyone()) {
      caching.setMaxAge(HOUR);
      caching.getCacheExtension().put("public", "");
    } else {
      // Kept by the reader's own browser, but asked for again each time.
      caching.setNoCache(true);
    }
    return caching;
  }

  private static String profileLink(ApiVersion version) {
    return "<" + version.profile() + ">;rel=\"profile\"";
  }
}
