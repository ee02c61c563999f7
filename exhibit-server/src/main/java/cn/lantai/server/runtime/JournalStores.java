package cn.lantai.server.runtime;

import cn.lantai.journal.Journal;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.Verification;
import cn.lantai.stage.FollowerThread;
import cn.lantai.stage.StageKind;
import cn.lantai.stage.Stages;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/** The journal in the database, and the two stages in the data folder. */
@ApplicationScoped
public class JournalStores implements Stores {

  /** How long rows that another server wrote may go unnoticed. */
  private static final Duration POLL = Duration.ofSeconds(2);

  @Inject JtaTransactions transactions;
  @Inject Settings settings;
  @Resource ManagedExecutorService executor;

  private final List<FollowerThread> threads = new ArrayList<>();
  private volatile Optional<Journal> journal = Optional.empty();
  private volatile Optional<Stages> stages = Optional.empty();

  @Override
  public void open() {
    journal = Optional.of(new JpaJournal(transactions));
    stages =
        Optional.of(
            Stages.open(settings.data().resolve("stages"), settings.baseUrl() + "/", journal()));
  }

  @Override
  public void catchUp(LongConsumer progress) {
    for (StageKind kind : StageKind.values()) {
      stages().follower(kind).catchUp();
      progress.accept(stages().follower(kind).position());
    }
  }

  @Override
  public void follow() {
    for (StageKind kind : StageKind.values()) {
      FollowerThread thread = new FollowerThread(stages().follower(kind), POLL);
      threads.add(thread);
      thread.start(executor);
    }
  }

  /** Says that rows were appended, so that the stages follow at once. */
  public void signal() {
    threads.forEach(FollowerThread::signal);
  }

  @Override
  public long head() {
    return journal().head();
  }

  @Override
  public Map<String, Long> positions() {
    return ofEachStage(kind -> stages().follower(kind).position());
  }

  @Override
  public Map<String, Long> sizes() {
    return ofEachStage(
        kind -> stages().store(kind).read(dataset -> dataset.getDefaultGraph().stream().count()));
  }

  @Override
  public void rebuild(LongConsumer progress) {
    stages().rebuild();
    progress.accept(head());
  }

  @Override
  public Verification verify() {
    return journal().verify();
  }

  @Override
  public void close() {
    threads.forEach(FollowerThread::close);
    threads.clear();
    stages.ifPresent(Stages::close);
    stages = Optional.empty();
  }

  @Produces
  @Dependent
  public Journal journal() {
    return journal.orElseThrow(() -> new IllegalStateException("The journal is not open"));
  }

  /** Not to be kept before the platform has started. */
  public Stages stages() {
    return stages.orElseThrow(() -> new IllegalStateException("The stages are not open"));
  }

  private static Map<String, Long> ofEachStage(ToLongFunction<StageKind> figure) {
    Map<String, Long> figures = new TreeMap<>();
    for (StageKind kind : StageKind.values()) {
      figures.put(kind.folder(), figure.applyAsLong(kind));
    }
    return figures;
  }
}
