package cn.lantai.server.workbench;

import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.ExportFormat;
import cn.lantai.exchange.ExportFormats;
import cn.lantai.search.Facet;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchResult;
import cn.lantai.search.Summary;
import cn.lantai.server.exports.ExportFolder;
import cn.lantai.server.exports.ExportOrder;
import cn.lantai.server.exports.ExportProblems;
import cn.lantai.server.exports.ExportRefusedException;
import cn.lantai.server.exports.ExportState;
import cn.lantai.server.exports.Exports;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Names;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.ExportsView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Text;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asking for exports, and fetching what they wrote. */
@Path("/workbench/exports")
@RequestScoped
@Requires(Permission.EXPORT)
public class ExportPages {

  private static final String PATH = "/workbench/exports";
  private static final int SHOWN = 20;

  @Inject Exports exports;
  @Inject ExportFolder folder;
  @Inject StageStores stores;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  /**
   * @param part the key of a fonds, series or file to begin with
   */
  @GET
  public Response list(@QueryParam("fonds") @DefaultValue("") String part) {
    Map<Facet, List<SearchResult.Value>> facets =
        stores
            .index(StageKind.WORKING)
            .search(SearchQuery.of("").reaching(visitor.rights().reach()))
            .facets();
    ExportsView view =
        new ExportsView(
            ExportFormats.ALL.stream().map(ExportFormat::name).toList(),
            choices(facets, Facet.ARCHIVE),
            choices(facets, Facet.FONDS),
            part,
            folder.days(),
            exports.newest(SHOWN, visitor).stream().map(this::export).toList());
    return pages.own(200, view, uri, headers, Optional.of(user()), csrf.token(request));
  }

  /**
   * @param chosen what the list offers: {@code archive:KEY}, {@code fonds:KEY}, or nothing
   * @param part a key that was typed, which goes before
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response start(
      @FormParam("format") @DefaultValue("") String format,
      @FormParam("scope") @DefaultValue("") String chosen,
      @FormParam("part") @DefaultValue("") String part,
      @FormParam("public") @DefaultValue("") String onlyPublic) {
    Map<String, String> asked = new HashMap<>(Map.of("format", format, "public", onlyPublic));
    int colon = chosen.indexOf(':');
    if (!part.isBlank()) {
      asked.put("fonds", part);
    } else if (colon > 0) {
      asked.put(chosen.substring(0, colon), chosen.substring(colon + 1));
    }
    try {
      exports.start(ExportOrder.of(asked), visitor);
    } catch (ExportRefusedException refused) {
      throw ExportProblems.of(refused);
    }
    return Response.seeOther(URI.create(PATH)).build();
  }

  @POST
  @Path("{id: \\d{1,18}}/cancel")
  public Response cancel(@PathParam("id") long id) {
    if (exports.cancel(id, visitor).isEmpty()) {
      throw ExportProblems.unknown();
    }
    return Response.seeOther(URI.create(PATH)).build();
  }

  private List<ExportsView.Choice> choices(
      Map<Facet, List<SearchResult.Value>> facets, Facet facet) {
    return facets.getOrDefault(facet, List.of()).stream()
        .map(
            value ->
                new ExportsView.Choice(
                    value.key(), value.label().map(this::text).orElse(Text.of("und", value.key()))))
        .toList();
  }

  private ExportsView.Export export(ExportState state) {
    Names names = stores.names(visitor.rights());
    String files = "/api/exports/" + state.id();
    return new ExportsView.Export(
        PATH + "/" + state.id(),
        state
            .order()
            .part()
            .map(
                part ->
                    names
                        .of(part)
                        .map(Summary::title)
                        .map(this::text)
                        .orElse(Text.of("und", part.key()))),
        state.order().format().name(),
        state.order().stage() == StageKind.PUBLIC,
        JobPhase.valueOf(state.job().phase().name()),
        state.by(),
        state.job().done(),
        state.job().createdAt(),
        message(state),
        state.file().map(file -> files + "/file"),
        state.file().map(file -> mebibytes(file.toFile().length())).orElse(0.0),
        state.problems().map(file -> files + "/problems.csv"));
  }

  /** Messages of jobs are in both languages, one after the other. */
  private Optional<Text> message(ExportState state) {
    List<String> lines = state.job().message().lines().toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        isEnglish() && lines.size() > 1 ? Text.en(lines.get(1)) : Text.zh(lines.get(0)));
  }

  private static double mebibytes(long bytes) {
    return Math.max(0.1, Math.round(bytes / 104857.6) / 10.0);
  }

  private Text text(LocalizedText text) {
    return isEnglish() && text.en().isPresent() ? Text.en(text.en().get()) : Text.zh(text.zh());
  }

  private boolean isEnglish() {
    return pages.language(uri, headers) == Language.EN;
  }

  private String user() {
    return visitor.name();
  }
}
