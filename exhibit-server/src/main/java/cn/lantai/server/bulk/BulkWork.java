package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;

/**
 * What is done to many descriptions, each in the version that was looked at. In whose name, and
 * with whose rights, is settled before.
 */
interface BulkWork {

  /** What would become of it; empty if it is not there, or may not be seen. */
  Optional<BulkRow> foresee(EntityIri entity, BulkOrder order);

  /**
   * Does it to these; the rows are those that were foreseen, and come back as they went.
   *
   * @param author with a reason that no other job has
   */
  List<BulkRow> carryOut(List<BulkRow> foreseen, BulkOrder order, Author author);

  /**
   * Takes it back.
   *
   * @param done rows as they came from {@link #carryOut}, or from here
   */
  List<BulkRow> turnBack(List<BulkRow> done, BulkOrder order, Author author);
}
