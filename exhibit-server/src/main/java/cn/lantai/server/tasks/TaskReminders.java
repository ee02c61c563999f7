package cn.lantai.server.tasks;

import cn.lantai.server.site.view.NoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of what tasks remind the person that has them. Nothing is kept: it follows from what the tasks
 * say and what time it is, so a task that is done or put off reminds nobody.
 */
public final class TaskReminders {

  /** A task is spoken of so long before it is due, and again the day after. */
  private static final Period AHEAD = Period.ofDays(3);

  private TaskReminders() {}

  /**
   * @param by who did it; empty where time did
   * @param at since when it is so
   */
  public record Reminder(Task task, NoticeKind kind, String by, Instant at) {}

  /**
   * @param open of the person, still to be done
   */
  public static List<Reminder> of(List<Task> open, String person, Instant now, ZoneId zone) {
    List<Reminder> found = new ArrayList<>();
    for (Task task : open) {
      Optional<Task.Giving> given = task.given();
      given
          .filter(each -> !each.by().equals(person))
          .map(each -> new Reminder(task, NoticeKind.TASK_GIVEN, each.by(), each.at()))
          .ifPresent(found::add);
      // Who is given a task that is due already hears of it then, not at a time long seen.
      Instant had = given.map(Task.Giving::at).orElse(Instant.EPOCH);
      task.duty()
          .due()
          .map(day -> last(task, day, now, zone, had))
          .filter(each -> !each.at().isAfter(now))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Reminder last(Task task, LocalDate due, Instant now, ZoneId zone, Instant had) {
    Instant late = due.plusDays(1).atStartOfDay(zone).toInstant();
    boolean isLate = !late.isAfter(now);
    Instant since = isLate ? late : due.minus(AHEAD).atStartOfDay(zone).toInstant();
    return new Reminder(
        task,
        isLate ? NoticeKind.TASK_LATE : NoticeKind.TASK_SOON,
        "",
        since.isBefore(had) ? had : since);
  }
}
