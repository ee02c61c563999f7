package cn.lantai.server.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewValuesTest {
  private final Image page = Image.of("/iiif/3/r001-1", 2000, 3000, Text.zh("一页"), true);

  @Test
  void aTitleBreaksOnlyWhereItIsMarked() {
    Text title = Text.title("zh-Hans", "一本书的来路：|《共产党宣言》|首个中文|全译本");
    assertEquals("一本书的来路：《共产党宣言》首个中文全译本", title.value());
    assertEquals(List.of("一本书的来路：", "《共产党宣言》", "首个中文全译本"), title.columns(9));
    assertEquals(List.of("甲", "乙"), Text.title("zh-Hans", "甲|乙").columns(9));
    assertTrue(Text.title("zh-Hans", "").isEmpty());
  }

  @Test
  void imagesAreAskedForInFewSizesAndNeverEnlarged() {
    assertEquals("/iiif/3/r001-1/full/!800,800/0/default.jpg", page.src(480));
    assertEquals("/iiif/3/r001-1/full/!2000,2000/0/default.jpg", page.src(2400));
    assertTrue(page.srcset().startsWith("/iiif/3/r001-1/full/!400,400/0/default.jpg 267w, "));
    Image small = Image.of("/iiif/3/s", 200, 100, Text.zh("小"), false);
    assertEquals("/iiif/3/s/full/max/0/default.jpg 200w", small.srcset());
    assertEquals("/iiif/3/s/full/max/0/default.jpg", small.src(480));
  }

  @Test
  void ofAnotherInstitutionOnlyWhatLevelOneHasIsAskedFor() {
    Image service =
        Image.borrowed(
            Image.Giver.SERVICE, "https://I.example/iiif/2/x", 1201, 1601, Text.zh("一页"));
    assertEquals("https://I.example/iiif/2/x/full/300,/0/default.jpg", service.src(1));
    assertTrue(
        service.srcset().endsWith("https://I.example/iiif/2/x/full/900,/0/default.jpg 900w"));
    assertEquals("https://I.example/iiif/2/x/full/1201,/0/default.jpg", service.full());
    Image.Crop crop = service.crop(Region.parse("99.99,99.99,0.01,0.01"));
    assertEquals("https://I.example/iiif/2/x/1200,1600,1,1/1,/0/default.jpg", crop.src());
    assertEquals(Optional.of("https://i.example"), service.origin());
    Image picture =
        Image.borrowed(Image.Giver.PICTURE, "http://i.example:81/x.jpg", 10, 20, Text.zh("一页"));
    assertEquals("http://i.example:81/x.jpg", picture.src(960));
    assertEquals("", picture.srcset());
    assertFalse(picture.isCut());
    assertEquals(Optional.of("http://i.example:81"), picture.origin());
    assertEquals(Optional.empty(), page.origin());
  }

  @Test
  void aCropKnowsItsSize() {
    Image.Crop crop = page.crop(Region.parse("10,20,50,12.5"));
    assertEquals("/iiif/3/r001-1/pct:10,20,50,12.50/960,/0/default.jpg", crop.src());
    assertEquals(960, crop.width());
    assertEquals(360, crop.height());
    assertEquals(400, page.crop(new Region(0, 0, 20, 20)).width());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10,20,30,15 | 10,20,30,15",
        "pct:10,20,30.5,15 | 10,20,30.50,15",
        "percent:10,20,30,15 | 10,20,30,15",
        "pixel:100,200,300,400 | 10,10,30,20",
        "10，20，30，15 | 10,20,30,15",
        "80,90,50,50 | 80,90,20,10",
        "pixel:900,0,5000,2000 | 90,0,10,100"
      })
  void anAddressPointsAtARegion(String text, String region) {
    assertEquals(region, Region.within(text, 1000, 2000).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "full",
        "10,20,30",
        "10,20,30,15,1",
        "-1,0,10,10",
        "1e3,0,10,10",
        "100,0,10,10",
        "0,0,0,10",
        "pixel:1000,0,10,10",
        "pixels:0,0,10,10",
        "NaN,0,1,1",
        "10,20,30,<b>",
        "99999999999999999999,0,1,1"
      })
  void anAddressThatPointsNowhereIsRead(String text) {
    assertEquals(Optional.empty(), Region.within(text, 1000, 2000));
  }

  @Test
  void aPartOfAnImageStandsInItsPlaceInAllSizes() {
    Image part = page.of(Region.parse("10,20,50,12.5"));
    assertEquals(1000, part.width());
    assertEquals(375, part.height());
    assertEquals("/iiif/3/r001-1/pct:10,20,50,12.50/!800,800/0/default.jpg", part.src(700));
    assertEquals("/iiif/3/r001-1/pct:10,20,50,12.50/max/0/default.jpg", part.full());
    assertTrue(
        part.srcset().startsWith("/iiif/3/r001-1/pct:10,20,50,12.50/!400,400/0/default.jpg 400w"),
        part.srcset());
    Image none = Image.unreadable(Text.zh("无"));
    assertEquals(none, none.of(Region.parse("10,20,50,12.5")));
  }

  @Test
  void aRegionLiesWithinTheImage() {
    assertThrows(IllegalArgumentException.class, () -> Region.parse("60,0,50,10"));
    assertThrows(IllegalArgumentException.class, () -> Region.parse("1,2,3"));
    assertThrows(IllegalArgumentException.class, () -> Region.parse("a,b,c,d"));
  }

  @Test
  void longListsOfferTheEndsAndTheNeighbours() {
    assertEquals(List.of(1, 0, 8, 9, 10, 11, 12, 0, 20), new Pager("/x", 10, 20, 400).offered());
    assertEquals(List.of(1, 2, 3), new Pager("/x", 1, 3, 30).offered());
    assertEquals("/x?q=a&page=3", new Pager("/x?q=a", 1, 3, 30).href(3));
    assertEquals("/x", new Pager("/x", 2, 3, 30).href(1));
    assertThrows(IllegalArgumentException.class, () -> new Pager("/x", 4, 3, 30));
  }

  @Test
  void theLongestGapOfATimelineIsTheWidest() {
    TimelineBlock timeline =
        new TimelineBlock(
            Optional.empty(),
            Stream.of("1935-01-19", "1935-01-28", "1935-01-29", "1935-12-01")
                .map(
                    day ->
                        new TimelineBlock.Entry(
                            Text.zh(day),
                            Optional.of(day),
                            Optional.of(LocalDate.parse(day)),
                            Optional.empty(),
                            List.of(),
                            false))
                .toList(),
            List.of());
    assertEquals(List.of(0, 2, 1, 12), timeline.gaps());
  }

  @Test
  void aPlaceVisitedTwiceIsDrawnOnceWithTwoNumbers() {
    MapSketch sketch =
        MapSketch.of(
            List.of(
                new MapSketch.Spot(Text.zh("太平渡"), 106.16, 28.10),
                new MapSketch.Spot(Text.zh("茅台"), 106.38, 27.86),
                new MapSketch.Spot(Text.zh("太平渡"), 106.16, 28.10)),
            true);
    assertEquals(2, sketch.points().size());
    assertEquals(List.of(1, 3), sketch.points().get(0).numbers());
    assertEquals(2, sketch.legs().size());
  }

  @Test
  void numbersOnTheMapDoNotCoverOneAnother() {
    List<MapSketch.Point> points =
        MapSketch.of(
                List.of(
                    new MapSketch.Spot(Text.zh("泸州"), 105.44, 28.89),
                    new MapSketch.Spot(Text.zh("太平渡"), 106.160, 28.100),
                    new MapSketch.Spot(Text.zh("二郎滩"), 106.161, 28.101),
                    new MapSketch.Spot(Text.zh("土城"), 106.162, 28.102)),
                false)
            .points();
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        MapSketch.Point a = points.get(i);
        MapSketch.Point b = points.get(j);
        assertTrue(
            Math.abs(a.badgeX() - b.badgeX()) >= 36 || Math.abs(a.badgeY() - b.badgeY()) >= 36,
            a + " covers " + b);
      }
    }
  }

  @Test
  void northIsUpAndEastIsRight() {
    List<MapSketch.Point> points =
        MapSketch.of(
                List.of(
                    new MapSketch.Spot(Text.zh("桐乡"), 120.55, 30.63),
                    new MapSketch.Spot(Text.zh("台州"), 121.43, 28.66)),
                false)
            .points();
    assertTrue(points.get(0).y() < points.get(1).y());
    assertTrue(points.get(0).x() < points.get(1).x());
  }

  @Test
  void everyStatusHasAPage() {
    assertEquals(ErrorView.Status.GONE, ErrorView.Status.of(410));
    assertEquals(ErrorView.Status.BAD_REQUEST, ErrorView.Status.of(422));
    assertEquals(ErrorView.Status.BROKEN, ErrorView.Status.of(502));
  }
}
