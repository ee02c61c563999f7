package cn.lantai.server.site;

import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchResult;
import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The search of the public stage: a page, or the same as JSON. */
@Path("/search")
@RequestScoped
public class SearchResource {

  private static final String PATH = "/search";
  private static final String HTML = "text/html";
  private static final List<Negotiation.Offer<String>> OFFERS =
      List.of(
          new Negotiation.Offer<>(HTML, HTML),
          new Negotiation.Offer<>(MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON));

  @Inject Pages pages;
  @Inject StageIndex index;
  @Inject Addresses addresses;
  @Context UriInfo uri;
  @Context HttpHeaders headers;
  @Context Request request;

  @GET
  @Produces({"text/html;charset=UTF-8", MediaType.APPLICATION_JSON})
  public Response search() {
    SearchRequest asked = new SearchRequest(PATH, uri.getQueryParameters());
    boolean json =
        Negotiation.choose(Negotiation.header(headers, HttpHeaders.ACCEPT), OFFERS)
            .map(MediaType.APPLICATION_JSON::equals)
            .orElse(false);
    return json ? json(asked) : page(asked);
  }

  private Response page(SearchRequest asked) {
    try {
      return pages
          .show(uri, headers, request, site -> Optional.of(site.search(asked)))
          .orElseThrow(NotFoundException::new);
    } catch (SearchRefusedException refused) {
      return pages.own(
          SearchRefusals.status(refused.reason()),
          new SearchPage(index, pages.language(uri, headers), asked).refused(refused.reason()),
          uri,
          headers,
          Optional.empty(),
          "");
    }
  }

  private Response json(SearchRequest asked) {
    SearchResult found;
    try {
      found = index.search(asked.query());
    } catch (SearchRefusedException refused) {
      Problem problem = SearchRefusals.problem(refused.reason());
      throw problem.exception();
    }
    JsonArrayBuilder results = Json.createArrayBuilder();
    found.hits().forEach(hit -> results.add(json(hit)));
    return Response.ok(
            Json.createObjectBuilder()
                .add("total", found.total())
                .add("page", asked.page())
                .add("results", results)
                .build()
                .toString())
        .type(MediaType.APPLICATION_JSON + ";charset=UTF-8")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private JsonObjectBuilder json(SearchResult.Hit hit) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", addresses.id(hit.summary().iri()))
            .add("type", hit.summary().iri().type().segment())
            .add("page", addresses.page(hit.summary().iri()))
            .add("title", hit.summary().title().zh());
    hit.summary().title().en().ifPresent(title -> json.add("titleEn", title));
    hit.summary().code().ifPresent(code -> json.add("code", code));
    hit.summary()
        .date()
        .flatMap(date -> date.edtf())
        .ifPresent(date -> json.add("date", date.value()));
    hit.snippet().ifPresent(snippet -> json.add("snippet", snippet.text()));
    return json;
  }
}
