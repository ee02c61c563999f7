package cn.lantai.opening;

/**
 * How many records were decided.
 *
 * @param fonds the key of the fonds; empty if they lie in none
 * @param due the year in which they came due; 0 if nobody knows
 */
public record OpeningCount(String fonds, int due, Outcome proposed, Outcome decided, long count) {}
