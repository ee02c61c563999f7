package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.site.view.TaskState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasks of exhibitions, for programs. The ETag of a task is its version. */
@Path("api/tasks")
@RequestScoped
@Requires(Permission.SEE)
public class TaskResource {

  private static final Pattern TAG = Pattern.compile("\\s*\"([1-9]\\d{0,8})\"\\s*");

  @Inject TaskDesk desk;
  @Inject Addresses addresses;
  @Context HttpHeaders headers;

  /** What the asker has still to do: what is due first comes first. */
  @GET
  public Response mine() {
    return JsonBody.answer(Response.ok(), list(desk.mine()));
  }

  @GET
  @Path("{type}/{key}")
  public Response list(@PathParam("type") String type, @PathParam("key") String key) {
    return JsonBody.answer(Response.ok(), list(desk.of(desk.selection(type, key))));
  }

  /** Puts new ones at the end: {@code {"tasks": [{"title": "…", "due": "2026-12-01"}]}}. */
  @POST
  @Path("{type}/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("type") String type, @PathParam("key") String key, InputStream body)
      throws IOException {
    EntityIri entity = desk.selection(type, key);
    JsonObject asked = JsonBody.read(body);
    if (!asked.containsKey("tasks")
        || asked.get("tasks").getValueType() != JsonValue.ValueType.ARRAY) {
      throw TaskWording.unreadable("tasks 应是任务的数组。", "tasks is an array of tasks.");
    }
    List<JsonValue> wanted = asked.getJsonArray("tasks");
    return done(
        () ->
            JsonBody.answer(
                Response.status(201),
                list(desk.add(entity, wanted.stream().map(TaskResource::duty).toList()))));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(@PathParam("id") long id) {
    return done(() -> answer(desk.find(id)));
  }

  /** Puts all that it says in the place of what it said. */
  @PUT
  @Path("{id: \\d{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") long id, InputStream body) throws IOException {
    int version = seen();
    JsonObject asked = JsonBody.read(body);
    return done(() -> answer(desk.change(id, version, duty(asked))));
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  public Response remove(@PathParam("id") long id) {
    int version = seen();
    return done(
        () -> {
          desk.remove(id, version);
          return Response.noContent().build();
        });
  }

  /** {@code {"after": 17}} puts it behind another one; without that, at the beginning. */
  @PUT
  @Path("{id: \\d{1,18}}/place")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(@PathParam("id") long id, InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    OptionalLong after =
        asked.get("after") instanceof JsonNumber number && number.isIntegral()
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    return done(
        () -> {
          desk.move(id, after);
          return Response.noContent().build();
        });
  }

  private static Response done(Supplier<Response> work) {
    try {
      return work.get();
    } catch (TaskRefusedException refused) {
      throw TaskWording.problem(refused, 412);
    }
  }

  private int seen() {
    Matcher tag = TAG.matcher(Negotiation.header(headers, HttpHeaders.IF_MATCH));
    if (!tag.matches()) {
      throw TaskWording.preconditionRequired();
    }
    return Integer.parseInt(tag.group(1));
  }

  private static Duty duty(JsonValue value) {
    if (!(value instanceof JsonObject asked)) {
      throw TaskWording.unreadable("任务应是 JSON 对象。", "A task is a JSON object.");
    }
    String state = JsonBody.text(asked, "state");
    return new Duty(
        JsonBody.text(asked, "title"),
        Optional.of(JsonBody.text(asked, "person")).filter(name -> !name.isEmpty()),
        Days.read(JsonBody.text(asked, "begins")),
        Days.read(JsonBody.text(asked, "due")),
        state.isEmpty()
            ? TaskState.TODO
            : Arrays.stream(TaskState.values())
                .filter(each -> each.name().equalsIgnoreCase(state))
                .findFirst()
                .orElseThrow(
                    () ->
                        TaskWording.unreadable(
                            "state 可为 todo、doing、done、put_off。",
                            "state is todo, doing, done or put_off.")),
        asked.get("round") instanceof JsonNumber number && number.isIntegral()
            ? (int) Math.max(-1, Math.min(number.longValue(), Integer.MAX_VALUE))
            : 0);
  }

  private Response answer(Task task) {
    return JsonBody.answer(
        Response.ok().tag(new EntityTag(Integer.toString(task.version()))), json(task));
  }

  private JsonObjectBuilder list(List<Task> tasks) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    tasks.forEach(task -> list.add(json(task)));
    return Json.createObjectBuilder().add("tasks", list);
  }

  private JsonObjectBuilder json(Task task) {
    Duty duty = task.duty();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", task.id())
            .add("href", addresses.base() + "api/tasks/" + task.id())
            .add("entity", task.entity().type().segment() + "/" + task.entity().key())
            .add("version", task.version())
            .add("title", duty.title())
            .add("state", duty.state().name().toLowerCase(Locale.ROOT))
            .add("round", duty.round())
            .add("by", task.agent())
            .add("at", task.at().toString());
    duty.person().ifPresent(person -> json.add("person", person));
    duty.begins().ifPresent(day -> json.add("begins", day.toString()));
    duty.due().ifPresent(day -> json.add("due", day.toString()));
    return json;
  }
}
