package cn.lantai.server.api;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchResult;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;

/** The search of the working stage, by the parameters of its page in the workbench. */
@Path("api/search")
@RequestScoped
@Requires(Permission.SEE)
public class WorkingSearchResource {

  private static final int LARGEST_PAGE = 100;

  @Inject StageStores stores;
  @Inject Journal journal;
  @Inject Addresses addresses;
  @Inject Visitor visitor;
  @Context UriInfo uri;

  @GET
  public Response search(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    SearchRequest asked = new SearchRequest("api/search", uri.getQueryParameters());
    asked.sets().forEach(set -> visitor.rights().require(Permission.SEE, set));
    StageIndex working = stores.index(StageKind.WORKING);
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    int number = Math.max(1, page);
    SearchResult found;
    try {
      found =
          working.search(
              asked.query().reaching(visitor.rights().reach()).page(number, size),
              stores.index(StageKind.PUBLIC).versions());
    } catch (SearchRefusedException refused) {
      throw refused(refused.reason());
    }
    JsonArrayBuilder results = Json.createArrayBuilder();
    found.hits().forEach(hit -> results.add(json(hit)));
    JsonObjectBuilder answer =
        Json.createObjectBuilder().add("total", found.total()).add("results", results);
    long reachable = Math.min(found.total(), SearchQuery.DEPTH);
    if ((long) number * size < reachable && (number + 1L) * size <= SearchQuery.DEPTH) {
      answer.add("next", next(asked, number + 1, size));
    }
    return JsonBody.answer(Response.ok(), answer);
  }

  private String next(SearchRequest asked, int page, int size) {
    String address = asked.address();
    return "%s%s%spage=%d&limit=%d"
        .formatted(addresses.base(), address, address.contains("?") ? "&" : "?", page, size);
  }

  private JsonObjectBuilder json(SearchResult.Hit hit) {
    Summary summary = hit.summary();
    EntityIri entity = summary.iri();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("entity", entity.uri(addresses.base()))
            .add("name", entity.type().segment() + "/" + entity.key())
            .add("href", EntityResource.address(entity, addresses.base()))
            .add("title", json(summary.title()))
            .add("version", journal.state(entity).map(EntityState::current).orElse(0L));
    summary.code().ifPresent(code -> json.add("code", code));
    summary.parent().ifPresent(parent -> json.add("parent", parent.uri(addresses.base())));
    hit.publication().ifPresent(state -> json.add("state", state.name().toLowerCase(Locale.ROOT)));
    return json;
  }

  private static JsonObjectBuilder json(LocalizedText text) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("zh", text.zh());
    text.en().ifPresent(en -> json.add("en", en));
    return json;
  }

  private static ProblemException refused(SearchRefusedException.Reason reason) {
    return new Problem(
            400,
            "search",
            new Message("不能这样检索", "It cannot be searched for like this"),
            switch (reason) {
              case TOO_DEEP ->
                  new Message(
                      "只能翻到第 %d 条，请缩小范围。".formatted(SearchQuery.DEPTH),
                      "Only the first %d can be paged through; narrow the search."
                          .formatted(SearchQuery.DEPTH));
              case TOO_SLOW -> new Message("用时太长，请缩小范围。", "It takes too long; narrow the search.");
              default ->
                  new Message(
                      "词或条件太多、太长，请减少一些。", "There are too many words or filters; use fewer.");
            })
        .with("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .exception();
  }
}
