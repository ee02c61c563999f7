package cn.lantai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenTablesTest {

  @TempDir private Path folder;

  @Test
  void theFirstValuesThatDifferAreKeptInTheOrderOfTheColumns() throws Exception {
    SeenTables seen = new SeenTables();
    Header header = Header.of("名称", "", "备注");
    for (String value : List.of("信", "信", " ", "电报", "照片", "日记")) {
      seen.note(row(header, value, "不看", ""));
    }
    seen.write(folder);
    assertTrue(SeenTables.isIn(folder));
    assertEquals(
        List.of(
            new SeenTable(
                "目录.csv",
                List.of(
                    new SeenTable.Column("名称", List.of("信", "电报", "照片")),
                    new SeenTable.Column("备注", List.of())))),
        SeenTables.in(folder));
  }

  @Test
  void longValuesAreShortened() throws Exception {
    SeenTables seen = new SeenTables();
    seen.note(row(Header.of("名称"), "长".repeat(10_000)));
    seen.write(folder);
    String sample = SeenTables.in(folder).get(0).columns().get(0).samples().get(0);
    assertEquals(81, sample.length());
  }

  @Test
  void anImportWithoutTablesHasNoColumns() throws Exception {
    assertEquals(List.of(), SeenTables.in(folder));
    new SeenTables().write(folder);
    assertFalse(SeenTables.isIn(folder));
  }

  private static SourceRow row(Header header, String... values) {
    return new SourceRow("目录.csv", Place.row("目录.csv", 2), header, List.of(values), List.of());
  }
}
