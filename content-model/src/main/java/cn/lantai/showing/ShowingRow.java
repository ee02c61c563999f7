package cn.lantai.showing;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.RowText;
import cn.lantai.showing.Showing.Act;
import cn.lantai.showing.Showing.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The times of an exhibition in the database. */
@Entity(name = "ShowingRow")
@Table(name = "showing")
class ShowingRow {

  @Id private String entity;

  @Column(name = "opens_at")
  private String opens = "";

  @Column(name = "closes_at")
  private String closes = "";

  private long version;

  @Column(name = "next_act")
  private String next = "";

  @SuppressWarnings("UnusedVariable") // queries ask for it
  @Column(name = "next_at")
  private String nextAt = "";

  private String outcome = "";

  @Column(name = "outcome_at")
  private String outcomeAt = "";

  private int edits;
  private String agent = "";

  @Column(name = "changed_at")
  private String at = "";

  /** For JPA. */
  protected ShowingRow() {}

  ShowingRow(EntityIri entity) {
    this.entity = entity.uri();
  }

  int edits() {
    return edits;
  }

  void set(
      Optional<Instant> newOpens,
      Optional<Instant> newCloses,
      long newVersion,
      String by,
      Instant now) {
    opens = newOpens.map(RowText::of).orElse("");
    closes = newCloses.map(RowText::of).orElse("");
    version = newVersion;
    outcome = "";
    outcomeAt = "";
    edits++;
    agent = by;
    at = RowText.of(now);
  }

  void next(Optional<Act> act) {
    next = act.map(Act::name).orElse("");
    nextAt = act.map(each -> each == Act.OPEN ? opens : closes).orElse("");
  }

  void came(Outcome of, Instant when) {
    outcome = of.name();
    outcomeAt = RowText.of(when);
  }

  Showing view() {
    return new Showing(
        EntityIri.parse(entity).orElseThrow(),
        given(opens, Instant::parse),
        given(closes, Instant::parse),
        version,
        given(next, Act::valueOf),
        given(outcome, Outcome::valueOf),
        given(outcomeAt, Instant::parse),
        edits,
        agent,
        Instant.parse(at));
  }

  private static <T> Optional<T> given(String text, Function<String, T> reading) {
    return Optional.of(text).filter(each -> !each.isEmpty()).map(reading);
  }
}
