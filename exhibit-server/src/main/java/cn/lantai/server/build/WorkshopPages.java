package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.selection.Selection;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.WorkshopView;
import cn.lantai.showing.Showing;
import cn.lantai.showing.Showings;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is curated, and where something new begins. */
@Path("/workbench/selections")
@RequestScoped
@Requires(Permission.SEE)
public class WorkshopPages {

  /** What an archive makes of itself in years is some hundreds; more are found by the search. */
  private static final int MOST = 400;

  @Inject SelectionDesk desk;
  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Showings showings;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response list(
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("q") @DefaultValue("") String query) {
    return answer(200, type, query, Optional.empty(), "");
  }

  @POST
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @FormParam("type") @DefaultValue("") String type,
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("key") @DefaultValue("") String key,
      @FormParam("usual") @DefaultValue("") String usual) {
    Optional<EntityType> kind = EntityType.ofSegment(type).filter(EntityType::isSelection);
    String wanted = key.strip().toLowerCase(Locale.ROOT);
    if (kind.isEmpty() || !SelectionDesk.isTitle(title)) {
      return answer(
          422,
          type,
          "",
          Optional.of(
              text(
                  "请选种类，并写 200 字以内的题名", "Choose a kind and write a title of up to 200 characters")),
          title);
    }
    if (!wanted.isEmpty() && !EntityIri.isKey(wanted)) {
      return answer(
          422,
          type,
          "",
          Optional.of(
              text(
                  "键只用小写字母、数字、点、连字符",
                  "A key has lower-case letters, digits, dots and hyphens only")),
          title);
    }
    Optional<EntityIri> made = desk.begin(kind.get(), title, wanted, !usual.isEmpty());
    return made.isPresent()
        ? Response.seeOther(URI.create(NewSelections.path(made.get()))).build()
        : answer(
            409,
            type,
            "",
            Optional.of(text("键“" + wanted + "”已有人用，请换一个", "The key “" + wanted + "” is taken")),
            title);
  }

  private Response answer(
      int status, String type, String query, Optional<Text> fault, String wanted) {
    Optional<EntityType> kind = EntityType.ofSegment(type).filter(EntityType::isSelection);
    Set<EntityType> types =
        kind.map(Set::of)
            .orElseGet(
                () ->
                    Stream.of(EntityType.values())
                        .filter(EntityType::isSelection)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    StageIndex working = stores.index(StageKind.WORKING);
    Map<EntityIri, Showing> times =
        showings.all().stream().collect(Collectors.toMap(Showing::entity, Function.identity()));
    List<WorkshopView.Row> rows =
        types.stream()
            .flatMap(each -> working.list(Listing.all(each), 0, MOST).summaries().stream())
            .filter(summary -> matches(summary, query))
            .filter(summary -> visitor.rights().may(Permission.SEE, summary.iri()))
            .flatMap(
                summary -> row(summary, Optional.ofNullable(times.get(summary.iri()))).stream())
            .toList();
    WorkshopView view = new WorkshopView(kind.map(EntityType::segment), query, rows, fault, wanted);
    return pages.own(status, view, uri, headers, Optional.of(user()), csrf.token(request));
  }

  private static boolean matches(Summary summary, String query) {
    String words = query.strip().toLowerCase(Locale.ROOT);
    return words.isEmpty()
        || Stream.of(summary.title().zh(), summary.title().en().orElse(""), summary.iri().key())
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  private Optional<WorkshopView.Row> row(Summary summary, Optional<Showing> times) {
    EntityIri entity = summary.iri();
    Optional<EntityState> state = journal.state(entity);
    Optional<Selection> selection = journal.current(entity).map(Selection::of);
    return state.isEmpty() || selection.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WorkshopView.Row(
                NewSelections.path(entity),
                Kind.valueOf(entity.type().name()),
                text(summary.title().zh(), summary.title().en().orElseGet(summary.title()::zh)),
                NewSelections.state(state.get()),
                selection.get().sections().size(),
                (int)
                    selection
                        .get()
                        .items()
                        .flatMap(item -> item.member().stream())
                        .distinct()
                        .count(),
                times.flatMap(Showing::next),
                times.flatMap(Showing::due)));
  }

  private Text text(String zh, String en) {
    return pages.language(uri, headers) == Language.EN ? Text.en(en) : Text.zh(zh);
  }

  private String user() {
    return visitor.name();
  }
}
