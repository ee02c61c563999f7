package cn.lantai.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where an entity stands: derived from its rows, kept so that nobody has to search them. */
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

  /** For JPA. */
  protected EntityStateRow() {}

  EntityStateRow(String entity) {
    this.entity = entity;
    this.currentDigest = "";
  }

  String entity() {
    return entity;
  }

  long current() {
    return current;
  }

  String currentDigest() {
    return currentDigest;
  }

  long published() {
    return published;
  }

  void put(long sequence, String digest) {
    current = sequence;
    currentDigest = digest;
  }

  void publish(long version) {
    published = version;
  }
}
