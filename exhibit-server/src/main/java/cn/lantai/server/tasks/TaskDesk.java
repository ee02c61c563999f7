package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Journal;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Accounts;
import cn.lantai.server.security.Colleague;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Tasks for who is asking. Who may describe an exhibition plans its tasks; who has one may say how
 * far it is, and no more.
 */
@RequestScoped
public class TaskDesk {

  /** So many of somebody's tasks are shown, and looked through for notices. */
  public static final int MOST_OF_PERSON = 300;

  @Inject Tasks tasks;
  @Inject Accounts accounts;
  @Inject Journal journal;
  @Inject Visitor visitor;
  @Inject AuditLog log;

  /** What an address names, if the asker may see it. */
  EntityIri selection(String type, String key) {
    EntityIri entity =
        Entities.named(type, key)
            .filter(each -> each.type().isSelection())
            .filter(each -> journal.state(each).isPresent())
            .orElseThrow(() -> Entities.unknown(type, key));
    try {
      visitor.rights().require(Permission.SEE, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    }
    return entity;
  }

  List<Task> of(EntityIri entity) {
    return tasks.of(entity);
  }

  /** What the asker has still to do, as far as he may see what it is for. */
  public List<Task> mine() {
    Rights rights = visitor.rights();
    return tasks.openOf(visitor.name(), MOST_OF_PERSON).stream()
        .filter(task -> rights.may(Permission.SEE, task.entity()))
        .toList();
  }

  /** Of what may not be seen there are no tasks. */
  Task find(long id) {
    return tasks
        .find(id)
        .filter(task -> visitor.rights().may(Permission.SEE, task.entity()))
        .orElseThrow(() -> new TaskRefusedException(Reason.GONE));
  }

  boolean mayPlan(EntityIri entity) {
    return visitor.rights().may(Permission.DESCRIBE, entity);
  }

  boolean mayTell(Task task) {
    return mayPlan(task.entity()) || task.isOf(visitor.name());
  }

  /** Those who can have a task of it. */
  List<Colleague> colleagues(EntityIri entity) {
    return accounts.whoMay(Permission.SEE, entity);
  }

  /** The account that somebody calls by its name, or by that of its person if only one has it. */
  static Optional<String> account(String called, List<Colleague> colleagues) {
    String wanted = called.strip();
    List<String> ofPerson =
        colleagues.stream()
            .filter(each -> each.person().equals(wanted))
            .map(Colleague::name)
            .toList();
    return colleagues.stream()
        .map(Colleague::name)
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .or(() -> ofPerson.size() == 1 ? Optional.of(ofPerson.get(0)) : Optional.empty());
  }

  List<Task> add(EntityIri entity, List<Duty> duties) {
    visitor.rights().require(Permission.DESCRIBE, entity);
    requireColleagues(entity, duties);
    List<Task> added = tasks.add(entity, duties, visitor.name());
    if (!added.isEmpty()) {
      log.note(AuditNote.of(AuditAction.TASKS_ADDED).about(entity).times(added.size()));
    }
    return added;
  }

  Task change(long id, int version, Duty duty) {
    Task before = find(id);
    if (!mayPlan(before.entity())
        && !(mayTell(before) && before.duty().in(duty.state()).equals(duty))) {
      throw new NotAllowedException();
    }
    if (!duty.person().equals(before.duty().person())) {
      requireColleagues(before.entity(), List.of(duty));
    }
    Task after = tasks.change(id, version, duty, visitor.name());
    if (after.version() != version) {
      log.note(
          AuditNote.of(AuditAction.TASK_CHANGED)
              .about(after.entity())
              .with(AuditKey.TASK, after.duty().title()));
    }
    return after;
  }

  void remove(long id, int version) {
    visitor.rights().require(Permission.DESCRIBE, find(id).entity());
    Task gone = tasks.remove(id, version);
    log.note(
        AuditNote.of(AuditAction.TASK_REMOVED)
            .about(gone.entity())
            .with(AuditKey.TASK, gone.duty().title()));
  }

  void move(long id, OptionalLong after) {
    visitor.rights().require(Permission.DESCRIBE, find(id).entity());
    tasks.move(id, after);
  }

  void shift(long id, int by) {
    visitor.rights().require(Permission.DESCRIBE, find(id).entity());
    tasks.shift(id, by);
  }

  private void requireColleagues(EntityIri entity, List<Duty> duties) {
    if (duties.stream().allMatch(duty -> duty.person().isEmpty())) {
      return;
    }
    var known = colleagues(entity).stream().map(Colleague::name).collect(Collectors.toSet());
    if (!duties.stream().flatMap(duty -> duty.person().stream()).allMatch(known::contains)) {
      throw new TaskRefusedException(Reason.PERSON);
    }
  }
}
