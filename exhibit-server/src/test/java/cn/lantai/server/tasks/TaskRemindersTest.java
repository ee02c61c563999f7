package cn.lantai.server.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.site.view.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskRemindersTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void whoIsGivenATaskHearsOfItUnlessHeGaveItToHimself() {
    assertEquals(
        List.of("TASK_GIVEN li 2026-01-01T00:00:00Z"),
        told("", "li", LONG_AGO, "2026-06-01T00:00"));
    assertEquals(List.of(), told("", "wang", LONG_AGO, "2026-06-01T00:00"));
  }

  @Test
  void aTaskIsSpokenOfThreeDaysBeforeItIsDueAndTheDayAfter() {
    assertEquals(List.of(), told("2026-12-08", "wang", LONG_AGO, "2026-12-04T23:59"));
    assertEquals(
        List.of("TASK_SOON  2026-12-04T16:00:00Z"),
        told("2026-12-08", "wang", LONG_AGO, "2026-12-05T00:00"));
    assertEquals(
        List.of("TASK_SOON  2026-12-04T16:00:00Z"),
        told("2026-12-08", "wang", LONG_AGO, "2026-12-08T23:59"));
    assertEquals(
        List.of("TASK_LATE  2026-12-08T16:00:00Z"),
        told("2026-12-08", "wang", LONG_AGO, "2026-12-09T00:00"));
  }

  @Test
  void whoIsGivenATaskThatIsDueAlreadyHearsOfItThen() {
    Instant given = Instant.parse("2026-12-20T01:00:00Z");
    assertEquals(
        List.of("TASK_LATE  2026-12-20T01:00:00Z"),
        told("2026-12-08", "wang", given, "2026-12-20T10:00"));
  }

  private static List<String> told(String due, String by, Instant given, String now) {
    Duty duty =
        new Duty(
            "校对",
            Optional.of("wang"),
            Optional.empty(),
            Optional.of(due).filter(day -> !day.isEmpty()).map(LocalDate::parse),
            TaskState.TODO,
            0);
    Task task =
        new Task(
            1,
            new EntityIri(EntityType.EXHIBITION, "hall"),
            duty,
            1,
            by,
            given,
            Optional.of(new Task.Giving(by, given)));
    Instant at = LocalDateTime.parse(now).atZone(ZONE).toInstant();
    return TaskReminders.of(List.of(task), "wang", at, ZONE).stream()
        .map(each -> each.kind() + " " + each.by() + " " + each.at())
        .toList();
  }
}
