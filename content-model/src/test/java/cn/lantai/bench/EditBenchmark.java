package cn.lantai.bench;

import cn.lantai.curation.Author;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.journal.EntityState;
import cn.lantai.ontology.Rico;
import cn.lantai.stage.StageKind;
import cn.lantai.testing.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDFS;

/**
 * Edits and publishes in an archive that {@link ImportBenchmark} has left, while others read: how
 * long it takes, how long the readers take meanwhile, and what it does to the disk.
 *
 * <p>Arguments: the folder; how many records it has (1,000,000); how many edits (100,000).
 */
public final class EditBenchmark {

  /** As one office saves: ten in a second. */
  private static final int SAVES = 500;

  private static final long BETWEEN_SAVES_MS = 100;

  private static final int SAVES_WITHOUT_PAUSE = 2000;
  private static final int AT_ONCE = 10_000;
  private static final double SAVE_LIMIT_MS = 50;
  private static final double DISK_LIMIT = 1.3;
  private static final Author EDITOR = new Author("benchmark", "EditBenchmark");

  private final DataFolder system;
  private final int records;
  private final Random random = new Random(7);

  private EditBenchmark(DataFolder system, int records) {
    this.system = system;
    this.records = records;
  }

  public static void main(String[] arguments) throws Exception {
    JenaSystem.init();
    int records = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    int edits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
    try (DataFolder system = new DataFolder(Path.of(arguments[0]).resolve("data"))) {
      system.stages().catchUp();
      system.follow();
      EditBenchmark benchmark = new EditBenchmark(system, records);
      try (Readers readers = new Readers(system, records)) {
        Print.line("%-34s %8s %8s %8s %8s", "", "n", "p50 ms", "p99 ms", "max ms");
        benchmark.rest(readers);
        benchmark.saves("saving, ten a second", SAVES, BETWEEN_SAVES_MS, readers);
        benchmark.saves("saving without a pause", SAVES_WITHOUT_PAUSE, 0, readers);
        benchmark.publishMany(readers);
        benchmark.editMany(edits, readers);
      }
    }
  }

  /** What the readers take when nobody writes. */
  private void rest(Readers readers) throws InterruptedException {
    Thread.sleep(3000);
    readers.take();
    Thread.sleep(10_000);
    readers.take().print("reading, nobody writes");
  }

  private void saves(String name, int saves, long pause, Readers readers) throws Exception {
    readers.take();
    Durations times = new Durations();
    for (int i = 0; i < saves; i++) {
      EntityIri record = anyRecord();
      EntityState state = system.journal.state(record).orElseThrow();
      EntityGraph edited = edited(system.journal.version(state.current()), "改" + i);
      times.measure(() -> system.curation.save(edited, state.current(), EDITOR));
      system.stages().signal();
      Thread.sleep(pause);
    }
    times.print(name);
    readers.take().print("reading meanwhile");
    Print.line("%-34s %8.2f   (limit 1.00)", "p99 / 50 ms", times.at(0.99) / SAVE_LIMIT_MS);
    system.awaitHead();
  }

  private void publishMany(Readers readers) throws Exception {
    List<EntityIri> changed = new ArrayList<>();
    int from = random.nextInt(records - AT_ONCE);
    Collection<EntityGraph> edited = new ArrayList<>();
    for (int n = from; changed.size() < AT_ONCE && n < records; n++) {
      EntityIri record = record(n);
      EntityState state = system.journal.state(record).orElseThrow();
      if (state.isPublic()) {
        edited.add(edited(system.journal.version(state.current()), "公布"));
        changed.add(record);
      }
    }
    system.curation.save(edited, EDITOR);
    system.stages().signal();
    system.awaitHead();
    readers.take();
    long begin = System.nanoTime();
    system.curation.publish(changed, EDITOR);
    double saved = (System.nanoTime() - begin) / 1e9;
    system.stages().signal();
    system.awaitHead();
    double shown = (System.nanoTime() - begin) / 1e9;
    Print.line(
        "publishing %,d at once: in the journal after %.1f s, shown after %.1f s",
        changed.size(), saved, shown);
    readers.take().print("reading meanwhile");
  }

  private void editMany(int edits, Readers readers) throws Exception {
    readers.take();
    long begin = System.nanoTime();
    for (int i = 0; i < edits; i++) {
      EntityIri record = anyRecord();
      EntityGraph edited = edited(system.journal.current(record).orElseThrow(), "再改" + i);
      system.curation.save(List.of(edited), EDITOR);
      if (i % 5 == 0 && system.journal.state(record).orElseThrow().isPublic()) {
        system.curation.publish(List.of(record), EDITOR);
      }
      system.stages().signal();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    readers.take().print("reading during %,d edits".formatted(edits));
    system.awaitHead();
    long most = system.bytes("stages");
    Print.line("%,d edits in %.0f s; journal %,d MB", edits, seconds, system.bytes("db") >> 20);
    begin = System.nanoTime();
    do {
      Thread.sleep(1000);
      // A new generation has yet to follow what was saved while it was made, and may grow by that.
      system.awaitHead();
    } while (system.stages().haveGrown() || system.generations() > StageKind.values().length);
    Print.line(
        "stages %,d MB after the last edit, put in order by themselves %.0f s later",
        most >> 20, (System.nanoTime() - begin) / 1e9);
    readers.take().print("reading meanwhile");
    long after = system.bytes("stages");
    system.stages().rebuild();
    long anew = system.bytes("stages");
    Print.line("stages %,d MB, made anew %,d MB", after >> 20, anew >> 20);
    Print.line("after edits / anew %.2f   (limit %.2f)", (double) after / anew, DISK_LIMIT);
  }

  private EntityIri anyRecord() {
    return record(random.nextInt(records));
  }

  private static EntityIri record(int number) {
    return new EntityIri(EntityType.RECORD, Generator.record(number));
  }

  /** With a remark behind the title. */
  private static EntityGraph edited(EntityGraph graph, String remark) {
    String title = new GraphReader(graph).text(Rico.title).orElseThrow().zh();
    String changed = title.replaceFirst("（.*", "") + "（" + remark + "）";
    return new EntityGraph(
        graph.iri(),
        graph.triples().stream()
            .map(
                triple ->
                    triple.predicateMatches(Rico.title.asNode())
                            || triple.predicateMatches(RDFS.label.asNode())
                        ? Triple.create(
                            triple.getSubject(),
                            triple.getPredicate(),
                            NodeFactory.createLiteralLang(changed, "zh"))
                        : triple)
            .toList());
  }

  /** Visitors who read a record from graph and index, one after the other. */
  private static final class Readers implements AutoCloseable {

    private static final int VISITORS = 2;

    /** Leaves the processor to others, as visitors do. */
    private static final long PAUSE_MS = 10;

    private final DataFolder system;
    private final int records;
    private final List<Thread> threads;
    private volatile Durations times = new Durations();
    private volatile boolean ended;

    Readers(DataFolder system, int records) {
      this.system = system;
      this.records = records;
      threads =
          IntStream.range(0, VISITORS)
              .mapToObj(n -> new Thread(() -> read(new Random(n))))
              .toList();
      threads.forEach(Thread::start);
    }

    /** What was read since the last time. */
    Durations take() {
      Durations taken = times;
      times = new Durations();
      return taken;
    }

    private void read(Random random) {
      try {
        while (!ended) {
          EntityIri record = record(random.nextInt(records));
          times.measure(() -> read(record));
          Thread.sleep(PAUSE_MS);
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }

    private Object read(EntityIri record) {
      system.index(StageKind.PUBLIC, index -> index.summaries(List.of(record)));
      return system
          .graph(StageKind.PUBLIC)
          .read(
              data -> EntityGraph.cut(data.getDefaultGraph(), record, DataFolder.BASE).isPresent());
    }

    @Override
    public void close() throws InterruptedException {
      ended = true;
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
