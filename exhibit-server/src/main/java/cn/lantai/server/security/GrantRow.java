package cn.lantai.server.security;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A role of an account in the database. */
@Entity(name = "GrantRow")
@Table(name = "account_grant")
@IdClass(GrantRow.Key.class)
class GrantRow {

  @Id private String account;
  @Id private String role;
  @Id private String scope;

  /** For JPA. */
  protected GrantRow() {}

  GrantRow(String account, Grant grant) {
    this.account = account;
    this.role = grant.role().name();
    this.scope = grant.scope().root().map(EntityIri::uri).orElse("");
  }

  String account() {
    return account;
  }

  Grant grant() {
    return new Grant(
        Role.valueOf(role),
        new Scope(Optional.of(scope).filter(iri -> !iri.isEmpty()).flatMap(EntityIri::parse)));
  }

  Key key() {
    return new Key(account, role, scope);
  }

  /** As JPA wants it. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account;
    private String role;
    private String scope;

    protected Key() {}

    Key(String account, String role, String scope) {
      this.account = account;
      this.role = role;
      this.scope = scope;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.account.equals(account)
          && key.role.equals(role)
          && key.scope.equals(scope);
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, role, scope);
    }
  }
}
