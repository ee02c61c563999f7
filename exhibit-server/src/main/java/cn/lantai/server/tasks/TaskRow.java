package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.RowText;
import cn.lantai.server.site.view.TaskState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A task in the database. */
@Entity(name = "TaskRow")
@Table(name = "selection_task")
class TaskRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "selection_task_seq")
  @SequenceGenerator(
      name = "selection_task_seq",
      sequenceName = "selection_task_seq",
      allocationSize = 1)
  private long id;

  private String entity;
  private String title;
  private String person = "";

  @Column(name = "begins_on")
  private String begins;

  @Column(name = "due_on")
  private String due;

  @Enumerated(EnumType.STRING)
  private TaskState state;

  @Column(name = "task_round")
  private int round;

  private int place;
  private int version;
  private String agent;

  @Column(name = "changed_at")
  private String at;

  @Column(name = "given_by")
  private String givenBy = "";

  @Column(name = "given_at")
  private String givenAt = "";

  /** For JPA. */
  protected TaskRow() {}

  TaskRow(EntityIri entity, int place) {
    this.entity = entity.uri();
    this.place = place;
  }

  long id() {
    return id;
  }

  int version() {
    return version;
  }

  EntityIri entity() {
    return EntityIri.parse(entity).orElseThrow();
  }

  void set(Duty duty, String by, Instant now) {
    String wanted = duty.person().orElse("");
    if (!wanted.equals(person)) {
      givenBy = wanted.isEmpty() ? "" : by;
      givenAt = wanted.isEmpty() ? "" : RowText.of(now);
    }
    person = wanted;
    title = duty.title();
    begins = duty.begins().map(LocalDate::toString).orElse("");
    due = duty.due().map(LocalDate::toString).orElse("");
    state = duty.state();
    round = duty.round();
    version++;
    agent = by;
    at = RowText.of(now);
  }

  void stand(int at) {
    place = at;
  }

  Task view() {
    return new Task(
        id,
        entity(),
        new Duty(title, given(person), day(begins), day(due), state, round),
        version,
        agent,
        Instant.parse(at),
        given(givenAt).map(time -> new Task.Giving(givenBy, Instant.parse(time))));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    return given(text).map(LocalDate::parse);
  }
}
