package cn.lantai.server.describe;

import cn.lantai.date.ChineseDateReader;
import cn.lantai.date.DateReading;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.search.ThemeNode;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.stage.StageKind;
import cn.lantai.table.Content;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a form asks for while it is filled in. */
@Path("/workbench/help")
@RequestScoped
@Requires(Permission.SEE)
@Produces(MediaType.APPLICATION_JSON)
public class HelpResource {

  private static final int OFFERED = 10;
  private static final int LONGEST = 100;
  private static final int MOST_SCHEMES = 100;

  @Inject StageStores stores;
  @Inject Visitor visitor;
  @Inject Pages pages;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  /**
   * Things whose name, or its pinyin, begins like this, with what stands for each in a cell.
   *
   * @param types separated by commas, the usual one first
   */
  @GET
  @Path("names")
  public Response names(
      @QueryParam("types") @DefaultValue("") String types,
      @QueryParam("q") @DefaultValue("") String beginning) {
    Set<EntityType> wanted =
        Arrays.stream(types.split(","))
            .flatMap(segment -> EntityType.ofSegment(segment).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    JsonArrayBuilder found = Json.createArrayBuilder();
    if (!wanted.isEmpty() && !beginning.isBlank() && beginning.length() <= LONGEST) {
      stores
          .names(visitor.rights())
          .beginning(beginning.strip(), wanted, OFFERED)
          .forEach(each -> found.add(json(each, wanted)));
    }
    return answer(found.build().toString());
  }

  /** The themes of each concept scheme, each with what stands in a cell for those above it. */
  @GET
  @Path("themes")
  public Response themes() {
    StageIndex working = stores.index(StageKind.WORKING);
    Set<EntityType> themes = Set.of(EntityType.THEME);
    JsonArrayBuilder schemes = Json.createArrayBuilder();
    for (Summary scheme :
        working.list(Listing.all(EntityType.SCHEME), 0, MOST_SCHEMES).summaries()) {
      JsonArrayBuilder nodes = Json.createArrayBuilder();
      for (ThemeNode node : working.themes(scheme.iri())) {
        JsonArrayBuilder broader = Json.createArrayBuilder();
        node.broader().forEach(above -> broader.add(Content.key(above, themes)));
        nodes.add(
            Json.createObjectBuilder()
                .add("value", Content.key(node.theme().iri(), themes))
                .add("name", text(node.theme().title()))
                .add("broader", broader));
      }
      schemes.add(
          Json.createObjectBuilder().add("name", text(scheme.title())).add("themes", nodes));
    }
    return answer(schemes.build().toString());
  }

  private JsonObjectBuilder json(Summary summary, Set<EntityType> wanted) {
    return Json.createObjectBuilder()
        .add("value", Content.key(summary.iri(), wanted))
        .add("name", text(summary.title()))
        .add("remark", remark(summary));
  }

  private String remark(Summary summary) {
    EntityIri iri = summary.iri();
    Stream<Optional<String>> parts =
        Stream.of(
            summary.code(),
            years(summary),
            summary.about().map(this::text).map(HelpResource::begin));
    return parts
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text + " · " + iri.key())
        .orElse(iri.key());
  }

  private static Optional<String> years(Summary summary) {
    Optional<String> from = summary.date().flatMap(HelpResource::year);
    Optional<String> to = summary.end().flatMap(HelpResource::year);
    return from.isEmpty() && to.isEmpty()
        ? Optional.empty()
        : Optional.of(from.orElse("?") + "–" + to.orElse(""));
  }

  private static Optional<String> year(HistoricalDate date) {
    return date.edtf().map(edtf -> edtf.value().replaceFirst("-.*", ""));
  }

  private static String begin(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  /** How a date in words is read. */
  @GET
  @Path("date")
  public Response date(@QueryParam("text") @DefaultValue("") String wording) {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    if (!wording.isBlank() && wording.length() <= LONGEST) {
      DateReading reading = new ChineseDateReader().read(wording.strip());
      if (reading instanceof DateReading.Read read) {
        answer
            .add("edtf", read.edtf().value())
            .add("explanation", text(read.explanation()))
            .add("certain", read.isCertain());
      } else if (reading instanceof DateReading.Refused refused) {
        answer.add("reason", text(refused.reason())).add("remedy", text(refused.remedy()));
      }
    }
    return answer(answer.build().toString());
  }

  private String text(LocalizedText text) {
    return pages.language(uri, headers) == Language.EN ? text.en().orElse(text.zh()) : text.zh();
  }

  private static Response answer(String json) {
    return Response.ok(json).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
