package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;

/**
 * Something that is made from the journal and can be thrown away and made again: the triples of a
 * stage, or an index of them. It knows itself up to which row it is true.
 */
public interface Projection extends AutoCloseable {

  /** Up to where the projection follows the journal; empty if it holds nothing yet. */
  Optional<Bookmark> bookmark();

  /** The last journal row that the projection holds; 0 if it is empty. */
  default long position() {
    return bookmark().map(Bookmark::position).orElse(0L);
  }

  /** The public base that entity IRIs carry in the projection; empty if it holds nothing yet. */
  default Optional<String> base() {
    return bookmark().map(Bookmark::base);
  }

  /**
   * Applies the changes and moves the bookmark, all in one transaction: after a crash the
   * projection holds either both or neither. Called by one thread at a time, while any number of
   * others read; no entity changes twice in one call. The same change may come a second time, and a
   * projection that was made while the journal grew may hold a later version already; when the
   * journal has been followed to its end, it holds what the last change says.
   *
   * @throws IllegalArgumentException if the bookmark goes back, or to another base
   */
  void apply(List<Change> changes, Bookmark bookmark);

  /** Must not be called while others read. */
  @Override
  void close();

  /**
   * Makes a projection that holds many entities much faster than {@link #apply} would. What is made
   * can be opened only after {@link #finish}; without it, the folder is of no use. For one thread.
   */
  interface Bulk extends AutoCloseable {

    /**
     * @param triples all that the stage says of the entity, with its base; each entity comes once
     */
    void add(EntityIri entity, Set<Triple> triples);

    /**
     * The entity was in the stage and was taken out. It may have been added, if that was meanwhile:
     * following the journal from the bookmark puts it right.
     */
    void gone(EntityIri entity);

    /** Called last, and once: brings everything to the disk. */
    void finish(Bookmark bookmark);

    /** Lets go of all files and threads, whether finished or not. */
    @Override
    void close();
  }
}
