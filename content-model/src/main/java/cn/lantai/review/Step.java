package cn.lantai.review;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A step of a review. Steps are never changed.
 *
 * @param number from 1, without gaps
 * @param round in which somebody passed or returned it
 * @param at in whole milliseconds
 * @param due for when publication was set
 * @param row the journal's row: the version that was submitted, or what published or withdrew it; 0
 *     if there is none
 * @param hash chains the steps of a review, in hexadecimal: SHA-256 over the hash of the step
 *     before and all else. The row that publishes carries that of the last step before it, so the
 *     journal's own chain holds the reviews that led to something.
 */
public record Step(
    int number,
    Act act,
    Optional<Round> round,
    String agent,
    Instant at,
    String reason,
    Optional<Instant> due,
    long row,
    String hash) {

  /** The longest reason of a step; the journal's row names the reviewers beside it. */
  public static final int LONGEST_REASON = 1000;

  static final String NO_HASH = "";

  Step chainedTo(long review, String before) {
    return new Step(number, act, round, agent, at, reason, due, row, hash(review, before));
  }

  /** Whether it is what was written, after the step with this hash. */
  boolean follows(long review, String before) {
    return hash.equals(hash(review, before));
  }

  private String hash(long review, String before) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, before);
      out.writeLong(review);
      out.writeInt(number);
      write(out, act.name());
      write(out, round.map(Round::name).orElse(""));
      write(out, agent);
      out.writeLong(at.toEpochMilli());
      write(out, reason);
      out.writeLong(due.map(Instant::toEpochMilli).orElse(0L));
      out.writeLong(row);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(digest);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
