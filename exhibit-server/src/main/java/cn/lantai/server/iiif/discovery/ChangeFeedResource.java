package cn.lantai.server.iiif.discovery;

import cn.lantai.entity.EntityType;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The feed for those who keep an index of manifests. */
@Path("feed/iiif")
@RequestScoped
public class ChangeFeedResource {

  private static final String CONTEXT = "http://iiif.io/api/discovery/1/context.json";
  private static final String MEDIA_TYPE = "application/ld+json;profile=\"" + CONTEXT + "\"";

  @Inject Journal journal;
  @Inject Addresses addresses;
  @Context Request request;

  @GET
  @OpenData
  public Response collection() {
    JsonObjectBuilder json = document(address(), "OrderedCollection");
    feed()
        .ends()
        .ifPresent(ends -> json.add("first", page(ends.first())).add("last", page(ends.last())));
    return answer(json);
  }

  @GET
  @Path("{page}")
  @OpenData
  public Response page(@PathParam("page") String number) {
    if (!number.matches("0|[1-9]\\d{0,5}")) {
      throw nothing(number);
    }
    ChangeFeed.Page page = feed().page(Integer.parseInt(number)).orElseThrow(() -> nothing(number));
    JsonObjectBuilder json =
        document(address() + "/" + number, "OrderedCollectionPage")
            .add("partOf", thing(address(), "OrderedCollection"));
    page.previous().ifPresent(previous -> json.add("prev", page(previous)));
    page.next().ifPresent(next -> json.add("next", page(next)));
    JsonArrayBuilder items = Json.createArrayBuilder();
    page.activities().forEach(activity -> items.add(activity(activity)));
    return answer(json.add("orderedItems", items));
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }

  @OPTIONS
  @Path("{page}")
  @OpenData
  public Response pageOptions() {
    return options();
  }

  private ChangeFeed feed() {
    return new ChangeFeed(journal, addresses);
  }

  private JsonObjectBuilder activity(Activity activity) {
    boolean set = activity.thing().type() == EntityType.RECORD_SET;
    JsonObjectBuilder object =
        thing(activity.object(), set ? "Collection" : "Manifest")
            .add("canonical", addresses.id(activity.thing()));
    if (activity.kind() != Activity.Kind.DELETE) {
      object.add(
          "seeAlso",
          Json.createArrayBuilder()
              .add(
                  thing(addresses.data(activity.thing(), RdfSyntax.JSONLD), "Dataset")
                      .add("format", RdfSyntax.JSONLD.mediaType())
                      .add("profile", "https://www.ica.org/standards/RiC/ontology")));
    }
    return Json.createObjectBuilder()
        .add("type", activity.kind().type())
        .add("object", object)
        .add("endTime", activity.end().toString());
  }

  private String address() {
    return addresses.base() + "feed/iiif";
  }

  private JsonObjectBuilder page(long number) {
    return thing(address() + "/" + number, "OrderedCollectionPage");
  }

  private static JsonObjectBuilder document(String id, String type) {
    return Json.createObjectBuilder().add("@context", CONTEXT).add("id", id).add("type", type);
  }

  private static JsonObjectBuilder thing(String id, String type) {
    return Json.createObjectBuilder().add("id", id).add("type", type);
  }

  private Response answer(JsonObjectBuilder json) {
    String body = json.build().toString();
    EntityTag tag = new EntityTag(Integer.toHexString(body.hashCode()) + body.length(), true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(body, MEDIA_TYPE);
    return answer.tag(tag).header("Cache-Control", "no-cache").build();
  }

  private static RuntimeException nothing(String page) {
    return new Problem(
            404,
            "no-such-page",
            new Problem.Message("没有这一页", "There is no such page"),
            new Problem.Message(
                "变更流没有第 " + page + " 页；从 feed/iiif 起，沿 prev 往前读。",
                "The feed has no page " + page + ". Begin at feed/iiif and follow prev."))
        .exception();
  }
}
