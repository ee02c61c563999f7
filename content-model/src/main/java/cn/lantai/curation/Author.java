package cn.lantai.curation;

/**
 * Who changes something, and why; both stand in the journal.
 *
 * @param name the account, or the job that acts for it
 */
public record Author(String name, String reason) {}
