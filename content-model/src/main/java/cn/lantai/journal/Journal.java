package cn.lantai.journal;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;

/**
 * The append-only journal. Rows are never changed or removed; there is one order of rows for all
 * writers.
 */
public interface Journal {

  /**
   * Appends all rows or none, in the given order. When the call returns (and the surrounding
   * transaction, if there is one, has committed), they survive the death of the process.
   *
   * <p>A PUT that equals the entity's newest version, a PUBLISH of the version that is in public
   * and a WITHDRAW of what is not in public are left out: they change nothing.
   *
   * @return the rows that were appended, without those left out
   * @throws NothingToPublishException if an entity to be published has no version
   */
  List<Entry> append(List<Draft> drafts);

  /** Up to {@code limit} rows after row {@code sequence}, in order. */
  List<Entry> after(long sequence, int limit);

  /** The number of the last row; 0 in an empty journal. */
  long head();

  /** The entity's newest version. */
  Optional<EntityGraph> current(EntityIri entity);

  /** The content of a PUT row. */
  EntityGraph version(long sequence);

  /** The entity's rows, newest first. */
  List<Entry> history(EntityIri entity, int limit);

  /** Checks the chain from the first row to the last. */
  Verification verify();
}
