package cn.lantai.opening;

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
import java.util.OptionalInt;

/** A step of an opening review in the database: inserted, never changed. */
@Entity(name = "OpeningStepRow")
@Table(name = "opening_step")
@IdClass(OpeningStepRow.Key.class)
class OpeningStepRow {

  @Id private long opening;

  @Id
  @Column(name = "step_number")
  private int number;

  @Enumerated(EnumType.STRING)
  private Act act;

  private String agent;

  @Column(name = "recorded_at")
  private String at;

  private String outcome;

  @Column(name = "until_year")
  private int until;

  private String ground;
  private String reason;

  @Column(name = "text_mark")
  private String mark;

  private String proposal;

  @Column(name = "journal_row")
  private long row;

  private String hash;

  /** For JPA. */
  protected OpeningStepRow() {}

  OpeningStepRow(long opening, OpeningStep step) {
    this.opening = opening;
    this.number = step.number();
    this.act = step.act();
    this.agent = step.agent();
    this.at = RowText.of(step.at());
    this.outcome = step.ruling().map(is -> is.outcome().name()).orElse("");
    this.until = step.ruling().map(is -> is.until().orElse(0)).orElse(0);
    this.ground = step.ruling().flatMap(Ruling::ground).map(Ground::name).orElse("");
    this.reason = step.reason();
    this.mark = step.mark();
    this.proposal = step.proposal();
    this.row = step.row();
    this.hash = step.hash();
  }

  long opening() {
    return opening;
  }

  OpeningStep view() {
    Optional<Ruling> ruling =
        Optional.of(outcome)
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    new Ruling(
                        Outcome.valueOf(name),
                        until == 0 ? OptionalInt.empty() : OptionalInt.of(until),
                        Optional.of(ground).filter(is -> !is.isEmpty()).map(Ground::valueOf),
                        reason));
    return new OpeningStep(
        number, act, agent, Instant.parse(at), ruling, reason, mark, proposal, row, hash);
  }

  /** For JPA. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    long opening;
    int number;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.opening == opening && key.number == number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(opening, number);
    }
  }
}
