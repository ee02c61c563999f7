package cn.lantai.server.launcher.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

  private static final String TOKEN = "lantai_" + "a2".repeat(16);

  private static Optional<Server> named(Map<String, String> environment, String... options)
      throws StartProblem {
    List<String> words = Stream.concat(Stream.of("state"), Stream.of(options)).toList();
    return Server.named(CommandLine.of(words), environment, new Console());
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironment() throws StartProblem {
    Map<String, String> environment =
        Map.of("LANTAI_SERVER", "https://a.example/", "LANTAI_TOKEN", TOKEN);
    assertEquals("https://a.example", named(environment).orElseThrow().toString());
    assertEquals(
        "https://b.example",
        named(environment, "--server=https://b.example").orElseThrow().toString());
    assertTrue(named(Map.of("LANTAI_TOKEN", TOKEN)).isEmpty());
  }

  @Test
  void aTokenIsReadFromAFileAndNeverShown(@TempDir Path folder) throws IOException, StartProblem {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Server server =
        named(Map.of(), "--server=https://a.example", "--token-file=" + file).orElseThrow();
    assertEquals("Bearer " + TOKEN, server.authorization());
    assertFalse(server.toString().contains(TOKEN));
    StartProblem missing =
        assertThrows(
            StartProblem.class,
            () -> named(Map.of(), "--server=https://a.example", "--token-file=" + folder));
    assertTrue(missing.english().contains("cannot be read"), missing.english());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive.example",
        "ftp://archive.example",
        "https://archive.example/lantai",
        "https://user:pass@archive.example",
        "https://archive.example?token=x",
        "https://"
      })
  void whatIsNoAddressOfAServerIsRefused(String address) {
    StartProblem problem =
        assertThrows(
            StartProblem.class, () -> named(Map.of("LANTAI_TOKEN", TOKEN), "--server=" + address));
    assertTrue(problem.english().contains("https://archive.example"), problem.english());
  }

  @Test
  void aTokenDoesNotTravelInClear() throws StartProblem {
    Map<String, String> environment =
        Map.of("LANTAI_SERVER", "http://archive.example", "LANTAI_TOKEN", TOKEN);
    StartProblem problem = assertThrows(StartProblem.class, () -> named(environment));
    assertTrue(problem.english().contains("not encrypted"), problem.english());
    assertTrue(named(environment, "--server=http://127.0.0.1:8080").isPresent());
    assertTrue(
        named(
                Map.of(
                    "LANTAI_SERVER", "http://archive.example",
                    "LANTAI_TOKEN", TOKEN,
                    "LANTAI_ALLOW_HTTP", "true"))
            .isPresent());
  }

  @Test
  void whatIsNoTokenIsNotSent() {
    StartProblem problem =
        assertThrows(
            StartProblem.class,
            () -> named(Map.of("LANTAI_SERVER", "https://a.example", "LANTAI_TOKEN", "geheim")));
    assertFalse(problem.english().contains("geheim"));
    assertThrows(StartProblem.class, () -> named(Map.of("LANTAI_SERVER", "https://a.example")));
  }
}
