package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * That an exhibition has a list of tasks. Who changes the order locks this one row: many locked in
 * whatever order a database finds them would let two wait for each other.
 */
@Entity(name = "TaskListRow")
@Table(name = "selection_task_list")
class TaskListRow {

  @Id private String entity;

  /** For JPA. */
  protected TaskListRow() {}

  TaskListRow(EntityIri entity) {
    this.entity = entity.uri();
  }
}
