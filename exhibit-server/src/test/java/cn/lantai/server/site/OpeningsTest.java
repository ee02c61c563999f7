package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the cover is alone | 1 2 3 4 5 6 | 1 2 2 3 3 4",
        "a wide page is alone, and those after it begin anew | 1 2 3w 4 5 6 | 1 2 3 4 4 5",
        "a cover that was scanned open | 1w 2 3 4 | 1 2 2 3",
        "the neighbour of a missing page is alone, sides are kept | 1 2 4 5 7 8 | 1 2 3 3 4 5",
        "what begins later has no cover | 4 5 6 7 | 1 1 2 2",
        "what begins on the second side | 5 6 7 | 1 2 2",
        "all pages are openings | 1w 2w 3w | 1 2 3",
        "one page | 1 | 1",
      })
  void twoPagesLieSideBySide(String what, String pages, String openings) {
    List<PageImage> images = Arrays.stream(pages.split(" ")).map(OpeningsTest::page).toList();
    List<Integer> expected = Arrays.stream(openings.split(" ")).map(Integer::valueOf).toList();
    assertEquals(expected, Openings.of(images), what);
  }

  private static PageImage page(String number) {
    boolean wide = number.endsWith("w");
    return new PageImage(
        new EntityIri(EntityType.IMAGE, "p" + number),
        Optional.empty(),
        Integer.parseInt(number.replace("w", "")),
        LocalizedText.of(number, number),
        Optional.empty(),
        Optional.of(new PageImage.Content(Digest.of(new byte[1]), wide ? 2000 : 1000, 1400)),
        Optional.empty(),
        false);
  }
}
