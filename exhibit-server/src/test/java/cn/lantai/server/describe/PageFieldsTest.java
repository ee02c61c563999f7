package cn.lantai.server.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.Table;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a page, from its fields to the image that is saved. */
class PageFieldsTest {

  private static final EntityIri IMAGE = new EntityIri(EntityType.IMAGE, "letter-1");

  private static final PageImage.Content FILE =
      new PageImage.Content(Digest.of("a page".getBytes(StandardCharsets.UTF_8)), 600, 800);

  private static final PageImage BEFORE =
      new PageImage(
          IMAGE,
          Optional.empty(),
          1,
          LocalizedText.of("第 1 页", "Page 1"),
          Optional.empty(),
          Optional.of(FILE),
          Optional.empty(),
          false);

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  PageFieldsTest() {
    form.putSingle("f.页名", "第 1 页");
    form.putSingle("f.页序", "1");
    form.putSingle("f.录文语言", "zh-Hant");
    form.putSingle("f.书写方向", "竖排");
  }

  @Test
  void eachLineHasItsPlaceAndTheImageKeepsItsFile() {
    form.putSingle("f.录文", "來函敬悉\r\n\r\n　　順頌時綏 \r\n");
    form.putSingle("f.录文区域", "\r\n\r\n50,5,4,90\r\n");
    PageImage page = saved();
    assertEquals(Optional.of(FILE), page.content());
    assertEquals(
        Optional.of(
            new PageImage.Transcript(
                List.of(
                    PageImage.Line.of("來函敬悉"),
                    PageImage.Line.of(""),
                    new PageImage.Line("　　順頌時綏", Optional.of(Region.parse("50,5,4,90")))),
                "zh-Hant",
                true)),
        page.transcript());
  }

  @Test
  void linesAtTheEndNeedNoBlankPlaces() {
    form.putSingle("f.录文", "一\n二\n三");
    form.putSingle("f.录文区域", "80,5,10,90");
    assertEquals(
        List.of(Optional.of(Region.parse("80,5,10,90")), Optional.empty(), Optional.empty()),
        saved().transcript().orElseThrow().lines().stream().map(PageImage.Line::region).toList());
  }

  @Test
  void aFirstLineMayBeIndentedAndHoldAnything() {
    String bar = "　　<script>alert(1)</script> | \\ \"引號\"";
    form.putSingle("f.录文", bar + "\n=1+1");
    assertEquals(List.of(bar, "=1+1"), saved().transcript().orElseThrow().texts());
    assertEquals(form.getFirst("f.录文"), shownAgain("录文"));
  }

  @Test
  void halvesOfCharactersAndControlCharactersAreLeftOut() {
    form.putSingle("f.录文", "甲\ud800乙\u0000\u001b丙\udc00𠮷");
    assertEquals(List.of("甲乙丙𠮷"), saved().transcript().orElseThrow().texts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10,20,30",
        "10,20,30,90",
        "-1,0,10,10",
        "10,10,0,5",
        "a,b,c,d",
        "NaN,0,1,1",
        "1,1,1,1\n2,2,2,2\n3,3,3,3",
        "50,5,4,90|",
        "1e9999999999,1,1,1"
      })
  void aPlaceThatIsNoneIsToldAtItsField(String regions) {
    form.putSingle("f.录文", "一\n二");
    form.putSingle("f.录文区域", regions);
    assertEquals(List.of("录文区域"), problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10,20,30", "0,0,101,5", "<b>", "10,10,10,10；x"})
  void aCoveredPartThatIsNoneIsToldAtItsField(String covered) {
    form.putSingle("f.遮挡", covered);
    assertEquals(List.of("遮挡"), problems());
  }

  @Test
  void tooManyLinesTooMuchTextAndTooManyPartsAreRefused() {
    form.putSingle("f.录文", "行\n".repeat(2_000) + "行");
    assertEquals(List.of("录文"), problems());
    form.putSingle("f.录文", "字".repeat(50_001));
    assertEquals(List.of("录文"), problems());
    form.putSingle("f.录文", "");
    form.putSingle("f.遮挡", "1,1,1,1；".repeat(201));
    assertEquals(List.of("遮挡"), problems());
  }

  @Test
  void accessAndCoveredPartsAreRead() {
    form.putSingle("f.开放程度", "降质开放");
    form.putSingle("f.限尺", "1200");
    form.putSingle("f.水印", "兰台");
    form.putSingle("f.遮挡", "10,10,20,5；50,50,10,10");
    PageImage page = saved();
    assertEquals(
        Optional.of(
            new Availability(Availability.Degree.REDUCED, OptionalInt.of(1200), Optional.of("兰台"))),
        page.availability());
    assertEquals(List.of(Region.parse("10,10,20,5"), Region.parse("50,50,10,10")), page.covered());
    form.putSingle("f.开放程度", "不开放");
    assertEquals(List.of("开放程度"), problems());
  }

  private PageImage saved() {
    Sheet.Reading reading = read();
    assertEquals(List.of(), reading.problems());
    return PageImage.of(reading.graph().orElseThrow());
  }

  private String shownAgain(String heading) {
    EntityGraph graph = read().graph().orElseThrow();
    assertTrue(Sheet.beside(graph).orElseThrow().isEmpty());
    return String.join(
        "\n", cn.lantai.table.CellText.split(Sheet.of(graph).own().get(heading), "|"));
  }

  private List<String> problems() {
    Sheet.Reading reading = read();
    assertEquals(Optional.empty(), reading.graph());
    return reading.problems().stream().filter(Problem::isError).map(Problem::column).toList();
  }

  private Sheet.Reading read() {
    return EntryFields.sheet(IMAGE, form)
        .read(Optional::of, Table.Surroundings.after(BEFORE.toGraph()));
  }
}
