package cn.lantai.preservation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private static final String BACKUP = "journal.rows=7\ntable.account=2\n";

  @Test
  void whatIsNotTheSameIsNamed() {
    assertEquals(List.of(), differences(BACKUP));
    assertEquals(
        List.of("journal.rows: 7 ≠ 6", "media.originals: — ≠ 1", "table.account: 2 ≠ —"),
        differences("journal.rows=6\nmedia.originals=1\n"));
  }

  @Test
  void aTableThatIsYoungerThanTheBackupIsNotCompared() {
    assertEquals(List.of(), differences(BACKUP + "table.audit_head=1\n"));
  }

  private static List<String> differences(String restored) {
    return Inventory.parse(BACKUP).differences(Inventory.parse(restored));
  }
}
