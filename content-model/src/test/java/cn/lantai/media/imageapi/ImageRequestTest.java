package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.PixelSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRequestTest {

  /** The image of the specification's examples. */
  private static final PixelSize IMAGE = new PixelSize(300, 200);

  private static final SizeLimits LIMITS = new SizeLimits(1000, 1000, 1_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full | 0,0 | 300×200",
        "square | 50,0 | 200×200",
        "125,15,120,140 | 125,15 | 120×140",
        "125,15,200,200 | 125,15 | 175×185",
        "pct:41.6,7.5,40,70 | 125,15 | 120×140",
        "pct:41.6,7.5,66.6,100 | 125,15 | 175×185",
        "0,0,300,200 | 0,0 | 300×200",
        "0,0,1,1 | 0,0 | 1×1",
        "299,199,50,50 | 299,199 | 1×1",
        "pct:0,0,100,100 | 0,0 | 300×200",
        "pct:0,0,.5,0.0001 | 0,0 | 2×1",
      })
  void takesRegionsAsTheSpecificationTells(String region, String corner, String size)
      throws Exception {
    for (ApiVersion version : ApiVersion.values()) {
      Rendition rendition = on(version, region, "max", "0", "default.jpg");
      assertEquals(corner, rendition.x() + "," + rendition.y());
      assertEquals(size, rendition.region().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Full",
        "all",
        "1,2,3",
        "1,2,3,4,5",
        "-1,0,10,10",
        "0,0,0,10",
        "0,0,10,0",
        "300,0,10,10",
        "0,200,10,10",
        "pct:100,0,10,10",
        "pct:0,0,0,10",
        "pct:-1,0,10,10",
        "1.5,0,10,10",
        "pct:1e1,0,10,10",
        "pct:0,0,10",
        "99999999999,0,1,1",
        "0,0,10,10 ",
        "０,0,10,10",
        "a3Xq9z"
      })
  void refusesOtherRegions(String region) {
    refuses(ApiVersion.V3, region, "max", "0", "default.jpg");
    refuses(ApiVersion.V2, region, "full", "0", "default.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max | 300×200",
        "150, | 150×100",
        ",150 | 225×150",
        "pct:50 | 150×100",
        "225,100 | 225×100",
        "!225,100 | 150×100",
        "!225,300 | 225×150",
        "!300,200 | 300×200",
        "!400,200 | 300×200",
        "!300,900 | 300×200",
        "pct:33.33 | 100×67",
        "300,200 | 300×200",
        "^max | 1000×667",
        "^360, | 360×240",
        "^,240 | 360×240",
        "^pct:120 | 360×240",
        "^360,360 | 360×360",
        "^!360,360 | 360×240",
        "^!2000,2000 | 1000×667",
        "^150, | 150×100",
        "1,1 | 1×1",
        "!1,1 | 1×1",
        "^1000,1000 | 1000×1000",
      })
  void takesSizesOfVersion3(String size, String expected) throws Exception {
    assertEquals(expected, on(ApiVersion.V3, "full", size, "0", "default.jpg").size().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full | 300×200",
        "max | 300×200",
        "150, | 150×100",
        ",150 | 225×150",
        "pct:50 | 150×100",
        "225,100 | 225×100",
        "!225,100 | 150×100",
        "!400,400 | 300×200",
        "360, | 360×240",
        ",240 | 360×240",
        "pct:120 | 360×240",
        "360,360 | 360×360",
      })
  void takesSizesOfVersion2(String size, String expected) throws Exception {
    assertEquals(expected, on(ApiVersion.V2, "full", size, "0", "default.jpg").size().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full",
        "301,",
        ",201",
        "pct:101",
        "301,200",
        "300,201",
        "0,",
        ",0",
        "0,0",
        "!0,5",
        "!301,201",
        "!2000,3000",
        "pct:0",
        "",
        ",",
        "abc",
        "-5,",
        "^",
        "^full",
        "^^max",
        "!^5,5",
        "5",
        "pct:",
        "pct:1e2",
        "pct:-5",
        "^1001,",
        "^,1001",
        "^pct:1000",
        "^1000,1001",
        "99999999999,",
        "10,10,10",
        "!10,",
        "!max"
      })
  void refusesOtherSizesOfVersion3(String size) {
    refuses(ApiVersion.V3, "full", size, "0", "default.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^max", "^10,", "0,", "", "pct:0", "1001,", "pct:500", "a,b", "Full"})
  void refusesOtherSizesOfVersion2(String size) {
    refuses(ApiVersion.V2, "full", size, "0", "default.jpg");
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,0",
    "90,false,90",
    "180,false,180",
    "270,false,270",
    "360,false,0",
    "!0,true,0",
    "!180,true,180",
    "90.0,false,90",
    "0.0,false,0",
    "!360,true,0",
    "22.5,false,22.5",
    "!022.500,true,22.5",
    "22.504,false,22.5",
    ".1,false,0.1",
    "359.99999,false,0"
  })
  void takesTurnsAndMirroring(String rotation, boolean mirrored, String degrees) throws Exception {
    Rendition rendition = on(ApiVersion.V3, "full", "max", rotation, "default.jpg");
    assertEquals(mirrored, rendition.mirrored());
    assertEquals(degrees, rendition.degrees().toPlainString());
    assertEquals(
        (mirrored ? "!" : "") + degrees, rendition.canonical().split("/", -1)[2], "canonical");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "!", "361", "360.001", "4,5", "-90", "90!", "!!90", "+90", "9e1", "abcd", "450"
      })
  void refusesOtherRotations(String rotation) {
    refuses(ApiVersion.V3, "full", "max", rotation, "default.jpg");
  }

  @Test
  void refusesToTurnWhatWouldGrowTooLargeByIt() throws Exception {
    PixelSize large = new PixelSize(2800, 2800);
    for (String rotation : List.of("0", "90", "1")) {
      ImageRequest.parse(ApiVersion.V3, "full", "max", rotation, "default.png")
          .on(large, SizeLimits.DEFAULT);
    }
    ImageRequest turned = ImageRequest.parse(ApiVersion.V3, "full", "max", "45", "default.png");
    assertThrows(ImageRequestException.class, () -> turned.on(large, SizeLimits.DEFAULT));
    ImageRequest smaller = ImageRequest.parse(ApiVersion.V3, "full", "1400,", "45", "default.png");
    assertEquals(new PixelSize(1400, 1400), smaller.on(large, SizeLimits.DEFAULT).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "default.",
        ".jpg",
        "native.jpg",
        "grey.jpg",
        "default.jp2",
        "default.tif",
        "default.JPG",
        "default.jpg.png",
        "color.gif",
        "default.jpg/"
      })
  void refusesOtherQualitiesAndFormats(String file) {
    refuses(ApiVersion.V3, "full", "max", "0", file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/0/default.jpg | full/max/0/default.jpg",
        "0,0,300,200/300,200/360/color.jpg | full/max/0/default.jpg",
        "pct:0,0,100,100/150,/0/color.jpg | full/150,100/0/default.jpg",
        "square/!100,100/!90.0/gray.png | 50,0,200,200/100,100/!90/gray.png",
        "full/^360,/0/bitonal.png | full/^360,240/0/bitonal.png",
        "full/^150,/0/default.jpg | full/150,100/0/default.jpg",
        "full/^!2000,2000/0/default.jpg | full/^max/0/default.jpg",
        "full/!300,999/0/default.jpg | full/max/0/default.jpg",
        "10,10,500,500/max/0/default.jpg | 10,10,290,190/max/0/default.jpg",
      })
  void hasOneCanonicalAddressForEachPictureInVersion3(String asked, String canonical)
      throws Exception {
    assertEquals(canonical, canonical(ApiVersion.V3, asked));
    assertEquals(canonical, canonical(ApiVersion.V3, canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/0/default.jpg | full/full/0/default.jpg",
        "full/150,100/0/color.jpg | full/150,/0/default.jpg",
        "full/,100/0/color.jpg | full/150,/0/default.jpg",
        "full/!150,150/0/color.jpg | full/150,/0/default.jpg",
        "full/150,90/0/color.jpg | full/150,90/0/default.jpg",
        "square/pct:50/360/gray.jpg | 50,0,200,200/100,/0/gray.jpg",
      })
  void hasOneCanonicalAddressForEachPictureInVersion2(String asked, String canonical)
      throws Exception {
    assertEquals(canonical, canonical(ApiVersion.V2, asked));
    assertEquals(canonical, canonical(ApiVersion.V2, canonical));
  }

  @Test
  void cutsTheLargestSizeDownToTheLimits() throws Exception {
    SizeLimits small = new SizeLimits(100, 150, 5000);
    ImageRequest request = ImageRequest.parse(ApiVersion.V3, "full", "max", "0", "default.jpg");

    PixelSize size = request.on(IMAGE, small).size();

    assertEquals(new PixelSize(86, 57), size);
    assertTrue(size.area() <= 5000);
    assertEquals("full/max/0/default.jpg", request.on(IMAGE, small).canonical());
  }

  @Test
  void givesAnEdgeTileAskedForByWidthTheHeightOfTheTile() throws Exception {
    // 173 of 345 pixels is level 1; the height in proportion would round to 100, the tile has 101.
    PixelSize image = new PixelSize(1024 + 345, 201);
    Rendition rendition =
        ImageRequest.parse(ApiVersion.V2, "1024,0,345,201", "173,", "0", "default.jpg")
            .on(image, LIMITS);

    assertEquals(new PixelSize(173, 101), rendition.size());
  }

  @Test
  void saysWhatToAskInstead() {
    ImageRequestException refusal =
        assertThrows(
            ImageRequestException.class,
            () -> on(ApiVersion.V3, "full", "full", "0", "default.jpg"));

    assertEquals("image.request.size", refusal.messageKey());
    assertTrue(refusal.reason().contains("ask for max"));
  }

  private static String canonical(ApiVersion version, String path) throws ImageRequestException {
    String[] parts = path.split("/", -1);
    return on(version, parts[0], parts[1], parts[2], parts[3]).canonical();
  }

  private static Rendition on(
      ApiVersion version, String region, String size, String rotation, String file)
      throws ImageRequestException {
    return ImageRequest.parse(version, region, size, rotation, file).on(IMAGE, LIMITS);
  }

  private static void refuses(
      ApiVersion version, String region, String size, String rotation, String file) {
    assertThrows(ImageRequestException.class, () -> on(version, region, size, rotation, file));
  }
}
