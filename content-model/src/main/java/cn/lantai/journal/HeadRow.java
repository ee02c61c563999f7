package cn.lantai.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that says where the chain ends, and whose lock puts all writers in one order. */
@Entity(name = "HeadRow")
@Table(name = "journal_head")
class HeadRow {

  @Id
  @Column(name = "id")
  private int id;

  @Column(name = "seq")
  private long sequence;

  @Column(name = "hash")
  private String hash;

  /** For JPA. */
  protected HeadRow() {}
}
