package cn.lantai.server.security;

import cn.lantai.journal.RowText;
import cn.lantai.server.rights.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A token in the database, without its secret. */
@Entity(name = "TokenRow")
@Table(name = "account_token")
class TokenRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_token_seq")
  @SequenceGenerator(
      name = "account_token_seq",
      sequenceName = "account_token_seq",
      allocationSize = 1)
  private long id;

  private String account;
  private String label;

  /** Names, divided by spaces. */
  private String permissions;

  @Column(name = "token_hash")
  private String hash;

  @Column(name = "made_at")
  private String madeAt;

  @Column(name = "ends_at")
  private String endsAt;

  @Column(name = "used_on")
  private String usedOn = "";

  /** For JPA. */
  protected TokenRow() {}

  TokenRow(
      String account,
      String label,
      Set<Permission> permissions,
      String hash,
      Instant madeAt,
      Instant endsAt) {
    this.account = account;
    this.label = label;
    this.permissions =
        permissions.stream().sorted().map(Permission::name).collect(Collectors.joining(" "));
    this.hash = hash;
    this.madeAt = RowText.of(madeAt);
    this.endsAt = RowText.of(endsAt);
  }

  String account() {
    return account;
  }

  String label() {
    return label;
  }

  void used(LocalDate day) {
    // Once a day: asking much must not mean writing much.
    if (!usedOn.equals(day.toString())) {
      usedOn = day.toString();
    }
  }

  Token view() {
    return new Token(
        id,
        label,
        Arrays.stream(permissions.split(" "))
            .map(Permission::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        Instant.parse(madeAt),
        Instant.parse(endsAt),
        Optional.of(usedOn).filter(day -> !day.isEmpty()).map(LocalDate::parse));
  }
}
