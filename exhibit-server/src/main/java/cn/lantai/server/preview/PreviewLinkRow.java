package cn.lantai.server.preview;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A link in the database, without its secret. */
@Entity(name = "PreviewLinkRow")
@Table(name = "preview_link")
class PreviewLinkRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "preview_link_seq")
  @SequenceGenerator(
      name = "preview_link_seq",
      sequenceName = "preview_link_seq",
      allocationSize = 1)
  private long id;

  private String entity;
  private long version;
  private String label;
  private String account;

  @Column(name = "link_hash")
  private String hash;

  @Column(name = "made_at")
  private String madeAt;

  @Column(name = "ends_at")
  private String endsAt;

  @Column(name = "ended_by")
  private String endedBy = "";

  @Column(name = "used_on")
  private String usedOn = "";

  /** For JPA. */
  protected PreviewLinkRow() {}

  PreviewLinkRow(
      EntityIri entity,
      long version,
      String label,
      String account,
      String hash,
      Instant madeAt,
      Instant endsAt) {
    this.entity = name(entity);
    this.version = version;
    this.label = label;
    this.account = account;
    this.hash = hash;
    this.madeAt = RowText.of(madeAt);
    this.endsAt = RowText.of(endsAt);
  }

  static String name(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }

  void end(String who) {
    endedBy = who;
  }

  void used(LocalDate day) {
    // Once a day: looking much must not mean writing much.
    if (!usedOn.equals(day.toString())) {
      usedOn = day.toString();
    }
  }

  PreviewLink view() {
    int slash = entity.indexOf('/');
    return new PreviewLink(
        id,
        new EntityIri(
            EntityType.ofSegment(entity.substring(0, slash)).orElseThrow(),
            entity.substring(slash + 1)),
        version,
        label,
        account,
        Instant.parse(madeAt),
        Instant.parse(endsAt),
        Optional.of(endedBy).filter(who -> !who.isEmpty()),
        Optional.of(usedOn).filter(day -> !day.isEmpty()).map(LocalDate::parse));
  }
}
