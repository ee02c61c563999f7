package cn.lantai.review;

import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A step of a review in the database: inserted, never changed. */
@Entity(name = "StepRow")
@Table(name = "review_step")
@IdClass(StepRow.Key.class)
class StepRow {

  @Id private long review;

  @Id
  @Column(name = "step_number")
  private int number;

  @Enumerated(EnumType.STRING)
  private Act act;

  @Column(name = "review_round")
  private String round;

  private String agent;

  @Column(name = "recorded_at")
  private String at;

  private String reason;

  @Column(name = "due_at")
  private String due;

  @Column(name = "journal_row")
  private long row;

  private String hash;

  /** For JPA. */
  protected StepRow() {}

  StepRow(long review, Step step) {
    this.review = review;
    this.number = step.number();
    this.act = step.act();
    this.round = step.round().map(Round::name).orElse("");
    this.agent = step.agent();
    this.at = RowText.of(step.at());
    this.reason = step.reason();
    this.due = step.due().map(RowText::of).orElse("");
    this.row = step.row();
    this.hash = step.hash();
  }

  long review() {
    return review;
  }

  Step view() {
    return new Step(
        number,
        act,
        Optional.of(round).filter(name -> !name.isEmpty()).map(Round::valueOf),
        agent,
        Instant.parse(at),
        reason,
        Optional.of(due).filter(time -> !time.isEmpty()).map(Instant::parse),
        row,
        hash);
  }

  /** For JPA. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    long review;
    int number;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.review == review && key.number == number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(review, number);
    }
  }
}
