package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  @ParameterizedTest
  @CsvSource({
    "图书, '', PAGED",
    "'', 1册56页, PAGED",
    "题跋手卷, '', CONTINUOUS",
    "立轴, '', CONTINUOUS",
    "家信, 2页, INDIVIDUALS",
    "'', '', INDIVIDUALS"
  })
  void whatARecordIsTellsHowItIsTurned(String form, String extent, Reading.Paging paging) {
    assertEquals(paging, Reading.told(text(form), text(extent), List.of()).paging());
  }

  @Test
  void mostTranscriptsTellTheDirection() {
    assertEquals(
        Optional.of(Reading.Direction.RIGHT_TO_LEFT), read(page(true), page(true), page(false)));
    assertEquals(Optional.empty(), read(page(true), page(false)), "as many of either");
    assertEquals(Optional.empty(), read(), "nothing tells");
  }

  @Test
  void whatHangsIsReadDownwards() {
    assertEquals(
        Optional.of(Reading.Direction.TOP_TO_BOTTOM),
        Reading.told(Optional.of("立轴"), Optional.empty(), List.of(page(true))).direction());
  }

  private static Optional<Reading.Direction> read(PageImage... pages) {
    return Reading.told(Optional.empty(), Optional.empty(), Stream.of(pages).toList()).direction();
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static PageImage page(boolean vertical) {
    return new PageImage(
        new EntityIri(EntityType.IMAGE, "p"),
        Optional.empty(),
        1,
        LocalizedText.of("第 1 页"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PageImage.Transcript.of(List.of("見字如面"), "zh-Hant", vertical)),
        false,
        Optional.empty(),
        List.of());
  }
}
