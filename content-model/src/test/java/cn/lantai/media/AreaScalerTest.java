package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {

  @Test
  void leavesPixelsAloneAtTheSameSize() {
    RgbImage source = TestImages.squares(37, 23, 3);

    RgbImage scaled = AreaScaler.scale(source, source.size());

    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertEquals(source.rgb(x, y), scaled.rgb(x, y));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100,100,37,41",
    "100,100,1,1",
    "4000,1,3,1",
    "1,4000,1,3",
    "10,10,333,777",
    "7,7,8,6"
  })
  void keepsOneColourAsItIs(int width, int height, int toWidth, int toHeight) {
    RgbImage source = TestImages.squares(width, height, 5000);

    RgbImage scaled = AreaScaler.scale(source, new PixelSize(toWidth, toHeight));

    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        assertEquals(TestImages.colour(0, 0), scaled.rgb(x, y));
      }
    }
  }

  @Test
  void givesTheMeanOfFineLinesInsteadOfAPatternOfItsOwn() {
    RgbImage lines = new RgbImage(300, 30);
    for (int i = 0; i < lines.pixels().length; i++) {
      lines.pixels()[i] = (byte) (i / 3 % 2 == 0 ? 255 : 0);
    }

    RgbImage scaled = AreaScaler.scale(lines, new PixelSize(50, 5));

    for (int x = 0; x < 50; x++) {
      assertTrue(TestImages.distance(0x808080, scaled.rgb(x, 2)) <= 1);
    }
  }

  @Test
  void weighsEveryRowOfAVeryTallImageTheSame() {
    RgbImage tall = new RgbImage(1, 60_000);
    for (int i = 0; i < 90_000; i++) {
      tall.pixels()[i] = (byte) 200;
    }

    assertTrue(
        TestImages.distance(0x646464, AreaScaler.scale(tall, new PixelSize(1, 1)).rgb(0, 0)) <= 1);
  }

  @Test
  void takesOnlyThePartAskedFor() {
    RgbImage source = TestImages.squares(100, 100, 10);
    AreaScaler scaler = AreaScaler.of(20, 30, 10, 10, new PixelSize(5, 5));
    assertEquals(30, scaler.firstRow());
    assertEquals(40, scaler.endRow());

    for (int y = 0; y < 100; y++) {
      scaler.row(source.pixels(), y * 300, y);
    }

    assertEquals(TestImages.colour(2, 3), scaler.result().rgb(2, 2));
    assertEquals(TestImages.colour(2, 3), scaler.result().rgb(4, 4));
  }

  @ParameterizedTest
  @CsvSource({"300,200,300,200", "300,200,299,101", "300,200,151,199", "90,40,300,200", "5,5,3,3"})
  void isNeverFurtherThanOneFromTheMeanOfWhatAPixelCovers(
      int width, int height, int toWidth, int toHeight) {
    RgbImage source = TestImages.squares(width, height, 1);

    RgbImage scaled = AreaScaler.scale(source, new PixelSize(toWidth, toHeight));

    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        double left = (double) x * width / toWidth;
        double top = (double) y * height / toHeight;
        int mean =
            mean(
                source,
                left,
                top,
                left + (double) width / toWidth,
                top + (double) height / toHeight);
        assertTrue(TestImages.distance(mean, scaled.rgb(x, y)) <= 2, x + "," + y);
      }
    }
  }

  private static int mean(RgbImage image, double left, double top, double right, double bottom) {
    double[] sums = new double[3];
    for (int y = (int) top; y < Math.min(image.height(), bottom); y++) {
      for (int x = (int) left; x < Math.min(image.width(), right); x++) {
        double covered =
            (Math.min(right, x + 1) - Math.max(left, x))
                * (Math.min(bottom, y + 1) - Math.max(top, y));
        int rgb = image.rgb(x, y);
        sums[0] += covered * (rgb >> 16 & 0xFF);
        sums[1] += covered * (rgb >> 8 & 0xFF);
        sums[2] += covered * (rgb & 0xFF);
      }
    }
    double area = (right - left) * (bottom - top);
    return (int) Math.round(sums[0] / area) << 16
        | (int) Math.round(sums[1] / area) << 8
        | (int) Math.round(sums[2] / area);
  }
}
