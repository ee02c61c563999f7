package cn.lantai.server.audit;

import java.time.Instant;
import java.util.Map;

/**
 * A row of the log. Action and keys are text, for another version of the program may have other
 * ones; {@link AuditAction#named} and {@link AuditKey#named} know those of this one.
 *
 * @param number from 1, without gaps
 * @param at in whole milliseconds
 * @param times how often; more than once where repetitions are told together
 * @param detail in the order of the keys' names
 * @param hash in hexadecimal; chains it to the row before
 */
public record AuditEntry(
    long number,
    Instant at,
    Actor actor,
    String action,
    String object,
    AuditOutcome outcome,
    long times,
    Map<String, String> detail,
    String hash) {}
