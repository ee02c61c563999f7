package cn.lantai.server.tasks;

import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tasks that somebody pasted, one a line: what, who, from, due, round, divided by tabs (as they
 * come from a spreadsheet) or by upright bars. All but the first may be left out; numbers and
 * bullets before a line are those of a text document and are left out as well.
 *
 * @param duties what could be read
 * @param faults what could not; if there are any, nothing should be added
 */
record PastedTasks(List<Duty> duties, List<Fault> faults) {

  /**
   * @param line from 1
   */
  record Fault(int line, String text, Reason reason) {}

  private static final Pattern DIVIDER = Pattern.compile("\\t|[|｜]");
  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:[-*•·●]\\s+|\\d{1,3}\\s*[、．.)）]\\s*|[(（]\\d{1,3}[)）]\\s*)");
  private static final Pattern ROUND = Pattern.compile("(?:第\\s*)?(\\d{1,2})\\s*轮?");
  private static final Set<String> HEADINGS = Set.of("任务", "task");

  /** What stands in each column. */
  private enum Column {
    TITLE,
    PERSON,
    BEGINS,
    DUE,
    ROUND
  }

  PastedTasks {
    duties = List.copyOf(duties);
    faults = List.copyOf(faults);
  }

  /**
   * @param account the account of a person, by what somebody calls him; empty if there is none
   */
  static PastedTasks read(String text, Function<String, Optional<String>> account) {
    List<Duty> duties = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      List<String> cells =
          Arrays.stream(DIVIDER.split(BULLET.matcher(line).replaceFirst(""), -1))
              .map(String::strip)
              .toList();
      if (line.isBlank() || (duties.isEmpty() && isHeading(cells))) {
        continue;
      }
      try {
        duties.add(duty(cells, account));
      } catch (TaskRefusedException unfit) {
        faults.add(new Fault(number, line.strip(), unfit.reason()));
      }
    }
    return new PastedTasks(duties, faults);
  }

  private static boolean isHeading(List<String> cells) {
    return HEADINGS.contains(cells.get(0).toLowerCase(Locale.ROOT));
  }

  private static Duty duty(List<String> cells, Function<String, Optional<String>> account) {
    String person = cell(cells, Column.PERSON);
    Optional<String> known = person.isEmpty() ? Optional.empty() : account.apply(person);
    if (!person.isEmpty() && known.isEmpty()) {
      throw new TaskRefusedException(Reason.PERSON);
    }
    return new Duty(
        cell(cells, Column.TITLE),
        known,
        Days.read(cell(cells, Column.BEGINS)),
        Days.read(cell(cells, Column.DUE)),
        TaskState.TODO,
        round(cell(cells, Column.ROUND)));
  }

  /**
   * @return 0 if nothing is written
   * @throws TaskRefusedException if it is no number
   */
  static int round(String text) {
    if (text.isBlank()) {
      return 0;
    }
    return Optional.of(ROUND.matcher(text.strip()))
        .filter(matcher -> matcher.matches())
        .map(matcher -> Integer.parseInt(matcher.group(1)))
        .orElseThrow(() -> new TaskRefusedException(Reason.ROUND));
  }

  private static String cell(List<String> cells, Column column) {
    return column.ordinal() < cells.size() ? cells.get(column.ordinal()) : "";
  }
}
