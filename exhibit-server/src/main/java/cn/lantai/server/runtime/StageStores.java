package cn.lantai.server.runtime;

import cn.lantai.chain.Verification;
import cn.lantai.journal.Journal;
import cn.lantai.search.IndexPart;
import cn.lantai.search.ReplaceableIndex;
import cn.lantai.search.StageIndex;
import cn.lantai.server.rights.Names;
import cn.lantai.server.rights.Rights;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.StageKind;
import cn.lantai.stage.Stages;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

/** The journal and the two stages that follow it. */
@ApplicationScoped
public class StageStores implements Stores {

  /** How long rows that another server wrote may go unnoticed. */
  private static final Duration POLL = Duration.ofSeconds(2);

  @Inject Journal journal;
  @Inject Settings settings;
  @Inject DiskRoom room;

  @Resource ManagedExecutorService executor;

  private final IndexPart indexes = new IndexPart();
  private volatile Stages stages;

  public GraphStore stage(StageKind kind) {
    return stages.store(kind);
  }

  public StageIndex index(StageKind kind) {
    return new ReplaceableIndex(stages.part(kind, indexes));
  }

  /** What things are called for who has these rights. */
  public Names names(Rights rights) {
    return new Names(index(StageKind.WORKING), index(StageKind.PUBLIC), rights);
  }

  /** The journal row up to which the stage has followed. */
  public long position(StageKind kind) {
    return stages.position(kind);
  }

  /** Waits until the stage has reached the end of the journal as it is now. */
  public boolean awaitHead(StageKind kind, Duration patience) throws InterruptedException {
    return stages.awaitPosition(kind, journal.head(), patience);
  }

  @Override
  public void open() {
    stages =
        Stages.open(
            settings.data().resolve("stages"), settings.baseUrl() + "/", journal, room, indexes);
  }

  @Override
  public void catchUp(LongConsumer progress) {
    stages.catchUp();
    stages.start(executor, POLL);
  }

  void signal() {
    stages.signal();
  }

  @Override
  public long head() {
    return journal.head();
  }

  @Override
  public Map<String, Long> positions() {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (StageKind kind : StageKind.values()) {
      positions.put(name(kind), position(kind));
    }
    return positions;
  }

  @Override
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (StageKind kind : StageKind.values()) {
      sizes.put(name(kind), stage(kind).<Long>read(data -> data.stream().count()));
    }
    return sizes;
  }

  @Override
  public void rebuild(LongConsumer progress) {
    stages.rebuild();
  }

  @Override
  public Verification verify() {
    return journal.verify();
  }

  @Override
  public void close() {
    if (stages != null) {
      stages.close();
    }
  }

  private static String name(StageKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
