package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.review.ReviewDesk;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.security.Visitor;
import cn.lantai.table.CellText;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetEdit;
import cn.lantai.table.SheetEdit.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Starts, follows and cancels changes of many descriptions. */
@ApplicationScoped
public class BulkEdits {

  /** So long the rows of a preview are kept from which nobody went on. */
  private static final Duration PREVIEWS_KEPT = Duration.ofDays(7);

  /** So many previews may wait for one person. */
  private static final int MOST_WAITING = 5;

  private static final int LOOKED_THROUGH = 500;

  private static final Set<Operation> PUTTING =
      EnumSet.of(Operation.SET, Operation.FILL, Operation.ADD);

  private static final String[] HEADINGS = {
    "类型 Type",
    "键 Key",
    "档号 Code",
    "题名 Title",
    "结果 Outcome",
    "原值 Before",
    "新值 After",
    "原因",
    "Reason",
    "原版本 Version before",
    "新版本或审核 Version or review"
  };

  @Inject Jobs jobs;
  @Inject Desk desk;
  @Inject Settings settings;
  @Inject ReviewDesk reviews;

  static String path(long id) {
    return BulkPages.PATH + "/" + id;
  }

  /** What is wrong with the value of an order, as the table would tell it; nothing if it is fit. */
  public List<Problem> problems(BulkOrder order, Rights rights) {
    return order
        .edit()
        .filter(edit -> PUTTING.contains(edit.operation()))
        .map(
            edit ->
                reading(order, edit, rights).problems().stream()
                    .filter(problem -> problem.isError())
                    .filter(problem -> problem.column().equals(edit.heading()))
                    .toList())
        .orElse(List.of());
  }

  private Sheet.Reading reading(BulkOrder order, SheetEdit edit, Rights rights) {
    return desk.read(
        new Sheet(
            new EntityIri(order.type(), "new"), Map.of(edit.heading(), edit.value()), Map.of()),
        rights);
  }

  /**
   * Has somebody look at what a change would come to.
   *
   * @throws BulkRefusedException if the value does not fit its field, or too many wait
   * @throws NotAllowedException if it is to publish, and the visitor may do so nowhere
   */
  public BulkState preview(BulkOrder order, Visitor visitor) {
    problems(order, visitor.rights()).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new BulkRefusedException(BulkEditor.text(problem));
            });
    requirePublishing(order.publish(), visitor);
    long waiting =
        jobs.pendingOf(BulkKind.PREVIEW.job()).stream()
            .filter(job -> job.by().filter(visitor.name()::equals).isPresent())
            .count();
    if (waiting >= MOST_WAITING) {
      throw new BulkRefusedException(
          "您已有 " + waiting + " 个预览在等待，请等它们完成或停止一个",
          waiting + " of your previews are waiting; wait for them, or end one");
    }
    sweep();
    return start(BulkKind.PREVIEW, order, Optional.empty(), visitor);
  }

  private void requirePublishing(boolean publish, Visitor visitor) {
    if (publish) {
      if (!visitor.rights().may(Permission.PUBLISH)) {
        throw new NotAllowedException();
      }
      reviews.requireDirect();
    }
  }

  /** Whether the visitor may publish changes without a review. */
  public boolean mayPublish(Visitor visitor) {
    return visitor.rights().may(Permission.PUBLISH) && reviews.publishesDirectly();
  }

  /**
   * Goes on from a preview to the change, or from a change to the way back. Who asks twice gets
   * what was begun the first time.
   *
   * @return empty if there is nothing to go on from
   */
  public synchronized Optional<BulkState> goOn(BulkState from, Visitor visitor) {
    if (from.next().isPresent()) {
      return find(from.next().get(), visitor);
    }
    if (!from.goesOn()) {
      return Optional.empty();
    }
    if (from.kind() == BulkKind.PREVIEW) {
      requirePublishing(from.order().publish(), visitor);
      return Optional.of(start(BulkKind.EDIT, from.order(), Optional.of(from.id()), visitor));
    }
    BulkOrder order = from.order();
    BulkOrder back =
        new BulkOrder(
            order.search(),
            order.type(),
            order.chosen(),
            order.edit(),
            order.reason(),
            order.publish() && mayPublish(visitor));
    return Optional.of(start(BulkKind.UNDO, back, Optional.of(from.id()), visitor));
  }

  private BulkState start(BulkKind kind, BulkOrder order, Optional<Long> of, Visitor visitor) {
    Map<String, String> parameters = new HashMap<>(order.parameters());
    of.ifPresent(id -> parameters.put(BulkDesk.OF, Long.toString(id)));
    parameters.put(Job.BY, visitor.name());
    visitor.account().ifPresent(account -> parameters.put(BulkDesk.ACCOUNT, account));
    return state(jobs.enqueue(kind.job(), parameters), kind).orElseThrow();
  }

  /** One that the visitor may know of: his own, or any if he describes everywhere. */
  public Optional<BulkState> find(long id, Visitor visitor) {
    return jobs.find(id)
        .flatMap(job -> BulkKind.ofJob(job.kind()).flatMap(kind -> state(job, kind)))
        .filter(state -> mayKnow(state.job(), visitor));
  }

  private static boolean mayKnow(Job job, Visitor visitor) {
    return visitor.rights().mayEverywhere(Permission.DESCRIBE)
        || job.by().filter(visitor.name()::equals).isPresent();
  }

  /** Newest first. */
  public List<BulkState> newest(int limit, Visitor visitor) {
    Map<BulkKind, List<Job>> all = new EnumMap<>(BulkKind.class);
    for (BulkKind kind : BulkKind.values()) {
      all.put(kind, jobs.newestOf(kind.job(), LOOKED_THROUGH));
    }
    return all.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Job::id).reversed())
        .filter(job -> mayKnow(job, visitor))
        .flatMap(job -> BulkKind.ofJob(job.kind()).flatMap(kind -> state(job, kind, all)).stream())
        .limit(limit)
        .toList();
  }

  /** Has one end; what was saved by then stays, and can be undone. */
  public Optional<BulkState> cancel(long id, Visitor visitor) {
    return find(id, visitor)
        .flatMap(known -> jobs.cancel(known.id(), visitor.name()))
        .flatMap(job -> BulkKind.ofJob(job.kind()).flatMap(kind -> state(job, kind)));
  }

  /** A stretch of one of the lists, without what the visitor may not see any more. */
  public List<BulkRow> rows(BulkState state, Part part, long first, int limit, Visitor visitor) {
    return RowLog.page(state.folder(), part, first, limit).stream()
        .filter(row -> visitor.rights().may(Permission.SEE, row.entity()))
        .toList();
  }

  /** All rows as a table for spreadsheets. */
  public void writeCsv(BulkState state, Rights rights, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.EXCEL);
    csv.printRecord((Object[]) HEADINGS);
    RowLog.all(
        state.folder(),
        row -> {
          if (rights.may(Permission.SEE, row.entity())) {
            csv.printRecord(cells(row, state.order()).map(CellText::guarded).toList());
          }
          return true;
        });
    csv.flush();
  }

  private static Stream<String> cells(BulkRow row, BulkOrder order) {
    return Stream.of(
        row.entity().type().segment(),
        row.entity().key(),
        row.code(),
        row.title(),
        outcome(row, order),
        row.before(),
        row.after(),
        row.reason().map(why -> why.zh()).orElse(""),
        row.reason().flatMap(why -> why.en()).orElse(""),
        Long.toString(row.base()),
        row.version() == 0 ? "" : Long.toString(row.version()));
  }

  private static String outcome(BulkRow row, BulkOrder order) {
    if (order.edit().isEmpty()) {
      return switch (row.outcome()) {
        case CHANGED -> "送审 for review";
        case UNCHANGED -> "没有新改动 nothing new";
        case REFUSED -> "不能 refused";
      };
    }
    return switch (row.outcome()) {
      case CHANGED -> row.leaves() ? "修改并撤出公开 changed, leaves the public" : "修改 changed";
      case UNCHANGED -> "不变 unchanged";
      case REFUSED -> "未改 refused";
    };
  }

  private Optional<BulkState> state(Job job, BulkKind kind) {
    BulkKind after = kind.next();
    return state(job, kind, Map.of(after, jobs.newestOf(after.job(), LOOKED_THROUGH)));
  }

  private Optional<BulkState> state(Job job, BulkKind kind, Map<BulkKind, List<Job>> others) {
    try {
      BulkOrder order = BulkOrder.of(job.parameters());
      Path folder = folder(job.id());
      String id = Long.toString(job.id());
      return Optional.of(
          new BulkState(
              job,
              kind,
              order,
              Optional.ofNullable(job.parameters().get(BulkDesk.OF)).map(Long::valueOf),
              others.get(kind.next()).stream()
                  .filter(other -> id.equals(other.parameters().get(BulkDesk.OF)))
                  .map(Job::id)
                  .findFirst(),
              RowLog.isIn(folder),
              folder));
    } catch (RuntimeException unknownNow) {
      // Of a version that knew other columns.
      return Optional.empty();
    }
  }

  private Path folder(long job) {
    return settings.data().resolve("reports/" + job);
  }

  /** Removes the rows of old previews. */
  private void sweep() {
    Instant old = Instant.now().minus(PREVIEWS_KEPT);
    for (Job job : jobs.newestOf(BulkKind.PREVIEW.job(), LOOKED_THROUGH)) {
      boolean isOld = job.finishedAt().filter(end -> end.isBefore(old)).isPresent();
      if (isOld && !isUsed(job.id())) {
        try {
          RowLog.remove(folder(job.id()));
        } catch (IOException refused) {
          throw new UncheckedIOException(refused);
        }
      }
    }
  }

  /** Whether an edit still reads it. */
  private boolean isUsed(long preview) {
    return jobs.pendingOf(BulkKind.EDIT.job()).stream()
        .anyMatch(job -> Long.toString(preview).equals(job.parameters().get(BulkDesk.OF)));
  }
}
