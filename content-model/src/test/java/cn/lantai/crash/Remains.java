package cn.lantai.crash;

import cn.lantai.chain.Verification;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.preservation.BagReader;
import cn.lantai.preservation.Reporter;
import cn.lantai.search.IndexSnapshot;
import cn.lantai.stage.Snapshot;
import cn.lantai.stage.StageKind;
import cn.lantai.testing.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a killed process has left, opened as the next one would. */
final class Remains implements AutoCloseable {

  private static final int PAGE = 1000;

  private final DataFolder folder;
  private final Path stages;

  Remains(Path data, DataFolder.Database database) throws IOException {
    folder = new DataFolder(data, database);
    stages = data.resolve("stages");
  }

  /** The chain is whole, the acknowledged rows are in it, and no batch is there in part. */
  void checkJournal(Map<Long, String> acknowledged) {
    Verification found = folder.journal.verify();
    require(found.intact(), "The journal is broken at " + found.firstBroken());
    Map<Long, String> kept = new HashMap<>();
    for (Entry row : folder.journal.entries(acknowledged.keySet())) {
      kept.put(row.sequence(), HexFormat.of().formatHex(row.hash()));
    }
    List<Long> lost =
        acknowledged.keySet().stream()
            .filter(row -> !acknowledged.get(row).equals(kept.get(row)))
            .sorted()
            .toList();
    require(lost.isEmpty(), "Lost of " + folder.journal.head() + " rows: " + lost);
    checkBatches();
  }

  private void checkBatches() {
    Map<String, Integer> rows = new HashMap<>();
    for (Entry row : rows(Long.MAX_VALUE)) {
      if (row.reason().startsWith("batch ")) {
        rows.merge(row.reason(), 1, Integer::sum);
      }
    }
    rows.forEach(
        (batch, count) ->
            require(batch.endsWith(" of " + count), "Only " + count + " rows of " + batch));
  }

  private List<Entry> rows(long end) {
    List<Entry> rows = new ArrayList<>();
    List<Entry> page = folder.journal.after(0, PAGE);
    while (!page.isEmpty() && rows.size() < end) {
      rows.addAll(page);
      page = folder.journal.after(page.get(page.size() - 1).sequence(), PAGE);
    }
    return rows;
  }

  /**
   * Each stage shows what the journal says up to the row that it names, then up to the end, and
   * then the same as one that is made anew. Nothing lies about that does not count.
   */
  void checkStages() throws IOException {
    Set<EntityIri> entities = Snapshot.entities(folder.journal);
    for (StageKind kind : StageKind.values()) {
      long row = folder.graph(kind).bookmark().map(mark -> mark.position()).orElse(0L);
      compare(kind, entities, row, "before it follows");
      require(generations(kind) == 1, "Generations are left over: " + stages);
    }
    folder.stages().catchUp();
    Map<StageKind, IndexSnapshot> indexes = new EnumMap<>(StageKind.class);
    for (StageKind kind : StageKind.values()) {
      compare(kind, entities, folder.journal.head(), "when it has followed");
      indexes.put(kind, folder.index(kind, IndexSnapshot::of));
    }
    folder.stages().rebuild();
    for (StageKind kind : StageKind.values()) {
      compare(kind, entities, folder.journal.head(), "made anew");
      require(
          indexes.get(kind).equals(folder.index(kind, IndexSnapshot::of)),
          "The index of the " + kind + " stage differs from one made anew");
    }
  }

  private void compare(StageKind kind, Set<EntityIri> entities, long row, String when) {
    Snapshot expected = Snapshot.of(folder.journal, kind, DataFolder.BASE, Math.toIntExact(row));
    require(
        expected.equals(Snapshot.of(folder.graph(kind), entities)),
        "The " + kind + " stage does not show row " + row + " " + when);
  }

  private long generations(StageKind kind) throws IOException {
    try (var folders = Files.list(stages.resolve(kind.folder()))) {
      return folders.count();
    }
  }

  /** The newest content of each entity, and whether it is in public. */
  static Map<String, String> newest(Path data, DataFolder.Database database) throws IOException {
    Map<String, String> newest = new TreeMap<>();
    try (Remains remains = new Remains(data, database)) {
      Optional<EntityIri> after = Optional.empty();
      while (true) {
        List<EntityState> page = remains.folder.journal.states(after, PAGE);
        if (page.isEmpty()) {
          return newest;
        }
        // Together, for here each question takes a connection of its own.
        Map<Long, Entry> rows =
            remains
                .folder
                .journal
                .entries(page.stream().map(EntityState::current).toList())
                .stream()
                .collect(Collectors.toMap(Entry::sequence, row -> row));
        for (EntityState state : page) {
          byte[] content = rows.get(state.current()).content();
          newest.put(
              state.entity().uri(),
              state.isPublic() + " " + new String(content, StandardCharsets.UTF_8));
        }
        after = Optional.of(page.get(page.size() - 1).entity());
      }
    }
  }

  static void requireSame(Map<String, String> expected, Map<String, String> found) {
    require(
        expected.keySet().equals(found.keySet()),
        "Taken in were " + found.size() + " entities, not " + expected.size());
    expected.forEach(
        (entity, content) ->
            require(content.equals(found.get(entity)), "Not as it would have been: " + entity));
  }

  /**
   * What has the name of a backup is complete; once there was one, there always is.
   *
   * @param made whether a backup was acknowledged
   */
  static void checkBag(Path bag, boolean made) throws IOException {
    // Between two renames the one that was there has this name.
    Path old = bag.resolveSibling(bag.getFileName() + ".old");
    require(!made || Files.exists(bag) || Files.exists(old), "The backup is gone");
    for (Path each : List.of(bag, old)) {
      if (Files.exists(each.resolve("bagit.txt")) || each.equals(bag) && Files.exists(bag)) {
        try (BagReader reader = BagReader.open(each)) {
          require(reader.check(Reporter.NONE).isEmpty(), "The backup is not whole: " + each);
        }
      }
    }
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new AssertionError(otherwise);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
