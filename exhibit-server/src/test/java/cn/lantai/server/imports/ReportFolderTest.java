package cn.lantai.server.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  @TempDir private Path folder;

  @Test
  void anImportThatHasNotBegunHasNothingToShow() {
    ReportFolder report = new ReportFolder(folder.resolve("none"));
    assertEquals(List.of(), report.first(200));
    assertEquals(List.of(), report.rejected());
    assertTrue(report.problems().isEmpty());
  }

  @Test
  void givesTheFirstLinesAndStandsOneThatIsStillBeingWritten() throws IOException {
    StringBuilder text = new StringBuilder("\uFEFF文件,行,列,值,原因,改法,Reason,Remedy,级别\r\n");
    for (int row = 1; row <= 300; row++) {
      text.append("a.csv,")
          .append(row)
          .append(",日期,x,原因,改法,why,how,")
          .append(row % 2 == 0 ? "提醒 warning" : "错误 error")
          .append("\r\n");
    }
    Files.writeString(folder.resolve("problems.csv"), text);
    List<ReportFolder.Line> lines = new ReportFolder(folder).first(200);
    assertEquals(200, lines.size());
    assertEquals("1", lines.get(0).row());
    assertTrue(lines.get(0).isError());
    Files.writeString(folder.resolve("problems.csv"), "文件,行\r\na.csv,1,\"日");
    assertEquals(List.of(), new ReportFolder(folder).first(200));
  }

  @Test
  void packsTheTablesOfRejectedRows() throws IOException {
    Files.createDirectories(folder.resolve("rejected"));
    Files.writeString(folder.resolve("rejected/records.csv"), "r");
    Files.writeString(folder.resolve("rejected/persons.csv"), "p");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ReportFolder(folder).writeRejected(bytes);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals("persons.csv", zip.getNextEntry().getName());
      assertEquals("records.csv", zip.getNextEntry().getName());
    }
  }

  @Test
  void anOutcomeIsReadAsItWasWritten() throws IOException {
    Outcome outcome = new Outcome(9, 1, 2, 3, 4, 5, 6);
    outcome.write(folder);
    assertEquals(Optional.of(outcome), Outcome.in(folder));
    Files.writeString(folder.resolve("outcome.json"), "{\"read\":1}");
    assertEquals(Optional.empty(), Outcome.in(folder));
  }
}
