package cn.lantai.server.site.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tasks of an exhibition.
 *
 * @param builder where the exhibition is made
 * @param rows those that are shown, in their order
 * @param show which are shown
 * @param round only those of this round; 0 for all
 * @param rounds that there are
 * @param people who can have a task
 * @param adding what was typed for a new one
 * @param pasted what was pasted
 * @param faults what is wrong with either, or was not done
 * @param done what was done last
 */
public record TasksView(
    Text title,
    String builder,
    List<Row> rows,
    Summary summary,
    Show show,
    int round,
    List<Integer> rounds,
    boolean mayPlan,
    List<Person> people,
    Form adding,
    String pasted,
    List<Text> faults,
    Optional<Done> done)
    implements PageView {

  /** Which tasks are shown. */
  public enum Show {
    ALL,
    OPEN,
    MINE,
    LATE
  }

  /** What can be done to a task. */
  public enum Act {
    ADDED,
    CHANGED,
    TICKED,
    REOPENED,
    REMOVED,
    MOVED
  }

  /**
   * @param place of the task by now, from 1; 0 if it is not shown
   */
  public record Done(Act act, int place) {}

  public record Summary(int all, int done, int late) {}

  /**
   * @param account by which it is called in fields
   */
  public record Person(String account, String called) {}

  /**
   * A task.
   *
   * @param mayTell whether the reader may say how far it is
   * @param form its fields, where they are open
   */
  public record Row(
      long id,
      int version,
      String title,
      Optional<Person> person,
      Optional<LocalDate> begins,
      Optional<LocalDate> due,
      TaskState state,
      int round,
      boolean late,
      boolean mine,
      boolean mayTell,
      Optional<Form> form) {}

  /** The fields of a task, as they were typed. */
  public record Form(
      String title, String person, String begins, String due, TaskState state, String round) {

    public static final Form EMPTY = new Form("", "", "", "", TaskState.TODO, "");
  }

  public TasksView {
    rows = List.copyOf(rows);
    rounds = List.copyOf(rounds);
    people = List.copyOf(people);
    faults = List.copyOf(faults);
  }

  /** Whether tasks can be moved: not where some are left out, for nobody sees then to where. */
  public boolean isWhole() {
    return show == Show.ALL && round == 0;
  }

  /** What says which are shown, for addresses; empty for all. */
  public String filter() {
    return isWhole() ? "" : "?show=" + show.name().toLowerCase(Locale.ROOT) + "&round=" + round;
  }

  @Override
  public String template() {
    return "tasks";
  }
}
