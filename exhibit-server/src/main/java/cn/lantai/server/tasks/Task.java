package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import java.time.Instant;
import java.util.Optional;

/**
 * A task of an exhibition.
 *
 * @param version counts the changes of what it says
 * @param agent who changed it last
 * @param given by whom and when it was given to the person that has it
 */
public record Task(
    long id,
    EntityIri entity,
    Duty duty,
    int version,
    String agent,
    Instant at,
    Optional<Giving> given) {

  /** That a task was given to somebody. */
  public record Giving(String by, Instant at) {}

  public boolean isOf(String account) {
    return duty.person().filter(account::equals).isPresent();
  }
}
