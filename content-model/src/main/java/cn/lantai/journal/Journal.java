package cn.lantai.journal;

import cn.lantai.chain.Verification;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
   * and a WITHDRAW of what is not in public are left out: they change nothing. What lies in a
   * record that is withdrawn is withdrawn with it.
   *
   * @return the rows that were appended, without those left out
   * @throws NothingToPublishException if an entity to be published has no version
   * @throws EditConflictException if a draft began from a version that is not the newest any more
   * @throws ReferenceCodeInUseException if a record or a set would have the reference code that
   *     another one in the same archive has
   * @throws PremiseGoneException if what the drafts were decided by has changed
   */
  List<Entry> append(List<Draft> drafts, Premise premise);

  /** Appends what needs no premise. */
  default List<Entry> append(List<Draft> drafts) {
    return append(drafts, Premise.NONE);
  }

  /** Up to {@code limit} rows after row {@code sequence}, in order. */
  List<Entry> after(long sequence, int limit);

  /** Up to {@code limit} rows that withdraw something, after row {@code sequence}, in order. */
  List<Entry> withdrawals(long sequence, int limit);

  /**
   * Up to {@code limit} rows that publish or withdraw entities of these types, in order.
   *
   * @param after rows behind this one
   * @param last up to this one
   */
  List<Entry> publications(long after, long last, Set<EntityType> types, int limit);

  /** The last row before {@code sequence} that publishes or withdraws one of these types. */
  OptionalLong publicationBefore(long sequence, Set<EntityType> types);

  /** The number of the last row; 0 in an empty journal. */
  long head();

  /** The entity's newest version. */
  Optional<EntityGraph> current(EntityIri entity);

  /**
   * The content of a PUT row.
   *
   * @throws NoSuchElementException if there is no such row, or it is not a PUT
   */
  EntityGraph version(long sequence);

  /** The rows with these numbers, in order; numbers that no row has are left out. */
  List<Entry> entries(Collection<Long> sequences);

  /** Where the entity stands; empty if the journal does not know it. */
  Optional<EntityState> state(EntityIri entity);

  /**
   * The records and sets whose newest versions have this reference code (档号): one in an archive.
   */
  List<EntityIri> withCode(String code);

  /** What lies directly in the entity by its newest version: the images of a record. */
  List<EntityIri> within(EntityIri whole);

  /** What the entity lies in: see {@link cn.lantai.hierarchy.Whole}. */
  Optional<EntityIri> whole(EntityIri part);

  /** A reference code, in its normal form, and who has it. */
  record Coded(String code, EntityIri entity) {}

  /** The codes of up to {@code limit} entities after one, in the order of the database. */
  List<Coded> codes(Optional<EntityIri> after, int limit);

  /** Where up to {@code limit} entities after one stand, in the order of the database. */
  List<EntityState> states(Optional<EntityIri> after, int limit);

  /** How many entities the journal knows. */
  long entities();

  /** The entity's rows, newest first. */
  default List<Entry> history(EntityIri entity, int limit) {
    return history(entity, Long.MAX_VALUE, limit);
  }

  /** The entity's rows before row {@code before}, newest first. */
  List<Entry> history(EntityIri entity, long before, int limit);

  /** Who did what, without the content: a row as the audit reads it. */
  record Trace(
      long sequence,
      EntityIri entity,
      Action action,
      long replaces,
      Instant at,
      String agent,
      String reason) {

    public static Trace of(Entry row) {
      return new Trace(
          row.sequence(),
          row.entity(),
          row.action(),
          row.replaces(),
          row.at(),
          row.agent(),
          row.reason());
    }
  }

  /**
   * Up to {@code limit} rows from number {@code from} to below {@code before}, newest first. There
   * is no index of agents: who asks for one bounds the rows that are looked through.
   */
  List<Trace> traces(long from, long before, Optional<String> agent, int limit);

  /**
   * The number of the first row of this time or later; one behind the head if there is none. Found
   * by halving, for rows are in the order of their times as far as the clocks of the servers are.
   */
  default long firstSince(Instant time) {
    long from = 1;
    long to = head() + 1;
    while (from < to) {
      long middle = (from + to) >>> 1;
      boolean later =
          traces(middle, middle + 1, Optional.empty(), 1).stream()
              .noneMatch(row -> row.at().isBefore(time));
      if (later) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /**
   * Reads the whole journal and checks that no row was changed, moved, added or taken away behind
   * its back. What is appended meanwhile is not looked at.
   */
  Verification verify();
}
