package cn.lantai.ingest.scan;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.OptionalInt;

/** The page images that are in the system before an import. */
public interface KnownPages {

  boolean has(EntityIri image);

  List<EntityIri> images(EntityIri record);

  /** The place of an image among those of its record. */
  OptionalInt page(EntityIri image);
}
