package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Colleague;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.site.view.TasksView;
import cn.lantai.server.site.view.TasksView.Act;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tasks of one exhibition. What a button asks for stands in {@code op}: a word, and behind
 * colons the task and the version that was seen.
 */
@Path("/workbench/selections/{type}/{key}/tasks")
@RequestScoped
@Requires(Permission.SEE)
public class TaskPages {

  static final String MINE = "/workbench/tasks";

  @Inject TaskDesk desk;
  @Inject TaskList list;
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
    return "/workbench/selections/" + entity.type().segment() + "/" + entity.key() + "/tasks";
  }

  @GET
  public Response show() {
    TaskList.Shown shown = shown();
    shown.open = number(query("edit"));
    Arrays.stream(Act.values())
        .filter(act -> act.name().equalsIgnoreCase(query("done")))
        .findFirst()
        .ifPresent(act -> shown.done = Optional.of(act));
    shown.at = number(query("at"));
    return answer(200, shown);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(MultivaluedMap<String, String> form) {
    TaskList.Shown shown = shown();
    String[] operation = value(form, "op").split(":", 3);
    long id = operation.length > 1 ? number(operation[1]) : 0;
    String about = operation.length > 2 ? operation[2] : "";
    try {
      if (id != 0) {
        of(shown.entity, id);
      }
      return switch (operation[0]) {
        case "add" -> add(shown, form);
        case "paste" -> paste(shown, form);
        case "change" -> change(shown, id, (int) number(about), form);
        case "tick" -> tick(id, (int) number(about), form);
        case "remove" -> {
          desk.remove(id, (int) number(about));
          yield seeOther(Act.REMOVED, 0);
        }
        case "up", "down" -> {
          desk.shift(id, operation[0].equals("up") ? -1 : 1);
          yield seeOther(Act.MOVED, id);
        }
        case "move" -> {
          long after = number(about);
          desk.move(id, after == 0 ? OptionalLong.empty() : OptionalLong.of(after));
          yield seeOther(Act.MOVED, id);
        }
        default -> throw TaskWording.unreadable("没有这样的操作。", "There is no such operation.");
      };
    } catch (TaskRefusedException refused) {
      shown.faults.add(list.fault(refused, pages.language(uri, headers)));
      return answer(status(refused.reason()), shown);
    }
  }

  private Response add(TaskList.Shown shown, MultivaluedMap<String, String> form) {
    shown.adding = form(form);
    desk.add(shown.entity, List.of(duty(form, shown.entity, Optional.empty())));
    return seeOther(Act.ADDED, 0);
  }

  private Response paste(TaskList.Shown shown, MultivaluedMap<String, String> form) {
    shown.pasted = value(form, "lines");
    List<Colleague> colleagues = desk.colleagues(shown.entity);
    PastedTasks pasted =
        PastedTasks.read(shown.pasted, called -> TaskDesk.account(called, colleagues));
    if (!pasted.faults().isEmpty()) {
      shown.faults.addAll(list.faults(pasted, pages.language(uri, headers)));
      return answer(422, shown);
    }
    if (pasted.duties().isEmpty()) {
      throw new TaskRefusedException(Reason.TITLE);
    }
    desk.add(shown.entity, pasted.duties());
    return seeOther(Act.ADDED, 0);
  }

  private Response change(
      TaskList.Shown shown, long id, int version, MultivaluedMap<String, String> form) {
    Task before = of(shown.entity, id);
    shown.open = id;
    shown.typed = Optional.of(form(form));
    desk.change(id, version, duty(form, shown.entity, Optional.of(before)));
    return seeOther(Act.CHANGED, id);
  }

  /** Done, or to be done again. */
  private Response tick(long id, int version, MultivaluedMap<String, String> form) {
    Duty duty = desk.find(id).duty();
    TaskState next = duty.state() == TaskState.DONE ? TaskState.TODO : TaskState.DONE;
    desk.change(id, version, duty.in(next));
    return value(form, "back").equals("mine")
        ? Response.seeOther(URI.create(MINE)).build()
        : seeOther(next == TaskState.DONE ? Act.TICKED : Act.REOPENED, id);
  }

  private Task of(EntityIri entity, long id) {
    Task task = desk.find(id);
    if (!task.entity().equals(entity)) {
      throw new TaskRefusedException(Reason.GONE);
    }
    return task;
  }

  /** Who has the task may say how far it is; his form has no other fields. */
  private Duty duty(MultivaluedMap<String, String> form, EntityIri entity, Optional<Task> before) {
    TaskState state = state(form);
    if (before.isPresent() && !form.containsKey("title")) {
      return before.get().duty().in(state);
    }
    String called = value(form, "person").strip();
    Optional<String> had = before.flatMap(task -> task.duty().person()).filter(called::equals);
    Optional<String> person =
        called.isEmpty() || had.isPresent()
            ? had
            : TaskDesk.account(called, desk.colleagues(entity));
    if (!called.isEmpty() && person.isEmpty()) {
      throw new TaskRefusedException(Reason.PERSON);
    }
    return new Duty(
        value(form, "title"),
        person,
        Days.read(value(form, "begins")),
        Days.read(value(form, "due")),
        state,
        PastedTasks.round(value(form, "in-round")));
  }

  private static TasksView.Form form(MultivaluedMap<String, String> form) {
    return new TasksView.Form(
        value(form, "title"),
        value(form, "person"),
        value(form, "begins"),
        value(form, "due"),
        state(form),
        value(form, "in-round"));
  }

  private static TaskState state(MultivaluedMap<String, String> form) {
    return Arrays.stream(TaskState.values())
        .filter(each -> each.name().equals(value(form, "state")))
        .findFirst()
        .orElse(TaskState.TODO);
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case MOVED_ON -> 409;
      case GONE -> 404;
      default -> 422;
    };
  }

  private TaskList.Shown shown() {
    TaskList.Shown shown = new TaskList.Shown(desk.selection(type, key));
    shown.show =
        Arrays.stream(TasksView.Show.values())
            .filter(each -> each.name().equalsIgnoreCase(query("show")))
            .findFirst()
            .orElse(TasksView.Show.ALL);
    shown.round = (int) number(query("round"));
    return shown;
  }

  private Response answer(int status, TaskList.Shown shown) {
    return pages.own(
        status,
        list.view(shown, pages.language(uri, headers)),
        uri,
        headers,
        Optional.of(visitor.name()),
        csrf.token(request));
  }

  private Response seeOther(Act act, long id) {
    TaskList.Shown shown = shown();
    return Response.seeOther(
            URI.create(
                "%s?show=%s&round=%d&done=%s&at=%d"
                    .formatted(
                        path(shown.entity),
                        shown.show.name().toLowerCase(Locale.ROOT),
                        shown.round,
                        act.name().toLowerCase(Locale.ROOT),
                        id)))
        .build();
  }

  private String query(String name) {
    return Optional.ofNullable(uri.getQueryParameters().getFirst(name)).orElse("");
  }

  private static String value(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private static long number(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }
}
