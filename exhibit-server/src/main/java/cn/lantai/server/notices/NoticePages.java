package cn.lantai.server.notices;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.render.Language;
import cn.lantai.server.review.ReviewPage;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.NoticesView;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of notices. To look at it changes nothing: who has read them says so. */
@Path("/workbench/notices")
@RequestScoped
@Requires
public class NoticePages {

  private static final String HERE = "/workbench/notices";

  private static final LocalizedText DUE = LocalizedText.of("开放审核", "Opening reviews");

  @Inject Notices notices;
  @Inject ReviewPage reviews;
  @Inject Jobs jobs;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response list() {
    Language language = pages.language(uri, headers);
    Instant seen = notices.seen();
    List<Notice> newest = notices.newest();
    Map<EntityIri, Text> titles =
        reviews.titles(
            newest.stream().flatMap(notice -> notice.entity().stream()).distinct().toList(),
            language);
    List<NoticesView.Row> rows =
        newest.stream()
            .map(
                notice ->
                    new NoticesView.Row(
                        notice.kind(),
                        notice
                            .entity()
                            .map(titles::get)
                            .orElseGet(
                                () ->
                                    ReviewPage.text(
                                        language, notice.job().map(jobs::title).orElse(DUE))),
                        notice.href(),
                        notice.by(),
                        notice.at(),
                        words(notice, language),
                        notice.at().isAfter(seen)))
            .toList();
    return pages.own(
        200, new NoticesView(rows), uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }

  /** The first line; what no person said stands there in Chinese and then in English. */
  private static String words(Notice notice, Language language) {
    long passed = notice.entity().isEmpty() && language == Language.EN ? 1 : 0;
    List<String> lines = notice.words().lines().toList();
    return lines.stream().skip(passed).findFirst().or(() -> lines.stream().findFirst()).orElse("");
  }

  /**
   * @param until the time of the newest one that was shown, so that one that came meanwhile stays
   *     new
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response see(@FormParam("until") @DefaultValue("") String until) {
    notices.see(time(until));
    return Response.seeOther(URI.create(HERE)).build();
  }

  static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noTime) {
      throw new Problem(
              400,
              "notices",
              new Message("请求读不懂", "The request cannot be read"),
              new Message(
                  "until 应是一个时刻，如 2026-11-29T08:00:00Z。",
                  "until is a time, such as 2026-11-29T08:00:00Z."))
          .exception();
    }
  }
}
