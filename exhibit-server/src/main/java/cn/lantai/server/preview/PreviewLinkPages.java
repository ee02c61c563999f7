package cn.lantai.server.preview;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.render.Language;
import cn.lantai.server.review.ReviewPage;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.PreviewLinksView;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The links of one thing, for whoever may see it: made, listed, withdrawn. */
@Path("/workbench/previews/{type}/{key}")
@RequestScoped
@Requires(Permission.SEE)
public class PreviewLinkPages {

  @Inject PreviewDesk desk;
  @Inject PreviewLinks links;
  @Inject PreviewShow show;
  @Inject ReviewPage reviews;
  @Inject Journal journal;
  @Inject Clock clock;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  public static String path(EntityIri entity) {
    return "/workbench/previews/" + entity.type().segment() + "/" + entity.key();
  }

  /** The page on which links to a version are made, if there can be any. */
  public static Optional<String> path(EntityIri entity, long version) {
    return PreviewShow.hasPage(entity.type())
        ? Optional.of(path(entity) + "?version=" + version)
        : Optional.empty();
  }

  /**
   * @param version the newest one if it is none of this thing
   */
  @GET
  public Response list(@QueryParam("version") @DefaultValue("0") long version) {
    return answer(200, version, Optional.empty(), false);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(
      @FormParam("version") @DefaultValue("0") long version,
      @FormParam("label") @DefaultValue("") String label,
      @FormParam("days") @DefaultValue("0") int days) {
    EntityIri entity = entity();
    long row = desk.version(entity, version);
    Optional<PreviewLinks.Made> made = desk.make(entity, row, label, days);
    return answer(
        made.isPresent() ? 201 : 422,
        row,
        made.map(each -> PreviewResource.path(each.secret())),
        made.isEmpty());
  }

  @POST
  @Path("{id: \\d{1,18}}/end")
  public Response end(@PathParam("id") long id) {
    PreviewLink link = desk.end(entity(), id);
    return Response.seeOther(URI.create(path(link.entity()) + "?version=" + link.version()))
        .build();
  }

  private Response answer(int status, long version, Optional<String> made, boolean refused) {
    EntityIri entity = entity();
    long row = desk.version(entity, version);
    Language language = pages.language(uri, headers);
    Entry entry = journal.entries(List.of(row)).get(0);
    Optional<EntityGraph> shown = show.version(entity, row);
    Instant now = clock.instant();
    PreviewLinksView view =
        new PreviewLinksView(
            reviews.titles(List.of(entity), language).get(entity),
            entity.type() == EntityType.RECORD_SET ? Kind.SET : Kind.valueOf(entity.type().name()),
            path(entity),
            ReviewPage.subject(entity),
            row,
            entry.agent(),
            entry.at(),
            shown.isPresent(),
            shown.map(show::missing).orElse(0),
            show.images(entity).size(),
            PreviewLinks.LONGEST,
            links.of(entity).stream().map(link -> row(link, now)).toList(),
            made,
            refused);
    return pages.own(status, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }

  private PreviewLinksView.Row row(PreviewLink link, Instant now) {
    return new PreviewLinksView.Row(
        link.id(),
        link.label(),
        link.version(),
        link.by(),
        link.endsAt(),
        link.endedBy(),
        !now.isBefore(link.endsAt()),
        link.usedOn(),
        link.isLive(now) && desk.mayEnd(link));
  }

  private EntityIri entity() {
    return desk.entity(type, key);
  }
}
