package cn.lantai.server.opening;

import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.WordList;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of words that speak against opening. The ETag of a list stands for its content. */
@Path("api/opening-lists")
@RequestScoped
@Requires(Permission.SEE)
public class OpeningListResource {

  private static final int LARGEST = 1 << 20;
  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9a-f]{64})\"\\s*");

  @Inject OpeningDesk desk;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  /**
   * @param archive the key of an archive; empty for all within reach
   */
  @GET
  public Response list(@QueryParam("archive") @DefaultValue("") String archive) {
    Collection<String> archives = archive.isEmpty() ? desk.archives().keySet() : List.of(archive);
    JsonArrayBuilder found = Json.createArrayBuilder();
    archives.stream()
        .flatMap(each -> desk.lists(each).stream())
        .forEach(list -> found.add(json(list)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("lists", found));
  }

  /**
   * {@code {"archive": "o1", "kind": "words", "name": "隐私", "towards": "control", "words": […]}}.
   */
  @POST
  @Requires(Permission.PUBLISH)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body, LARGEST);
    String archive = JsonBody.text(asked, "archive");
    if (archive.isEmpty()) {
      throw OpeningProblems.field("archive", "写明是哪个馆的。", "Say of which archive it is.");
    }
    desk.archive(archive);
    WordList made = saved(0, archive, asked, "");
    return answer(Response.created(URI.create(address(made))), made);
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return answer(Response.ok(), desk.list(id));
  }

  /** Puts all that it says in the place of what it said. */
  @PUT
  @Path("{id: \\d{1,18}}")
  @Requires(Permission.PUBLISH)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") long id, InputStream body) throws IOException {
    WordList before = desk.list(id);
    String seen = seen();
    JsonObject asked = JsonBody.read(body, LARGEST);
    return answer(Response.ok(), saved(id, before.archive(), asked, seen));
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  @Requires(Permission.PUBLISH)
  public Response remove(@PathParam("id") long id) {
    desk.list(id);
    try {
      desk.removeList(id, seen());
      return Response.noContent().build();
    } catch (OpeningRefusedException refused) {
      throw OpeningProblems.of(refused, 412);
    }
  }

  private WordList saved(long id, String archive, JsonObject asked, String seen) {
    WordList.Kind kind =
        OpeningPages.chosen(WordList.Kind.class, JsonBody.text(asked, "kind"))
            .orElseThrow(
                () ->
                    OpeningProblems.field(
                        "kind", "kind 可为 words、forms。", "kind is words or forms."));
    Outcome towards =
        OpeningPages.chosen(Outcome.class, JsonBody.text(asked, "towards"))
            .filter(each -> each != Outcome.OPEN)
            .orElseThrow(
                () ->
                    OpeningProblems.field(
                        "towards", "towards 可为 control、extend。", "towards is control or extend."));
    try {
      WordList list =
          new WordList(id, archive, kind, JsonBody.text(asked, "name"), towards, words(asked));
      return desk.saveList(list, seen);
    } catch (OpeningRefusedException refused) {
      throw OpeningProblems.of(refused, 412);
    }
  }

  private static List<String> words(JsonObject asked) {
    List<JsonValue> given = asked.get("words") instanceof JsonArray array ? array : List.of();
    if (given.isEmpty() || !given.stream().allMatch(JsonString.class::isInstance)) {
      throw OpeningProblems.field(
          "words", "words 是至少一个词的数组。", "words is an array of at least one word.");
    }
    return given.stream().map(word -> ((JsonString) word).getString()).toList();
  }

  private String seen() {
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw OpeningProblems.preconditionRequired();
    }
    return tag.group(1);
  }

  private Response answer(Response.ResponseBuilder answer, WordList list) {
    return JsonBody.answer(
        answer.tag(new EntityTag(list.mark())),
        json(list).add("words", Json.createArrayBuilder(list.words())));
  }

  private JsonObjectBuilder json(WordList list) {
    return Json.createObjectBuilder()
        .add("id", list.id())
        .add("href", address(list))
        .add("archive", list.archive())
        .add("kind", OpeningJson.lower(list.kind()))
        .add("name", list.name())
        .add("towards", OpeningJson.lower(list.towards()))
        .add("count", list.words().size());
  }

  private String address(WordList list) {
    return addresses.base() + "api/opening-lists/" + list.id();
  }
}
