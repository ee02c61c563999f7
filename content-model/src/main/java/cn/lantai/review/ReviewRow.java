package cn.lantai.review;

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
 * A review in the database. Where it stands follows from its steps, and is kept to be asked for.
 */
@Entity(name = "ReviewRow")
@Table(name = "review")
class ReviewRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_seq")
  @SequenceGenerator(name = "review_seq", sequenceName = "review_seq", allocationSize = 1)
  private long id;

  private String entity;
  private long version;
  private int rounds;
  private String writer;

  @SuppressWarnings("UnusedVariable") // queries ask for it
  private String submitter;

  @SuppressWarnings("UnusedVariable") // told to who looks into the table
  private int steps;

  @Enumerated(EnumType.STRING)
  private Stand state;

  @Column(name = "due_at")
  private String due = "";

  @Column(name = "open_entity")
  private String open;

  /** For JPA. */
  protected ReviewRow() {}

  ReviewRow(EntityIri entity, long version, int rounds, String writer, String submitter) {
    this.entity = entity.uri();
    this.version = version;
    this.rounds = rounds;
    this.writer = writer;
    this.submitter = submitter;
    this.state = Stand.in(Round.of(rounds).get(0));
    this.open = this.entity;
  }

  long id() {
    return id;
  }

  Review view(List<StepRow> ofIt) {
    return new Review(
        id,
        EntityIri.parse(entity).orElseThrow(),
        version,
        Round.of(rounds),
        writer,
        ofIt.stream().map(StepRow::view).toList());
  }

  void stands(Review review) {
    steps = review.steps().size();
    state = review.stand();
    due = review.due().map(RowText::of).orElse("");
    open = state.isOpen() ? entity : null;
  }
}
