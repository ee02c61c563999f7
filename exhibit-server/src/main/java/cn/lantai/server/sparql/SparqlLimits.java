package cn.lantai.server.sparql;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param time from the start of work on the query to the last byte of its result
 * @param rows rows of a SELECT; more are cut off, and the answer says so
 * @param triples triples of a CONSTRUCT or DESCRIBE; more are cut off, and the answer says so
 * @param bytes size of a written result; more is cut off at a row, and the answer says so
 * @param queryLength characters of the query
 * @param concurrent queries at work at one time
 * @param patience how long a query waits for its turn before it is turned away
 * @param heldRows rows that sorts, joins and groups of one query may hold in memory
 * @param heldCharacters characters of text that one query may put together
 */
public record SparqlLimits(
    Duration time,
    int rows,
    int triples,
    int bytes,
    int queryLength,
    int concurrent,
    Duration patience,
    int heldRows,
    int heldCharacters) {

  public SparqlLimits {
    if (rows < 1 || triples < 1 || bytes < 1024 || queryLength < 1 || concurrent < 1) {
      throw new IllegalArgumentException("Limits that let nothing through");
    }
    if (time.isNegative() || time.isZero() || patience.isNegative()) {
      throw new IllegalArgumentException("A query needs some time");
    }
  }

  public static SparqlLimits defaults() {
    return new SparqlLimits(
        Duration.ofSeconds(10),
        10_000,
        50_000,
        16 << 20,
        65_536,
        2 * Runtime.getRuntime().availableProcessors(),
        Duration.ofSeconds(1),
        500_000,
        16 << 20);
  }

  public SparqlLimits withTime(Duration other) {
    return new SparqlLimits(
        other, rows, triples, bytes, queryLength, concurrent, patience, heldRows, heldCharacters);
  }

  public SparqlLimits withRows(int other) {
    return new SparqlLimits(
        time, other, triples, bytes, queryLength, concurrent, patience, heldRows, heldCharacters);
  }

  public SparqlLimits withTriples(int other) {
    return new SparqlLimits(
        time, rows, other, bytes, queryLength, concurrent, patience, heldRows, heldCharacters);
  }

  public SparqlLimits withBytes(int other) {
    return new SparqlLimits(
        time, rows, triples, other, queryLength, concurrent, patience, heldRows, heldCharacters);
  }

  public SparqlLimits withConcurrent(int other, Duration otherPatience) {
    return new SparqlLimits(
        time, rows, triples, bytes, queryLength, other, otherPatience, heldRows, heldCharacters);
  }

  public SparqlLimits withHeldRows(int other) {
    return new SparqlLimits(
        time, rows, triples, bytes, queryLength, concurrent, patience, other, heldCharacters);
  }
}
