package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import java.time.Instant;

/**
 * A row of the journal.
 *
 * @param sequence 1 for the first row, without gaps
 * @param version the row whose content this row speaks of: itself for PUT, the published PUT for
 *     PUBLISH, 0 for WITHDRAW
 * @param replaces the row whose content this row takes the place of, 0 if none: the version before
 *     for PUT, the version that was in public for PUBLISH and WITHDRAW
 * @param content sorted N-Triples with internal IRIs; empty unless PUT
 * @param previousHash hash of the row before; 32 zero bytes in the first row
 * @param at in whole milliseconds
 * @param hash SHA-256 over previousHash and all other fields
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, not compared
public record Entry(
    long sequence,
    EntityIri entity,
    Action action,
    long version,
    long replaces,
    Instant at,
    String agent,
    String reason,
    byte[] content,
    byte[] previousHash,
    byte[] hash) {

  Entry withHash(byte[] newHash) {
    return new Entry(
        sequence,
        entity,
        action,
        version,
        replaces,
        at,
        agent,
        reason,
        content,
        previousHash,
        newHash);
  }
}
