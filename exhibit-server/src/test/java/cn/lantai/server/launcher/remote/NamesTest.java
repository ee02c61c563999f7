package cn.lantai.server.launcher.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @TempDir Path folder;

  @Test
  void namesMayHaveVersions() throws StartProblem {
    assertEquals("{\"entity\":\"record/r001\"}", Names.of("record/r001").json());
    assertEquals(
        "{\"entity\":\"record/r001\",\"version\":1041}", Names.of("record/r001@1041").json());
    assertEquals("/api/entities/record/%E4%BF%A1", Names.of("record/信").path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r001", "record/", "record/a b", "record/a@x", "Record/a", "a/b/c"})
  void whatNamesNothingIsRefused(String name) {
    assertThrows(StartProblem.class, () -> Names.of(name));
  }

  @Test
  void aFileHasOneALineAsTheSearchPrintsThem() throws IOException, StartProblem {
    Path file = folder.resolve("names");
    Files.writeString(
        file, "\uFEFFrecord/r1@5  unpublished  X1\n\n# a remark\nrecord/r2\r\nrecord/r1@5\n");
    CommandLine line = CommandLine.of(List.of("publish", "record/r0", "--file=" + file));
    assertEquals(
        List.of("record/r0", "record/r1", "record/r2"),
        Names.of(line).stream().map(Names::entity).toList());
    Files.writeString(file, "record/r1\nnonsense\n");
    StartProblem problem = assertThrows(StartProblem.class, () -> Names.of(line));
    assertTrue(problem.english().contains("line 2"), problem.english());
    assertThrows(StartProblem.class, () -> Names.of(CommandLine.of(List.of("publish"))));
  }
}
