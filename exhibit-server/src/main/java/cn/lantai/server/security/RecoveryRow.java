package cn.lantai.server.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A recovery code in the database that was not used yet. */
@Entity(name = "RecoveryRow")
@Table(name = "account_recovery")
@IdClass(RecoveryRow.Key.class)
class RecoveryRow {

  @Id private String account;

  @Id
  @Column(name = "code_hash")
  private String hash;

  /** For JPA. */
  protected RecoveryRow() {}

  RecoveryRow(String account, String hash) {
    this.account = account;
    this.hash = hash;
  }

  /** As JPA wants it. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account;
    private String hash;

    protected Key() {}

    Key(String account, String hash) {
      this.account = account;
      this.hash = hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.account.equals(account) && key.hash.equals(hash);
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, hash);
    }
  }
}
