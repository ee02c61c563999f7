package cn.lantai.server.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void noWordsStartTheServer() throws StartProblem {
    assertEquals(new CommandLine(Command.SERVE, List.of()), CommandLine.of(List.of()));
    assertEquals(
        new CommandLine(Command.SERVE, List.of("--demo")), CommandLine.of(List.of("--demo")));
  }

  @Test
  void aWordNamesItsCommand() throws StartProblem {
    assertEquals(Command.VERIFY, CommandLine.of(List.of("verify")).command());
    assertEquals(Command.HELP, CommandLine.of(List.of("-h")).command());
    assertEquals(Command.VERSION, CommandLine.of(List.of("version")).command());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebuild --demo",
        "--demo rebuild",
        "password a b",
        "verify --wrong",
        "backup",
        "backup a b",
        "backup a --server=https://a.example",
        "import a b",
        "imports 1 2",
        "publish --all",
        "get"
      })
  void whatTheUsageDoesNotAllowForIsRefusedWithTheUsage(String words) {
    StartProblem problem =
        assertThrows(StartProblem.class, () -> CommandLine.of(List.of(words.split(" "))));
    assertTrue(problem.english().contains("java -jar lantai.jar"), problem.english());
  }

  @Test
  void whatBelongsToACommandIsHandedOn() throws StartProblem {
    assertEquals(
        new CommandLine(Command.BACKUP, List.of("--without-access", "/mnt/备份")),
        CommandLine.of(List.of("backup", "--without-access", "/mnt/备份")));
    assertEquals(
        new CommandLine(Command.VERIFY, List.of("b.zip")),
        CommandLine.of(List.of("verify", "b.zip")));
  }

  @Test
  void whatAServerDoesMayNameIt() throws StartProblem {
    CommandLine line =
        CommandLine.of(
            List.of("publish", "record/r1", "record/r2", "--file=more", "--server=https://a.b"));
    assertEquals(List.of("record/r1", "record/r2"), line.words());
    assertEquals(Optional.of("https://a.b"), line.value("server"));
    assertEquals(Optional.empty(), line.value("serve"));
    assertEquals(List.of(), CommandLine.of(List.of("publish", "--file=all")).words());
    CommandLine copy = CommandLine.of(List.of("import", "x.csv", "--dry-run", "--report=out"));
    assertEquals(List.of("--report=out"), copy.command().onlyElsewhere(copy.arguments()));
  }

  @Test
  void aTokenOnTheCommandLineIsRefusedAndNotRepeated() {
    for (String word : List.of("--token=lantai_secret", "--token")) {
      StartProblem problem =
          assertThrows(
              StartProblem.class, () -> CommandLine.of(List.of("publish", "record/r1", word)));
      assertTrue(problem.english().contains("LANTAI_TOKEN"), problem.english());
      assertFalse(problem.english().contains("secret"), problem.english());
    }
  }

  @Test
  void theHelpTellsEveryCommandInBothLanguages() {
    for (Command command : Command.values()) {
      assertTrue(Help.text().contains(command.usage()), command.usage());
      assertTrue(Help.text().contains(command.chinese()), command.chinese());
      assertTrue(Help.text().contains(command.english()), command.english());
    }
  }
}
