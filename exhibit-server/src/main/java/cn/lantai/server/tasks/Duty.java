package cn.lantai.server.tasks;

import cn.lantai.journal.RowText;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a task says.
 *
 * @param person the account that has it; empty while nobody does
 * @param round of the work, from 1; 0 if it belongs to none
 */
public record Duty(
    String title,
    Optional<String> person,
    Optional<LocalDate> begins,
    Optional<LocalDate> due,
    TaskState state,
    int round) {

  public static final int LONGEST_TITLE = 200;
  public static final int LAST_ROUND = 99;

  /** Years of four digits, so that days have one length and the order of texts. */
  private static final int LAST_YEAR = 9999;

  /**
   * @throws TaskRefusedException if something cannot be so
   */
  public Duty {
    title = title.strip();
    Objects.requireNonNull(state, "state");
    require(
        !title.isEmpty()
            && title.length() <= LONGEST_TITLE
            && title.lines().count() == 1
            && RowText.isStorable(title),
        Reason.TITLE);
    require(round >= 0 && round <= LAST_ROUND, Reason.ROUND);
    require(isUsual(begins) && isUsual(due), Reason.DAY);
    require(begins.isEmpty() || due.isEmpty() || !due.get().isBefore(begins.get()), Reason.DAYS);
  }

  public Duty in(TaskState newState) {
    return new Duty(title, person, begins, due, newState, round);
  }

  /** Whether it should have been done before this day. */
  public boolean isLate(LocalDate today) {
    return state.isOpen() && due.filter(day -> day.isBefore(today)).isPresent();
  }

  private static boolean isUsual(Optional<LocalDate> day) {
    return day.filter(each -> each.getYear() < 1 || each.getYear() > LAST_YEAR).isEmpty();
  }

  private static void require(boolean condition, Reason reason) {
    if (!condition) {
      throw new TaskRefusedException(reason);
    }
  }
}
