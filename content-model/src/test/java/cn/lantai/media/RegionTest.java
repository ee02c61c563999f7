package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

  @Test
  void isWrittenAsIiifAndAsMediaFragment() {
    Region region = Region.parse("50, 5.50,45，50");
    assertEquals("pct:50,5.5,45,50", region.iiif());
    assertEquals("xywh=percent:50,5.5,45,50", region.mediaFragment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,2,3", "1,2,3,4,5", "a,b,c,d", "60,0,41,10", "-1,0,10,10", "0,0,0,10"})
  void refusesWhatIsNoPartOfTheImage(String text) {
    assertThrows(IllegalArgumentException.class, () -> Region.parse(text));
  }
}
