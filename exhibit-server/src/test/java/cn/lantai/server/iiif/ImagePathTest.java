package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.server.iiif.ImagePath.Asked;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {

  @Test
  void anImageItsInformationAndItsPictures() {
    assertEquals(
        Optional.of(new ImagePath(ApiVersion.V3, "r001-1", Asked.IMAGE, List.of())),
        ImagePath.of("/iiif/3/r001-1"));
    assertEquals(
        Optional.of(new ImagePath(ApiVersion.V2, "r001-1", Asked.INFORMATION, List.of())),
        ImagePath.of("/iiif/2/r001-1/info.json"));
    assertEquals(
        Optional.of(
            new ImagePath(
                ApiVersion.V3,
                "r001-1",
                Asked.PICTURE,
                List.of("pct:1,2,3,4", "^max", "!90", "default.jpg"))),
        ImagePath.of("/iiif/3/r001-1/pct:1,2,3,4/%5Emax/%2190/default.jpg"));
  }

  @Test
  void emptyParametersAreParametersAndAPlusIsAPlus() {
    assertEquals(
        List.of("", "+", "0", "default.jpg"),
        ImagePath.of("/iiif/3/r001-1//+/0/default.jpg").orElseThrow().parameters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/3/",
        "/iiif/4/r001-1",
        "/iiif/3/..%2f..%2fdb/info.json",
        "/iiif/3/%2e%2e/full/max/0/default.jpg",
        "/iiif/3/r001-1%00/info.json",
        "/iiif/3/r001-1%/info.json",
        "/iiif/3/r001-1%zz/info.json",
        "/iiif/3/r001-1%ff/info.json",
        "/iiif/3/r001-1/other.json",
        "/iiif/3/r001-1/full/max/0",
        "/iiif/3/r001-1/full/max/0/%f/default.jpg",
        "/iiif/3/r001-1/full/max/0/default.jpg/",
        "/iiif/3/r001-1/full/max/%e4%b8/default.jpg"
      })
  void whatIsNoAddressOfAnImage(String path) {
    assertEquals(Optional.empty(), ImagePath.of(path));
  }
}
