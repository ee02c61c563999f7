package cn.lantai.server.iiif.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.PageQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchWords;
import cn.lantai.search.StageIndex;
import cn.lantai.server.iiif.presentation.PresentationAddress;
import cn.lantai.server.iiif.presentation.PresentationAddress.Kind;
import cn.lantai.server.iiif.presentation.ShownImages;
import cn.lantai.server.iiif.search.ContentSearch.Scope;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.site.SearchRefusals;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Search and autocomplete, each at the address of the document in which they search. */
@Path("iiif/{service: search|autocomplete}/{path: .+}")
@RequestScoped
public class ContentSearchResource {

  private static final String MEDIA_TYPE =
      "application/ld+json;profile=\"" + ContentSearch.CONTEXT + "\"";
  private static final List<String> NOT_LOOKED_AT = List.of("date", "user");
  private static final Set<String> MOTIVATIONS = Set.of("supplementing", "highlighting");

  @Inject GraphStore stage;
  @Inject StageIndex index;
  @Inject Addresses addresses;
  @Context UriInfo uri;

  @PathParam("service")
  String service;

  @PathParam("path")
  @Encoded
  String path;

  @QueryParam("q")
  @DefaultValue("")
  String typed;

  @QueryParam("motivation")
  @DefaultValue("")
  String motivation;

  @GET
  @OpenData
  public Response get(
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("min") @DefaultValue("1") String min) {
    PresentationAddress where =
        PresentationAddress.parse(path, addresses)
            .filter(it -> !it.second())
            .orElseThrow(this::nothing);
    String address = addresses.base() + "iiif/" + service + "/" + path;
    String query = "q=" + encoded(typed);
    if (!motivation.isEmpty()) {
      query += "&motivation=" + encoded(motivation);
    }
    String asked = query;
    try {
      Optional<SearchWords> words = Optional.of(SearchWords.parse(typed)).filter(it -> isWanted());
      return answer(
          where,
          (reader, scope) -> {
            ContentSearch search = new ContentSearch(reader, index, addresses);
            return service.equals("search")
                ? search.search(address, asked, scope, words, number(page))
                : search.complete(address + "?" + asked, scope, words, number(min));
          });
    } catch (SearchRefusedException refused) {
      throw SearchRefusals.problem(refused.reason()).exception();
    }
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }

  private interface Search {
    JsonObject in(StageReader reader, Scope scope);
  }

  private Response answer(PresentationAddress where, Search search) {
    JsonObject found =
        stage.read(
            data -> {
              StageReader reader = new StageReader(data.getDefaultGraph(), addresses.base());
              return search.in(reader, scope(where, reader));
            });
    JsonObjectBuilder json = Json.createObjectBuilder().add("@context", ContentSearch.CONTEXT);
    found.forEach(json::add);
    JsonArrayBuilder ignored = Json.createArrayBuilder();
    NOT_LOOKED_AT.stream().filter(uri.getQueryParameters()::containsKey).forEach(ignored::add);
    if (NOT_LOOKED_AT.stream().anyMatch(uri.getQueryParameters()::containsKey)) {
      json.add("ignored", ignored);
    }
    return Response.ok(json.build().toString(), MEDIA_TYPE)
        .header("Cache-Control", "no-cache")
        .build();
  }

  private Scope scope(PresentationAddress where, StageReader reader) {
    if (where.kind() == Kind.TOP) {
      return new Scope(Optional.empty(), Optional.empty());
    }
    if (where.kind() != Kind.MANIFEST && where.kind() != Kind.COLLECTION) {
      throw nothing();
    }
    EntityIri thing = where.thing().orElseThrow(this::nothing);
    if (!reader.exists(thing)) {
      throw stage.isGone(thing)
          ? Entities.gone(thing)
          : Entities.unknown(thing.type().segment(), thing.key());
    }
    boolean manifest = addresses.manifest(thing).isPresent();
    if (manifest != (where.kind() == Kind.MANIFEST) && thing.type() != EntityType.RECORD_SET) {
      throw nothing();
    }
    return thing.type().isSelection()
        ? new Scope(Optional.empty(), Optional.of(ShownImages.of(thing, reader)))
        : new Scope(Optional.of(thing), Optional.empty());
  }

  private boolean isWanted() {
    return motivation.isBlank()
        || Arrays.stream(motivation.strip().split("\\s+")).anyMatch(MOTIVATIONS::contains);
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_DEEP);
    }
    return Math.min(Integer.parseInt(text), PageQuery.DEPTH);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private RuntimeException nothing() {
    return new Problem(
            404,
            "no-iiif-search",
            new Problem.Message("这里不能检索", "Nothing can be searched here"),
            new Problem.Message(
                "清单和合集的 service 里有它们的检索地址。",
                "The service of a manifest or a collection says where it is searched."))
        .exception();
  }
}
