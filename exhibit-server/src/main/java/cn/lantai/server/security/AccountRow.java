package cn.lantai.server.security;

import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An account in the database. */
@Entity(name = "AccountRow")
@Table(name = "account")
class AccountRow {

  @Id private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String person;
  private boolean disabled;

  @Column(name = "one_time")
  private boolean oneTime;

  @Column(name = "totp_secret")
  private String secret = "";

  @Column(name = "totp_step")
  private long step;

  @Column(name = "notices_seen")
  private String noticesSeen = "";

  @Column(name = "openid_subject")
  private String subject;

  private String guides = "";

  /** For JPA. */
  protected AccountRow() {}

  AccountRow(String name, String person) {
    this.name = name;
    this.person = person;
  }

  String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  /**
   * @param oneTime whether somebody else knows it
   */
  void setPassword(String hash, boolean oneTime) {
    this.passwordHash = hash;
    this.oneTime = oneTime;
  }

  String person() {
    return person;
  }

  boolean isDisabled() {
    return disabled;
  }

  void setDisabled(boolean disabled) {
    this.disabled = disabled;
  }

  boolean isOneTime() {
    return oneTime;
  }

  /** In Base32; empty without a second factor. */
  String secret() {
    return secret;
  }

  void setSecret(String secret, long step) {
    this.secret = secret;
    this.step = step;
  }

  long step() {
    return step;
  }

  void setStep(long step) {
    this.step = step;
  }

  /** What an OpenID provider calls him; empty if he has not connected his account with one. */
  Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  void setSubject(Optional<String> subject) {
    this.subject = subject.orElse(null);
  }

  /** Up to when the person has seen what concerns him; empty before the first time. */
  Optional<Instant> noticesSeen() {
    return Optional.of(noticesSeen).filter(time -> !time.isEmpty()).map(Instant::parse);
  }

  /** Names of guides that are not as they are for everybody at first. */
  Set<String> guides() {
    return Arrays.stream(guides.split(" "))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void setGuides(Set<String> names) {
    guides = String.join(" ", names);
  }

  void setNoticesSeen(Instant until) {
    noticesSeen = RowText.of(until);
  }
}
