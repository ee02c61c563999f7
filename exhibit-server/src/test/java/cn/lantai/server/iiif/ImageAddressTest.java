package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.media.imageapi.ApiVersion;
import org.junit.jupiter.api.Test;

class ImageAddressTest {

  private final ImageAddress address =
      new ImageAddress("https://archive.example.org", ApiVersion.V3, "letter-1.p2");

  @Test
  void isMadeFromTheBaseThatReadersSee() {
    assertEquals("https://archive.example.org/iiif/3/letter-1.p2", address.id());
    assertEquals("https://archive.example.org/iiif/3/letter-1.p2/info.json", address.information());
  }

  @Test
  void escapesWhatMayNotStandInAnAddress() {
    assertEquals(
        "https://archive.example.org/iiif/3/letter-1.p2/full/%5Emax/!90/gray.png",
        address.picture("full/^max/!90/gray.png"));
  }
}
