package cn.lantai.exchange;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.IngestReport;
import cn.lantai.ingest.Progress;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Draft;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.stage.GraphStore;
import cn.lantai.stage.MemoryGraphStore;
import cn.lantai.stage.StageFollower;
import cn.lantai.stage.StageKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A system that is empty at first: a journal, and a working stage to export from. */
final class TestSystem {

  static final Path SAMPLES = Path.of("../media-samples/src/main/catalogue");

  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryGraphStore store = new MemoryGraphStore();
  private final StageFollower follower =
      new StageFollower(StageKind.WORKING, journal, store, "https://example.org/");
  private final Path folder;

  /**
   * @param folder for what it keeps
   */
  TestSystem(Path folder) {
    this.folder = folder;
  }

  GraphStore stage() {
    return store;
  }

  /** Takes in a folder of tables; the images that they name are not there. */
  IngestReport load(Path tables) throws IOException {
    IngestReport report =
        new Importer(
                journal,
                new Curation(journal, new ProfileCheck(), Inbound.NONE),
                MediaStore.open(folder.resolve("media")),
                new Mappings(folder.resolve("mappings")))
            .run(
                ImportOrder.of(new Author("test", "测试"), tables).withImages(folder),
                folder.resolve("report"),
                Progress.NONE);
    follower.catchUp();
    return report;
  }

  /** Takes in an entity past all checks. */
  TestSystem put(EntityGraph... entities) {
    for (EntityGraph entity : entities) {
      journal.append(List.of(Draft.put(entity, "test", "测试")));
    }
    follower.catchUp();
    return this;
  }

  byte[] export(String format) throws IOException {
    return export(new Scope.Everything(), format);
  }

  byte[] export(Scope scope, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export(scope, format, out);
    return out.toByteArray();
  }

  ExportReport export(Scope scope, String format, ByteArrayOutputStream out) throws IOException {
    return new Exporter(store)
        .write(scope, ExportFormats.named(format).orElseThrow(), out, (done, step) -> {});
  }
}
