package cn.lantai.server.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.bulk.BulkRow.Outcome;
import cn.lantai.server.bulk.BulkRow.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowLogTest {

  @TempDir Path folder;

  @Test
  void anyPageOfAnyListIsFound() throws IOException {
    List<BulkRow> rows = IntStream.range(0, 1000).mapToObj(RowLogTest::row).toList();
    try (RowLog log = RowLog.anew(folder)) {
      log.append(rows.subList(0, 333));
      log.append(rows.subList(333, 1000));
      assertEquals(1000, log.size());
    }
    List<BulkRow> refused = rows.stream().filter(r -> r.outcome() == Outcome.REFUSED).toList();
    assertEquals(refused.size(), RowLog.count(folder, Part.REFUSED));
    assertEquals(refused.subList(50, 100), RowLog.page(folder, Part.REFUSED, 50, 50));
    assertEquals(List.of(), RowLog.page(folder, Part.REFUSED, 5000, 50));
    assertEquals(rows, all());
  }

  @Test
  void whatADeadProcessWasWritingIsCutOff() throws IOException {
    try (RowLog log = RowLog.anew(folder)) {
      log.append(List.of(row(0), row(1)));
    }
    Files.writeString(
        folder.resolve("rows.jsonl"), row(2).line().substring(0, 40), StandardOpenOption.APPEND);
    Files.write(folder.resolve("changed.idx"), new byte[] {0, 0, 7}, StandardOpenOption.APPEND);
    try (RowLog log = RowLog.goingOn(folder)) {
      assertEquals(2, log.size());
      log.append(List.of(row(3)));
    }
    assertEquals(List.of(row(0), row(1), row(3)), all());
    assertEquals(
        List.of(row(0), row(3)), RowLog.page(folder, Part.CHANGED, 0, 10), "the places as well");
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    RowLog.anew(folder).close();
    assertTrue(RowLog.isIn(folder));
    RowLog.remove(folder);
    assertFalse(RowLog.isIn(folder));
    assertEquals(0, RowLog.count(folder, Part.CHANGED));
    assertEquals(List.of(), RowLog.page(folder, Part.CHANGED, 0, 10));
  }

  @Test
  void ofLongTextsThePlaceShowsInWhichTheyDiffer() {
    String same = "同".repeat(1000);
    String shown = Excerpt.of(same + "甲" + same, same + "乙" + same);
    assertTrue(shown.startsWith("…同") && shown.contains("甲") && shown.endsWith("同…"), shown);
    assertEquals("短", Excerpt.of("短", "长"));
    assertEquals(401, Excerpt.of(same, same).length());
    assertEquals("…" + "同".repeat(60), Excerpt.of(same, same + "加"));
  }

  private List<BulkRow> all() throws IOException {
    List<BulkRow> all = new ArrayList<>();
    RowLog.all(folder, all::add);
    return all;
  }

  private static BulkRow row(int number) {
    Outcome outcome = Outcome.values()[number % 3];
    return new BulkRow(
        new EntityIri(EntityType.RECORD, "r" + number),
        "第“" + number + "”封\n信 🀄",
        "X1-" + number,
        number + 1L,
        outcome == Outcome.CHANGED ? number + 2L : 0,
        outcome,
        number % 2 == 0,
        false,
        outcome == Outcome.CHANGED && number % 5 == 0,
        "原值}",
        "新值",
        outcome == Outcome.REFUSED ? Optional.of(LocalizedText.of("不行", "No")) : Optional.empty());
  }
}
