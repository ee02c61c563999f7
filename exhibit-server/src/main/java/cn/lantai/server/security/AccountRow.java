package cn.lantai.server.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;

/** An account in the database. */
@Entity(name = "AccountRow")
@Table(name = "account")
class AccountRow {

  @Id private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String roles;

  /** For JPA. */
  protected AccountRow() {}

  AccountRow(String name, String passwordHash, Set<String> roles) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.roles = String.join(",", roles);
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  void setPasswordHash(String newHash) {
    passwordHash = newHash;
  }

  Set<String> roles() {
    return Set.of(roles.split(","));
  }
}
