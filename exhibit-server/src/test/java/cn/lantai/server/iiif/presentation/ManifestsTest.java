package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.archive.Elements;
import cn.lantai.media.Availability;
import cn.lantai.media.PageImage;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a manifest says because the record says it, or what lies above the record. */
class ManifestsTest {

  private static final String BY = "http://creativecommons.org/licenses/by/4.0/";
  private static final Elements FROM_THE_LEFT =
      Elements.NONE.with("reading-direction", "left-to-right");
  private static final Elements OPEN = Elements.NONE.with("licence", "cc-by-4-0");

  @Test
  void theOrderOfPagesIsThatOfTheNearestDescriptionThatSaysOne() {
    MemoryHoldings holdings =
        pages(new MemoryHoldings(FROM_THE_LEFT.with("paging", "paged"), Elements.NONE), "r1")
            .record("r1", Optional.empty(), Elements.NONE.with("paging", "continuous"));
    JsonObject manifest = holdings.manifest("r1");
    MemoryHoldings.check(manifest);
    assertEquals("left-to-right", manifest.getString("viewingDirection"), "of the fonds");
    assertEquals("continuous", manifest.getJsonArray("behavior").getString(0), "its own");
    JsonObject older = holdings.inVersion2(manifest);
    assertEquals("left-to-right", older.getString("viewingDirection"));
    assertEquals("continuous", older.getString("viewingHint"));
  }

  @Test
  void whereNothingIsSaidPagesThatAreWrittenDownwardsFollowFromTheRight() {
    JsonObject manifest =
        pages(new MemoryHoldings(Elements.NONE, Elements.NONE), "r1")
            .record("r1", Optional.empty(), Elements.NONE)
            .manifest("r1");
    assertEquals("right-to-left", manifest.getString("viewingDirection"));
    assertEquals("individuals", manifest.getJsonArray("behavior").getString(0));
  }

  @Test
  void whatHasNoNeighbourInABookIsNotShownBesideAPage() {
    MemoryHoldings holdings = book("paged");
    JsonObject manifest = holdings.manifest("r");
    MemoryHoldings.check(manifest);
    assertEquals(List.of("", "", "facing-pages", "non-paged"), behaviors(manifest));
    JsonObject older = holdings.inVersion2(manifest).getJsonArray("sequences").getJsonObject(0);
    assertEquals(
        "facing-pages", older.getJsonArray("canvases").getJsonObject(2).getString("viewingHint"));
    JsonObject loose = book("individuals").manifest("r");
    assertEquals(List.of("", "", "", ""), behaviors(loose));
  }

  /** Two pages, one that is wider than high, and a recording. */
  private static MemoryHoldings book(String paging) {
    return pages(new MemoryHoldings(Elements.NONE, Elements.NONE), "r")
        .page("r", 3, Optional.empty(), 2400)
        .recording(CookbookTest.recording("song", Optional.empty()))
        .record("r", Optional.empty(), Elements.NONE.with("paging", paging));
  }

  private static List<String> behaviors(JsonObject manifest) {
    return manifest.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(it -> it.containsKey("behavior") ? it.getJsonArray("behavior").getString(0) : "")
        .toList();
  }

  @Test
  void rightsAreThoseOfTheNearestDescriptionThatSpeaksOfUse() {
    MemoryHoldings holdings =
        new MemoryHoldings(OPEN, Elements.NONE)
            .record("silent", Optional.empty(), Elements.NONE)
            .record("free", Optional.empty(), Elements.NONE.with("licence", "cc0-1-0"))
            .record("bound", Optional.empty(), Elements.NONE.with("use-note", "复制须经捐赠人许可"));
    assertEquals(BY, holdings.manifest("silent").getString("rights"));
    assertEquals(
        "http://creativecommons.org/publicdomain/zero/1.0/",
        holdings.manifest("free").getString("rights"));
    assertFalse(
        holdings.manifest("bound").containsKey("rights"), "conditions are no licence from above");
    assertEquals(BY, holdings.inVersion2(holdings.manifest("silent")).getString("license"));
  }

  @Test
  void theProviderShowsItsLogoIfEveryoneMaySeeIt() {
    MemoryHoldings holdings =
        new MemoryHoldings(Elements.NONE, Elements.NONE)
            .record("r1", Optional.empty(), Elements.NONE);
    assertFalse(provider(holdings.manifest("r1")).containsKey("logo"), "no such image");
    holdings.logo(Optional.empty());
    JsonObject manifest = holdings.manifest("r1");
    MemoryHoldings.check(manifest);
    JsonObject logo = provider(manifest).getJsonArray("logo").getJsonObject(0);
    assertEquals(
        MemoryHoldings.BASE + "iiif/3/seal/full/300,300/0/default.jpg", logo.getString("id"));
    JsonObject older = holdings.inVersion2(manifest).getJsonObject("logo");
    assertTrue(older.getString("@id").contains("/iiif/2/seal/"), older.toString());
    assertTrue(older.getJsonObject("service").getString("@id").endsWith("/iiif/2/seal"));

    Availability closed =
        new Availability(Availability.Degree.CLOSED, OptionalInt.empty(), Optional.empty());
    JsonObject hidden =
        new MemoryHoldings(Elements.NONE, Elements.NONE)
            .record("r1", Optional.empty(), Elements.NONE)
            .logo(Optional.of(closed))
            .manifest("r1");
    assertFalse(provider(hidden).containsKey("logo"));
  }

  private static JsonObject provider(JsonObject manifest) {
    return manifest.getJsonArray("provider").getJsonObject(0);
  }

  /** Two pages that are written downwards. */
  private static MemoryHoldings pages(MemoryHoldings holdings, String record) {
    PageImage.Transcript letter = PageImage.Transcript.of(List.of("見字如面"), "zh-Hant", true);
    return holdings.page(record, 1, Optional.of(letter)).page(record, 2, Optional.of(letter));
  }
}
