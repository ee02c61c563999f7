package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.media.imageapi.ApiVersion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationTypeTest {

  private static final String PROFILED =
      "application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"";
  private static final String BROWSER = "text/html,application/xml;q=0.9,*/*;q=0.8";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "V3 | none                                         | " + PROFILED,
        "V3 | */*                                          | " + PROFILED,
        "V3 | application/ld+json                          | " + PROFILED,
        "V3 | application/json                             | application/json",
        "V3 | application/json, application/ld+json;q=0.5  | application/json",
        "V3 | " + BROWSER + "                              | application/json",
        "V3 | image/png                                    | application/json",
        "V2 | none                                         | application/json",
        "V2 | */*                                          | application/json",
        "V2 | application/ld+json                          | application/ld+json",
        "V2 | " + BROWSER + "                              | application/json"
      })
  void isWhatIsAskedForOrWhatTheSpecificationSays(
      ApiVersion version, String accept, String expected) {
    assertEquals(expected, InformationType.choose(version, Optional.ofNullable(accept)));
  }
}
