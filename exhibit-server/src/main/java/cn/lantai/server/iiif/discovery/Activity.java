package cn.lantai.server.iiif.discovery;

import cn.lantai.entity.EntityIri;
import java.time.Instant;

/**
 * Something that happened to a manifest or a collection.
 *
 * @param object its address
 */
record Activity(Kind kind, String object, EntityIri thing, Instant end) {

  /** What happened (Change Discovery 1.0, 3.3). */
  enum Kind {
    CREATE("Create"),
    UPDATE("Update"),
    DELETE("Delete");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }
}
