package cn.lantai.server.api;

import cn.lantai.server.imports.Uploads;
import cn.lantai.server.review.ReviewDesk;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Build;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.workbench.Operation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What a program wants to know before it begins: what this server is, and what it may do here. */
@Path("api/server")
@RequestScoped
@Requires
public class ServerResource {

  @Inject Uploads uploads;
  @Inject Operation operation;
  @Inject ReviewDesk reviews;
  @Inject Visitor visitor;

  @GET
  public Response show() {
    JsonArrayBuilder permissions = Json.createArrayBuilder();
    visitor.permissions().stream().map(Permission::name).sorted().forEach(permissions::add);
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder()
            .add("version", Build.version())
            .add("account", visitor.name())
            .add("permissions", permissions)
            .add("publishesDirectly", reviews.publishesDirectly())
            .add("uploadLimit", uploads.limit()));
  }

  /** How journal, stages and jobs are. */
  @GET
  @Path("state")
  @Requires(Permission.OPERATE)
  public Response state() {
    StateView.Operation now = operation.now();
    JsonArrayBuilder stages = Json.createArrayBuilder();
    now.stages().forEach(stage -> stages.add(json(stage)));
    JsonArrayBuilder jobs = Json.createArrayBuilder();
    now.jobs().forEach(job -> jobs.add(json(job)));
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder()
            .add("version", Build.version())
            .add("journal", json(now.journal()))
            .add("stages", stages)
            .add("jobs", jobs));
  }

  private static JsonObjectBuilder json(StateView.Journal journal) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("rows", journal.rows())
            .add("hash", journal.hash())
            .add("database", journal.database());
    journal.last().ifPresent(at -> json.add("last", at.toString()));
    journal.intact().ifPresent(intact -> json.add("intact", intact));
    return json;
  }

  private static JsonObjectBuilder json(StateView.Stage stage) {
    return Json.createObjectBuilder()
        .add("name", stage.name().name().toLowerCase(Locale.ROOT))
        .add("position", stage.position())
        .add("behind", stage.behind())
        .add("entities", stage.entities())
        .add("triples", stage.triples());
  }

  private static JsonObjectBuilder json(StateView.Job job) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", Long.parseLong(job.id()))
            .add("title", job.title().value())
            .add("state", job.state().name().toLowerCase(Locale.ROOT))
            .add("done", job.done())
            .add("total", job.total());
    job.started().ifPresent(at -> json.add("createdAt", at.toString()));
    job.finished().ifPresent(at -> json.add("finishedAt", at.toString()));
    job.remark().ifPresent(remark -> json.add("remark", remark.value()));
    return json;
  }
}
