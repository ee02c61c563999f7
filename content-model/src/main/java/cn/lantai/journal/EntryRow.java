package cn.lantai.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of the table behind the journal. Written once, by {@link JournalWriter}; reading goes by
 * projections.
 */
@Entity(name = "EntryRow")
@Table(name = "journal_entry")
class EntryRow {

  @Id
  @Column(name = "seq")
  private long sequence;

  @Column(name = "entity")
  private String entity;

  @Column(name = "action")
  private String action;

  @Column(name = "version")
  private long version;

  @Column(name = "replaces")
  private long replaces;

  @Column(name = "recorded_at")
  private String recordedAt;

  @Column(name = "agent")
  private String agent;

  @Column(name = "reason")
  private String reason;

  @Column(name = "content")
  private byte[] content;

  @Column(name = "previous_hash")
  private String previousHash;

  @Column(name = "hash")
  private String hash;

  /** For JPA. */
  protected EntryRow() {}
}
