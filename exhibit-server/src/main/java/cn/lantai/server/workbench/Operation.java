package cn.lantai.server.workbench;

import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.preservation.Integrity;
import cn.lantai.server.runtime.Database;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** How the journal, the stages and the jobs are. */
@ApplicationScoped
public class Operation {

  private static final int JOBS_SHOWN = 20;
  private static final int ROWS_SHOWN = 20;

  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Jobs jobs;
  @Inject Database database;
  @Inject Integrity integrity;

  public StateView.Operation now() {
    long head = journal.head();
    List<Entry> newest =
        journal.after(Math.max(0, head - ROWS_SHOWN), ROWS_SHOWN).stream()
            .sorted(Comparator.comparingLong(Entry::sequence).reversed())
            .toList();
    return new StateView.Operation(
        journal(head, newest),
        Arrays.stream(StageKind.values()).map(kind -> stage(kind, head)).toList(),
        jobs.newest(JOBS_SHOWN).stream().map(this::job).toList(),
        newest.stream().map(Operation::row).toList());
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
