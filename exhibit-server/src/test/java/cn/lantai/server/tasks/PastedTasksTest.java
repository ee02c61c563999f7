package cn.lantai.server.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.server.security.Colleague;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as they come from spreadsheets and text documents. */
class PastedTasksTest {

  private static final List<Colleague> COLLEAGUES =
      List.of(
          new Colleague("wang", "王砚秋"),
          new Colleague("li", "李兰"),
          new Colleague("li2", "李兰"),
          new Colleague("zhao", ""));

  private static PastedTasks read(String text) {
    return PastedTasks.read(text, called -> TaskDesk.account(called, COLLEAGUES));
  }

  @Test
  void allColumnsAreRead() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    Duty expected =
        new Duty(
            "校对展板",
            Optional.of("wang"),
            Optional.of(day),
            Optional.of(day.plusDays(7)),
            TaskState.TODO,
            14);
    PastedTasks pasted =
        read(
            "任务\t负责人\t开始\t完成\t轮次\r\n"
                + "校对展板\twang\t2026-12-01\t2026-12-08\t14\r\n\n"
                + "校对展板 | 王砚秋 | 2026/12/1 | 2026年12月8日 | 第14轮\n"
                + "校对展板｜WANG｜2026.12.1｜2026.12.08｜14轮");
    assertEquals(List.of(), pasted.faults());
    assertEquals(List.of(expected, expected, expected), pasted.duties());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "写前言",
        "1. 写前言",
        "12、写前言",
        "（3）写前言",
        "(3) 写前言",
        "- 写前言",
        "• 写前言",
        "  写前言  |  |  |",
        "写前言\t"
      })
  void numbersBulletsAndEmptyCellsAreLeftOut(String line) {
    PastedTasks pasted = read(line);
    assertEquals(List.of("写前言"), pasted.duties().stream().map(Duty::title).toList());
    assertEquals(Optional.empty(), pasted.duties().get(0).person());
  }

  @Test
  void aYearAtTheBeginningIsNoNumber() {
    assertEquals("1935年的书信", read("1935年的书信").duties().get(0).title());
    assertEquals("3D 扫描", read("3D 扫描").duties().get(0).title());
  }

  @ParameterizedTest
  @CsvSource({
    "' | wang', TITLE",
    "写 | nobody, PERSON",
    "写 | 李兰, PERSON",
    "写 | | 明天, DAY",
    "写 | | 2026-02-30, DAY",
    "写 | | 2026-12-08 | 2026-12-01, DAYS",
    "写 | | | | 四, ROUND"
  })
  void whatCannotBeReadIsNamedByItsLine(String line, Reason reason) {
    PastedTasks pasted = read("好的\n\n" + line);
    assertEquals(List.of(new PastedTasks.Fault(3, line.strip(), reason)), pasted.faults());
  }
}
