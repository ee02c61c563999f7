package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.media.imageapi.ApiVersion;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

class InformationTypeTest {

  private static final MediaType JSON_LD = new MediaType("application", "ld+json");

  @Test
  void isJsonLdWithItsProfileForWhoeverAsks() {
    MediaType chosen = InformationType.choose(ApiVersion.V3, List.of(JSON_LD));

    assertEquals("ld+json", chosen.getSubtype());
    assertEquals("http://iiif.io/api/image/3/context.json", chosen.getParameters().get("profile"));
    assertEquals(JSON_LD, InformationType.choose(ApiVersion.V2, List.of(JSON_LD)));
  }

  @Test
  void followsTheSpecificationOfTheVersionForWhoeverTakesAnything() {
    List<MediaType> anything = List.of(MediaType.WILDCARD_TYPE);

    assertEquals("ld+json", InformationType.choose(ApiVersion.V3, anything).getSubtype());
    assertEquals(MediaType.APPLICATION_JSON_TYPE, InformationType.choose(ApiVersion.V2, anything));
  }

  @Test
  void isPlainJsonForBrowsersAndForWhoeverPrefersIt() {
    List<MediaType> browser =
        List.of(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_XML_TYPE, MediaType.WILDCARD_TYPE);

    assertEquals(MediaType.APPLICATION_JSON_TYPE, InformationType.choose(ApiVersion.V3, browser));
    assertEquals(
        MediaType.APPLICATION_JSON_TYPE,
        InformationType.choose(ApiVersion.V3, List.of(MediaType.APPLICATION_JSON_TYPE, JSON_LD)));
    assertEquals(
        MediaType.APPLICATION_JSON_TYPE,
        InformationType.choose(ApiVersion.V3, List.of(new MediaType("image", "png"))));
  }
}
