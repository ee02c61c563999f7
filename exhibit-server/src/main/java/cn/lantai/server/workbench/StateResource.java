package cn.lantai.server.workbench;

import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.guide.FirstSteps;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.preservation.Integrity;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Build;
import cn.lantai.server.runtime.Database;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** What the visitor can do; and how the journal, the stages and the jobs are. */
@Path("/workbench")
@RequestScoped
@Requires
public class StateResource {

  private static final int JOBS_SHOWN = 20;
  private static final int ROWS_SHOWN = 20;

  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Jobs jobs;
  @Inject Database database;
  @Inject Integrity integrity;
  @Inject FirstSteps steps;
  @Inject Imports imports;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response state() {
    StateView view =
        new StateView(
            Build.version(),
            steps.guide(),
            steps.isClosed(),
            imports.offersSamples(visitor),
            visitor.rights().may(Permission.OPERATE) ? Optional.of(operation()) : Optional.empty());
    return pages.own(200, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }

  private StateView.Operation operation() {
    long head = journal.head();
    List<Entry> newest =
        journal.after(Math.max(0, head - ROWS_SHOWN), ROWS_SHOWN).stream()
            .sorted(Comparator.comparingLong(Entry::sequence).reversed())
            .toList();
    return new StateView.Operation(
        journal(head, newest),
        Arrays.stream(StageKind.values()).map(kind -> stage(kind, head)).toList(),
        jobs.newest(JOBS_SHOWN).stream().map(this::job).toList(),
        newest.stream().map(StateResource::row).toList());
  }

  private StateView.Journal journal(long head, List<Entry> newest) {
    Optional<Entry> last = newest.stream().findFirst();
    return new StateView.Journal(
        head,
        last.map(Entry::at),
        last.map(entry -> HexFormat.of().formatHex(entry.hash())).orElse(""),
        integrity.last().map(Integrity.State::journalIntact),
        database.product());
  }

  private StateView.Stage stage(StageKind kind, long head) {
    GraphStore store = stores.stage(kind);
    long position = stores.position(kind);
    long entities =
        store.<Long>read(
            data ->
                (long)
                    data.getDefaultGraph()
                        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                        .filterKeep(triple -> triple.getSubject().getURI().indexOf('#') < 0)
                        .toList()
                        .size());
    long triples = store.<Long>read(data -> data.stream().count());
    return new StateView.Stage(
        StateView.StageName.valueOf(kind.name()),
        position,
        Math.max(0, head - position),
        entities,
        triples);
  }

  private StateView.Job job(Job job) {
    return new StateView.Job(
        Long.toString(job.id()),
        Text.zh(jobs.title(job.kind()).zh()),
        switch (job.state()) {
          case QUEUED, INTERRUPTED -> StateView.JobState.WAITING;
          case RUNNING -> StateView.JobState.RUNNING;
          case DONE -> StateView.JobState.DONE;
          case FAILED -> StateView.JobState.FAILED;
        },
        job.done(),
        job.total(),
        Optional.of(job.createdAt()),
        job.finishedAt(),
        Optional.of(Text.zh(remark(job))).filter(text -> !text.isEmpty()));
  }

  private String remark(Job job) {
    return job.message()
        + (jobs.pace(job.id()).isEmpty() ? "" : "（" + jobs.pace(job.id()) + "）")
        + job.report().map(report -> "（报告：" + report + "）").orElse("");
  }

  private static StateView.Row row(Entry entry) {
    return new StateView.Row(
        entry.sequence(),
        entry.at(),
        entry.agent(),
        action(entry),
        entry.entity().type().segment() + "/" + entry.entity().key(),
        entry.action() == Action.PUBLISH
            ? Optional.of(Addresses.dataPath(entry.entity(), RdfSyntax.TURTLE))
            : Optional.empty());
  }

  private static StateView.Action action(Entry entry) {
    return switch (entry.action()) {
      case PUT -> entry.replaces() == 0 ? StateView.Action.CREATED : StateView.Action.CHANGED;
      case PUBLISH -> StateView.Action.PUBLISHED;
      case WITHDRAW -> StateView.Action.WITHDRAWN;
    };
  }
}
