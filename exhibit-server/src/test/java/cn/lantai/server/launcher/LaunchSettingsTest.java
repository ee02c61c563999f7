package cn.lantai.server.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

  private static final Path DATA = Path.of("/somewhere/data");

  @Test
  void hasADefaultForEverything() throws StartProblem {
    LaunchSettings settings = LaunchSettings.of(DATA, Map.of(), Map.of());
    assertEquals("127.0.0.1", settings.host());
    assertEquals(8080, settings.port());
    assertEquals("http://127.0.0.1:8080", settings.baseUrl());
    assertFalse(settings.database().isPostgres());
  }

  @Test
  void theDefaultDatabaseForgetsNoAcknowledgedCommit() throws StartProblem {
    String url = LaunchSettings.of(DATA, Map.of(), Map.of()).database().url();
    assertTrue(url.contains(";WRITE_DELAY=0"), url);
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws StartProblem {
    LaunchSettings settings =
        LaunchSettings.of(
            DATA,
            Map.of("lantai.port", "81", "lantai.base.url", "https://archives.example"),
            Map.of("LANTAI_PORT", "82"));
    assertEquals(82, settings.port());
    assertEquals("https://archives.example", settings.baseUrl());
  }

  @Test
  void theBaseAddressFollowsHostAndPort() throws StartProblem {
    assertEquals("http://10.0.0.5", baseUrl("10.0.0.5", "80"));
    assertEquals("http://127.0.0.1:81", baseUrl("0.0.0.0", "81"));
  }

  @Test
  void portZeroIsAnyFreePort() throws StartProblem {
    assertTrue(LaunchSettings.of(DATA, Map.of(), Map.of("LANTAI_PORT", "0")).port() > 0);
  }

  @Test
  void whatIsForAServerElsewhereIsNoSettingOfThisOne() throws StartProblem {
    Map<String, String> environment =
        Map.of("LANTAI_SERVER", "https://a.example", "LANTAI_TOKEN", "lantai_secret");
    assertEquals(Map.of(), LaunchSettings.of(DATA, Map.of(), environment).others());
  }

  @Test
  void settingsItDoesNotKnowAreHandedOn() throws StartProblem {
    LaunchSettings settings = LaunchSettings.of(DATA, Map.of(), Map.of("LANTAI_READY_LAG", "5"));
    assertEquals(Map.of("lantai.ready.lag", "5"), settings.others());
  }

  @ParameterizedTest
  @ValueSource(strings = {"archives.example", "http://", "https://a.example/path", "ftp://a"})
  void refusesWhatIsNoBaseAddress(String text) {
    assertThrows(
        StartProblem.class,
        () -> LaunchSettings.of(DATA, Map.of(), Map.of("LANTAI_BASE_URL", text)));
  }

  private static String baseUrl(String host, String port) throws StartProblem {
    return LaunchSettings.of(DATA, Map.of(), Map.of("LANTAI_HOST", host, "LANTAI_PORT", port))
        .baseUrl();
  }

  @ParameterizedTest
  @CsvSource({
    "imgproxy, , ",
    "cantaloupe, , ",
    "cantaloupe, http://127.0.0.1:8182, /somewhere/cantaloupe.jar",
    "cantaloupe, file:///etc/passwd, ",
    "cantaloupe, http://user:word@127.0.0.1:8182, ",
    "cantaloupe, , /nowhere/cantaloupe-5.0.6.jar"
  })
  void anImageServerThatCannotBeIsToldBeforeTheStart(String choice, String url, String jar) {
    Map<String, String> environment = new HashMap<>(Map.of("LANTAI_IIIF_SERVER", choice));
    if (url != null) {
      environment.put("LANTAI_IIIF_URL", url);
    }
    if (jar != null) {
      environment.put("LANTAI_CANTALOUPE_JAR", jar);
    }
    StartProblem problem =
        assertThrows(StartProblem.class, () -> LaunchSettings.of(DATA, Map.of(), environment));
    assertTrue(problem.getMessage().contains("LANTAI_"), problem.getMessage());
  }
}
