package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "none",
      value = {
        "none           | false",
        "*              | true",
        "\"a\"          | true",
        "W/\"a\"        | true",
        "\"b\"          | false",
        "\"b\", W/\"a\" | true",
        "a              | false"
      })
  void aTagIsMatchedWeakly(String header, boolean expected) {
    assertEquals(expected, EntityTags.match(Optional.ofNullable(header), "\"a\""));
    assertEquals(expected, EntityTags.match(Optional.ofNullable(header), "W/\"a\""));
  }
}
