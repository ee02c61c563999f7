package cn.lantai.server.review;

import cn.lantai.entity.EntityIri;
import cn.lantai.review.Act;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewRefusedException;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The queue of reviews, and the page of each. */
@Path("/workbench/reviews")
@RequestScoped
@Requires(Permission.SEE)
public class ReviewPages {

  private static final int ON_A_PAGE = 50;

  @Inject ReviewDesk desk;
  @Inject ReviewPage page;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  public static String path(long id) {
    return "/workbench/reviews/" + id;
  }

  @GET
  public Response list(
      @QueryParam("show") @DefaultValue("") String wanted,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("passed") @DefaultValue("0") int passed) {
    ReviewDesk.Show show =
        Arrays.stream(ReviewDesk.Show.values())
            .filter(each -> each.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElse(
                visitor.rights().may(Permission.REVIEW)
                    ? ReviewDesk.Show.WAITING
                    : ReviewDesk.Show.MINE);
    List<Review> found = desk.list(show, before, ON_A_PAGE);
    Optional<String> next =
        found.size() < ON_A_PAGE
            ? Optional.empty()
            : Optional.of(
                "/workbench/reviews?show=%s&before=%d"
                    .formatted(
                        show.name().toLowerCase(Locale.ROOT), found.get(found.size() - 1).id()));
    return answer(page.list(show, found, next, Math.max(0, passed), pages.language(uri, headers)));
  }

  /** Asks for the review of a version. */
  @POST
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(
      @FormParam("type") @DefaultValue("") String type,
      @FormParam("key") @DefaultValue("") String key,
      @FormParam("version") @DefaultValue("0") long version,
      @FormParam("reason") @DefaultValue("") String reason) {
    EntityIri entity = Entities.named(type, key).orElseThrow(() -> Entities.unknown(type, key));
    try {
      return seeOther(desk.submit(entity, version, reason).id());
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
  }

  /** Agrees to several: each by its number, a colon, and how many steps of it were seen. */
  @POST
  @Path("passes")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response passAll(
      @FormParam("review") List<String> chosen,
      @FormParam("reason") @DefaultValue("") String reason) {
    Map<Long, Integer> seen = new HashMap<>();
    for (String each : chosen) {
      if (!each.matches("\\d{1,18}:[1-9]\\d{0,8}")) {
        throw ReviewProblems.unreadable("请从列表中选取。", "Choose them from the list.");
      }
      String[] parts = each.split(":", 2);
      seen.put(Long.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }
    try {
      int passed = desk.passAll(seen, reason).size();
      return Response.seeOther(URI.create("/workbench/reviews?show=waiting&passed=" + passed))
          .build();
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id, @QueryParam("at") @DefaultValue("") String at) {
    Review review = desk.find(id);
    return answer(page.view(review, at, pages.language(uri, headers)));
  }

  /** One step: what it is stands in {@code act}. */
  @POST
  @Path("{id: \\d{1,18}}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response step(
      @PathParam("id") long id,
      @FormParam("act") @DefaultValue("") String wanted,
      @FormParam("seen") @DefaultValue("0") int seen,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("due") @DefaultValue("") String due) {
    Act act =
        Arrays.stream(Act.values())
            .filter(each -> each.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(() -> ReviewProblems.unreadable("没有这样的步骤。", "There is no such step."));
    try {
      desk.step(id, act, seen, reason, time(due));
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
    return seeOther(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/comments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response comment(
      @PathParam("id") long id,
      @FormParam("spot") @DefaultValue("") String spot,
      @FormParam("place") @DefaultValue("") String place,
      @FormParam("words") @DefaultValue("") String words) {
    Review review = desk.find(id);
    String of = place.isBlank() ? spot.strip() : "xywh=" + place.strip().replace("xywh=", "");
    if (!page.isSpot(review, of)) {
      throw ReviewProblems.unreadable(
          "批注所指的地方没有。图上的位置写成“左,上,宽,高”，如 percent:10,20,30,15。",
          "There is nothing of that name. A place on the image is left,top,width,height, such as"
              + " percent:10,20,30,15.");
    }
    try {
      desk.comment(id, of, words);
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
    return Response.seeOther(URI.create(path(id) + "#remarks")).build();
  }

  /** As a browser's field has it, in the time of the server; or an instant. */
  static Optional<Instant> time(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          wanted.endsWith("Z")
              ? Instant.parse(wanted)
              : LocalDateTime.parse(wanted).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException unreadable) {
      throw ReviewProblems.unreadable(
          "公布时间读不懂，请写成 2026-12-01T09:00 这样。",
          "The time cannot be read; write it like 2026-12-01T09:00.");
    }
  }

  private Response answer(PageView view) {
    return pages.own(200, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }

  private static Response seeOther(long id) {
    return Response.seeOther(URI.create(path(id))).build();
  }
}
