package cn.lantai.server.preview;

import cn.lantai.entity.EntityGraph;
import cn.lantai.media.Picture;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.render.PageContext;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.Previews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;

/** What somebody sees who was given a link. Open to who has it, and kept by nobody. */
@Path("preview/{secret: [a-z0-9]{32}}")
@RequestScoped
public class PreviewResource {

  private static final int BUSY_SECONDS = 5;

  @Inject PreviewLinks links;
  @Inject PreviewShow show;
  @Inject Previews previews;
  @Inject Pages pages;
  @Inject ImageService images;
  @Inject Addresses addresses;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("secret")
  String secret;

  /** Where a link leads. */
  static String path(String secret) {
    return "/preview/" + secret;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public Response page(@QueryParam("page") @DefaultValue("1") String page) {
    PreviewLink link = live();
    EntityGraph version =
        show.version(link.entity(), link.version()).orElseThrow(PreviewResource::ended);
    if (!page.matches("[1-9]\\d{0,5}")) {
      throw unknown();
    }
    Previews.Shared shared =
        new Previews.Shared(
            version, show.images(link.entity()), path(secret), Integer.parseInt(page));
    return pages
        .preview(
            uri,
            headers,
            new PageContext.Preview(link.endsAt()),
            context -> previews.page(shared, context))
        .orElseThrow(PreviewResource::unknown);
  }

  @GET
  @Path("images/{key}/info.json")
  @Produces("application/json")
  public Response information(@PathParam("key") String key) {
    Picture picture = picture(key);
    try {
      ImageInformation information =
          images.information(picture).orElseThrow(PreviewResource::unknown);
      String id = addresses.base() + (path(secret) + "/images/" + key).substring(1);
      return closed(
          Response.ok(information.toJson(ApiVersion.V3, id, ImageInformation.Context.NONE)));
    } catch (ImageBusyException busy) {
      throw busy();
    }
  }

  @GET
  @Path("images/{key}/{region}/{size}/{rotation}/{quality}")
  public Response picture(
      @PathParam("key") String key,
      @PathParam("region") String region,
      @PathParam("size") String size,
      @PathParam("rotation") String rotation,
      @PathParam("quality") String quality)
      throws IOException {
    Picture picture = picture(key);
    try {
      ImageRequest asked = ImageRequest.parse(ApiVersion.V3, region, size, rotation, quality);
      Rendition rendition = images.rendition(picture, asked).orElseThrow(PreviewResource::unknown);
      return closed(
          Response.ok(images.picture(picture, rendition), rendition.format().mediaType()));
    } catch (ImageRequestException refused) {
      throw Problems.of(400).exception();
    } catch (ImageBusyException busy) {
      throw busy();
    }
  }

  private Picture picture(String key) {
    PreviewLink link = live();
    return show.version(link.entity(), link.version())
        .flatMap(version -> show.picture(link.entity(), key))
        .orElseThrow(PreviewResource::unknown);
  }

  private PreviewLink live() {
    PreviewLinks.Opened opened = links.open(secret);
    if (opened instanceof PreviewLinks.Live live) {
      return live.link();
    }
    throw opened instanceof PreviewLinks.Ended ? ended() : unknown();
  }

  /** Nobody keeps it, tells where he came from, or finds it by a search engine. */
  private static Response closed(Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }

  private static ProblemException unknown() {
    return closed(
        404,
        new Message("没有这个预览", "There is no such preview"),
        new Message("链接可能不完整，请整个复制再打开。", "The link may be incomplete; copy all of it."));
  }

  private static ProblemException ended() {
    return closed(
        410,
        new Message("预览已结束", "This preview has ended"),
        new Message(
            "链接到期了，或已被收回，或所看的内容已不能给馆外看。请向给您链接的人再要一个。",
            "The link has ended, was withdrawn, or shows what may not be shown outside any more."
                + " Ask whoever gave it to you for another."));
  }

  private static ProblemException closed(int status, Message title, Message detail) {
    return new Problem(status, "preview", title, detail)
        .withHeader("Referrer-Policy", "no-referrer")
        .withHeader("X-Robots-Tag", "noindex, nofollow")
        .exception();
  }

  private static RuntimeException busy() {
    return Problems.of(503)
        .withHeader(HttpHeaders.RETRY_AFTER, Integer.toString(BUSY_SECONDS))
        .exception();
  }
}
