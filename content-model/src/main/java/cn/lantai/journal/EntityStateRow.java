package cn.lantai.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Where an entity stands: derived from its rows, kept so that nobody has to search them. Written by
 * {@link JournalWriter}; reading goes by projections.
 */
@Entity(name = "EntityStateRow")
@Table(name = "entity_state")
class EntityStateRow {

  @Id
  @Column(name = "entity")
  private String entity;

  @Column(name = "current_seq")
  private long current;

  @Column(name = "current_digest")
  private String currentDigest;

  @Column(name = "published_seq")
  private long published;

  @Column(name = "withdrawn")
  private boolean withdrawn;

  @Column(name = "reference_code")
  private String code;

  @Column(name = "lies_in")
  private String whole;

  /** For JPA. */
  protected EntityStateRow() {}
}
