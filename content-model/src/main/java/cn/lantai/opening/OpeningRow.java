package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;

/**
 * An opening review in the database. Where it stands follows from its steps, and is kept to be
 * asked for.
 */
@Entity(name = "OpeningRow")
@Table(name = "opening")
class OpeningRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opening_seq")
  @SequenceGenerator(name = "opening_seq", sequenceName = "opening_seq", allocationSize = 1)
  private long id;

  private String record;
  private long version;
  private String archive;
  private String fonds;

  @Column(name = "due_year")
  private int due;

  @SuppressWarnings("UnusedVariable") // queries ask for it
  @Enumerated(EnumType.STRING)
  private Outcome proposed;

  @SuppressWarnings("UnusedVariable") // queries ask for it
  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @SuppressWarnings("UnusedVariable") // told to who looks into the table
  @Column(name = "decided_at")
  private String decided = "";

  @SuppressWarnings("UnusedVariable") // told to who looks into the table
  private int steps;

  @Enumerated(EnumType.STRING)
  private Stand state = Stand.SIGNED;

  @SuppressWarnings("UnusedVariable") // the database holds it to be the only one
  @Column(name = "open_record")
  private String open;

  /** For JPA. */
  protected OpeningRow() {}

  OpeningRow(
      EntityIri record, long version, Opening.Where where, Outcome proposed, Outcome signed) {
    this.record = record.uri();
    this.version = version;
    this.archive = where.archive();
    this.fonds = where.fonds();
    this.due = where.due();
    this.proposed = proposed;
    this.outcome = signed;
    this.open = this.record;
  }

  long id() {
    return id;
  }

  Opening view(List<OpeningStepRow> ofIt) {
    return new Opening(
        id,
        EntityIri.parse(record).orElseThrow(),
        version,
        new Opening.Where(archive, fonds, due),
        ofIt.stream().map(OpeningStepRow::view).toList());
  }

  void stands(Opening opening) {
    steps = opening.steps().size();
    state = opening.stand();
    decided = opening.decided().map(RowText::of).orElse("");
    open = state.isOpen() ? record : null;
  }
}
