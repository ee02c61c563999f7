package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.scan.ScanFolder;
import cn.lantai.ingest.scan.Scans;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.Row;
import java.util.Optional;

/** Tells scans what the tables of the same import say: which codes there are, and which files. */
final class NamedByTables {

  private final Scans scans;
  private final Images images;

  NamedByTables(Scans scans, Images images) {
    this.scans = scans;
    this.images = images;
  }

  void restart() {
    scans.restart();
  }

  void note(Mapper.Mapped mapped, SourceRow origin) {
    if (scans.folders().isEmpty()
        || origin.table().equals(ScanFolder.TABLE)
        || mapped.target().part().isPresent()) {
      return;
    }
    Row row = mapped.row();
    Optional<EntityIri> entity = Survey.own(mapped.target().table(), row);
    if (entity.isEmpty()) {
      return;
    }
    if (entity.get().type() == EntityType.IMAGE) {
      images.find(row).map(Images.FilePage::file).ifPresent(scans::noteNamed);
    } else {
      mapped
          .target()
          .table()
          .code()
          .apply(entity.get(), row)
          .ifPresent(code -> scans.note(code, entity.get()));
    }
  }
}
