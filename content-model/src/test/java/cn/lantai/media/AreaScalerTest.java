package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {

  @Test
  void leavesPixelsAloneAtTheSameSize() {
    BgrImage source = TestImages.squares(37, 23, 3);

    BgrImage scaled = AreaScaler.scale(source, source.size());

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
    BgrImage source = TestImages.squares(width, height, 5000);

    BgrImage scaled = AreaScaler.scale(source, new PixelSize(toWidth, toHeight));

    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        assertEquals(TestImages.colour(0, 0), scaled.rgb(x, y));
      }
    }
  }

  @Test
  void givesTheMeanOfFineLinesInsteadOfAPatternOfItsOwn() {
    BgrImage lines = new BgrImage(300, 30);
    for (int i = 0; i < lines.pixels().length; i++) {
      lines.pixels()[i] = (byte) (i / 3 % 2 == 0 ? 255 : 0);
    }

    BgrImage scaled = AreaScaler.scale(lines, new PixelSize(50, 5));

    for (int x = 0; x < 50; x++) {
      assertTrue(TestImages.distance(0x808080, scaled.rgb(x, 2)) <= 1);
    }
  }

  @Test
  void weighsEveryRowOfAVeryTallImageTheSame() {
    BgrImage tall = new BgrImage(1, 60_000);
    for (int i = 0; i < 90_000; i++) {
      tall.pixels()[i] = (byte) 200;
    }

    assertTrue(
        TestImages.distance(0x646464, AreaScaler.scale(tall, new PixelSize(1, 1)).rgb(0, 0)) <= 1);
  }

  @Test
  void takesOnlyThePartAskedFor() {
    BgrImage source = TestImages.squares(100, 100, 10);
    AreaScaler scaler = new AreaScaler(20, 30, 10, 10, new PixelSize(5, 5));
    assertEquals(30, scaler.firstRow());
    assertEquals(40, scaler.endRow());

    for (int y = 0; y < 100; y++) {
      scaler.row(source.pixels(), y * 300, y);
    }

    assertEquals(TestImages.colour(2, 3), scaler.result().rgb(2, 2));
    assertEquals(TestImages.colour(2, 3), scaler.result().rgb(4, 4));
  }
}
