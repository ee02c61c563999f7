package cn.lantai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsTest {

  @TempDir private Path folder;
  private Mappings mappings;

  @BeforeEach
  void open() {
    mappings = new Mappings(folder.resolve("mappings"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dublin-core", "ead"})
  void whatComesWithLantaiCanBeSavedAndIsThenOurs(String name) throws Exception {
    Mappings.Kept builtIn = mappings.find(name).orElseThrow();
    assertFalse(builtIn.own());
    String version = mappings.save(builtIn.mapping(), Optional.of(builtIn.version()));
    Mappings.Kept own = mappings.find(name).orElseThrow();
    assertTrue(own.own());
    assertEquals(version, own.version());
    assertEquals(builtIn.mapping(), own.mapping());
  }

  @Test
  void whatASpreadsheetWouldCalculateIsKeptAsText() throws Exception {
    Mapping mapping = mapping("=1+1", "；", "\n");
    mappings.save(mapping, Optional.empty());
    assertEquals(mapping, mappings.get("own"));
    String file = Files.readString(mappings.file("own"));
    assertTrue(file.contains("'=1+1") && file.contains("换行"), file);
  }

  @Test
  void whoHasNotSeenTheNewestVersionChangesNothing() throws Exception {
    String first = mappings.save(mapping("甲", "", ""), Optional.empty());
    assertThrows(
        MappingChangedException.class, () -> mappings.save(mapping("乙", "", ""), Optional.empty()));
    String second = mappings.save(mapping("乙", "", ""), Optional.of(first));
    assertNotEquals(first, second);
    assertThrows(
        MappingChangedException.class,
        () -> mappings.save(mapping("丙", "", ""), Optional.of(first)));
    assertEquals("乙", mappings.get("own").lines().get(0).from());
    assertEquals(List.of("own", "dublin-core", "ead"), mappings.names());
  }

  private static Mapping mapping(String from, String constant, String separator) throws Exception {
    return Mapping.of(
        "own",
        List.of(Mapping.line("*", from, "records", "附注", constant, separator, Writing.TEXT)));
  }
}
