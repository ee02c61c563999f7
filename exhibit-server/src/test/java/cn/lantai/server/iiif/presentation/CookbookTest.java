package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.archive.Elements;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.PixelSize;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our manifests have the shape of the recipes of the IIIF Cookbook that speak of the same. */
class CookbookTest {

  private static final Elements NOTHING = Elements.NONE;
  private static final EntityIri FERRY = new EntityIri(EntityType.PLACE, "ferry");
  private static final String VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n起船啰";
  private static final PageImage.Transcript WRITTEN =
      new PageImage.Transcript(
          List.of(
              new PageImage.Line("見字如面", Optional.of(Region.parse("80,10,10,50"))),
              PageImage.Line.of("來函敬悉")),
          "zh-Hant",
          true);

  @Test
  void aBook() {
    JsonObject manifest =
        holdings()
            .record("b", Optional.of("1920-08"), NOTHING.with("extent", "1册3页"))
            .page("b", 1, Optional.empty())
            .page("b", 2, Optional.empty())
            .page("b", 3, Optional.empty())
            .manifest("b");
    MemoryHoldings.check(manifest);
    Cookbook.book(manifest, 3);
    Cookbook.metadata(manifest);
    Cookbook.navDate(manifest, "1920-08-01T00:00:00Z");
    Cookbook.homepage(manifest);
    Cookbook.seeAlso(manifest);
    Cookbook.seeAlsoEad(manifest);
  }

  @Test
  void aBookThatIsReadFromTheRightAndAScrollThatIsReadDownwards() {
    MemoryHoldings holdings =
        holdings()
            .record("b", Optional.empty(), NOTHING.with("form", "图书"))
            .page("b", 1, Optional.of(WRITTEN))
            .page("b", 2, Optional.of(WRITTEN))
            .record("s", Optional.empty(), NOTHING.with("form", "立轴"))
            .page("s", 1, Optional.empty())
            .page("s", 2, Optional.empty());
    Cookbook.viewingDirection(holdings.manifest("b"), "right-to-left");
    Cookbook.behavior(holdings.manifest("b"), "paged");
    Cookbook.viewingDirection(holdings.manifest("s"), "top-to-bottom");
    Cookbook.behavior(holdings.manifest("s"), "continuous");
  }

  @Test
  void rightsAndWhoProvidesIt() {
    JsonObject manifest =
        new MemoryHoldings(NOTHING.with("licence", "public-domain-mark-1-0"), NOTHING)
            .logo(Optional.empty())
            .record("r", Optional.empty(), NOTHING)
            .manifest("r");
    Cookbook.rights(manifest);
    Cookbook.provider(manifest);
  }

  @Test
  void aPlaceOnTheMap() {
    JsonObject manifest =
        holdings()
            .add(
                new Place(
                        FERRY,
                        LocalizedText.of("太平渡", "Taipingdu"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                            new Coordinates(new BigDecimal("28.10"), new BigDecimal("106.16"))),
                        Optional.empty(),
                        List.of(),
                        Evidence.NONE)
                    .toGraph())
            .record("r", Optional.empty(), NOTHING, Relation.of(RelationKind.RECORD_PLACE, FERRY))
            .manifest("r");
    Cookbook.navPlace(manifest, 106.16, 28.10);
  }

  @Test
  void aTranscriptByLine() {
    MemoryHoldings holdings =
        holdings().record("r", Optional.empty(), NOTHING).page("r", 1, Optional.of(WRITTEN));
    Cookbook.transcript(canvas(holdings, "r", 0), "見字如面", "xywh=960,160,120,800");

    MemoryHoldings thick = holdings().record("r", Optional.empty(), NOTHING);
    for (int page = 1; page <= 61; page++) {
      thick.page("r", page, Optional.of(WRITTEN));
    }
    Cookbook.referred(canvas(thick, "r", 0));
  }

  @Test
  void sound() {
    MemoryHoldings holdings =
        holdings()
            .record("r", Optional.empty(), NOTHING)
            .page("r", 1, Optional.empty())
            .recording(recording("song", Optional.empty()));
    JsonObject song = canvas(holdings, "r", 1);
    Cookbook.audio(song);
    Cookbook.accompanied(song);
    Cookbook.captions(song, "zh-Hans", "en");
    Cookbook.tableOfTimes(holdings.manifest("r"), "t=0,2", "t=2,6.5");
    MemoryHoldings.check(holdings.manifest("r"));
  }

  @Test
  void film() {
    MemoryHoldings holdings =
        holdings()
            .record("r", Optional.empty(), NOTHING)
            .page("r", 1, Optional.empty())
            .recording(recording("film", Optional.of(new PixelSize(640, 360))));
    JsonObject film = canvas(holdings, "r", 1);
    Cookbook.video(film);
    Cookbook.preceded(film);
    Cookbook.captions(film, "zh-Hans", "en");
  }

  /**
   * {@code 0485-contentstate-canvas-region/}: an annotation of the motivation contentState, whose
   * target is a part of a canvas that says which manifest it is part of. Ours are read so, and
   * written as their target alone, which the standard allows as well (Content State 1.0, 2.2.3).
   */
  @Test
  void aContentStateOfARegion() {
    Addresses addresses = new Addresses(MemoryHoldings.BASE);
    String canvas = MemoryHoldings.BASE + "iiif/canvas/r-1";
    JsonObject target =
        Json.createObjectBuilder()
            .add("id", canvas + "#xywh=10,20,300,400")
            .add("type", "Canvas")
            .add(
                "partOf",
                Parts.array(Parts.thing(MemoryHoldings.BASE + "iiif/manifest/r", "Manifest")))
            .build();
    JsonObject annotation =
        Parts.thing("https://example.org/annotation.json", "Annotation")
            .add("@context", "http://iiif.io/api/presentation/3/context.json")
            .add("motivation", Json.createArrayBuilder().add("contentState"))
            .add("target", target)
            .build();
    ContentState state = ContentState.read(ContentState.encode(annotation.toString()), addresses);
    assertEquals(
        new ContentState(
            new EntityIri(EntityType.RECORD, "r"),
            Optional.of(new EntityIri(EntityType.IMAGE, "r-1")),
            CanvasRegion.parse("xywh=10,20,300,400"),
            Optional.empty()),
        state);
    assertEquals(state, ContentState.read(state.encoded(addresses), addresses), "our own link");
  }

  private static MemoryHoldings holdings() {
    return new MemoryHoldings(NOTHING, NOTHING);
  }

  private static JsonObject canvas(MemoryHoldings holdings, String record, int number) {
    return Cookbook.objects(holdings.manifest(record), "items").get(number);
  }

  /** Of the record {@code r}. */
  static Recording recording(String key, Optional<PixelSize> size) {
    return new Recording(
        new EntityIri(EntityType.RECORDING, key),
        Optional.of(new EntityIri(EntityType.RECORD, "r")),
        1,
        LocalizedText.of("号子", "Song"),
        Optional.empty(),
        Optional.of(
            new Recording.Content(
                Digest.of(new byte[] {1}),
                new Technical(
                    size.isPresent() ? "video/mp4" : "audio/wav", "PCM 16 bit", 6_500, size))),
        List.of(new Recording.Captions("zh-Hans", VTT), new Recording.Captions("en", VTT)),
        List.of(
            new Recording.Chapter(
                new MediaTime.Span(0, Optional.empty()), LocalizedText.of("领", "Call")),
            new Recording.Chapter(
                new MediaTime.Span(2_000, Optional.empty()), LocalizedText.of("和", "Answer"))),
        Optional.of(new EntityIri(EntityType.IMAGE, "r-1")),
        false,
        Optional.empty());
  }
}
