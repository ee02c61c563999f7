package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.server.iiif.presentation.UnreadableContentStateException.Reason;
import cn.lantai.server.linkeddata.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentStateTest {

  private static final Addresses ADDRESSES = new Addresses("https://archive.example.org/");
  private static final String CANVAS = "https://archive.example.org/iiif/canvas/r001-2";
  private static final String MANIFEST = "https://archive.example.org/iiif/manifest/r001";
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r001");
  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "r001-2");
  private static final EntityIri SONG = new EntityIri(EntityType.RECORDING, "song");
  private static final ContentState SEAL =
      new ContentState(
          RECORD, Optional.of(PAGE), CanvasRegion.parse("xywh=10,20,300,400"), Optional.empty());

  @Test
  void aSealOnAPageComesBackFromItsLink() {
    String link = SEAL.encoded(ADDRESSES);
    assertTrue(link.matches("[A-Za-z0-9_-]+"), link);
    assertEquals(SEAL, ContentState.read(link, ADDRESSES));
  }

  @Test
  void aWholeRecordIsLinkedByItsManifestAsItIs() {
    ContentState whole =
        new ContentState(RECORD, Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(MANIFEST, whole.encoded(ADDRESSES));
    assertEquals(whole, ContentState.read(MANIFEST, ADDRESSES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@context':'http://iiif.io/api/presentation/3/context.json','id':'https://e.org/1',"
            + "'type':'Annotation','motivation':['contentState'],'target':CANVAS}",
        "{'type':'Annotation','motivation':'contentState','target':[CANVAS]}",
        "CANVAS",
        "{'type':'Annotation','target':{'type':'SpecificResource','source':{'id':'"
            + CANVAS
            + "','type':'Canvas','partOf':'"
            + MANIFEST
            + "'},'selector':{'type':'FragmentSelector','value':'xywh=10,20,300,400'}}}",
        "{'id':'" + CANVAS + "#xywh=pixel:10,20,300,400','partOf':{'@id':'" + MANIFEST + "'}}",
        "{'target':{'id':'" + CANVAS + "#t=3&xywh=10,20,300,400','partOf':[1,'" + MANIFEST + "']}}"
      })
  void everyFormOfTheStandardIsRead(String form) {
    String canvas =
        "{'id':'"
            + CANVAS
            + "#xywh=10,20,300,400','type':'Canvas','partOf':[{'id':'"
            + MANIFEST
            + "','type':'Manifest'}]}";
    String json = form.equals("CANVAS") ? canvas : form.replace("CANVAS}", canvas + "}");
    json = json.replace("[CANVAS]", "[" + canvas + "]").replace('\'', '"');
    assertEquals(SEAL, ContentState.read(ContentState.encode(json), ADDRESSES));
    assertEquals(SEAL, ContentState.read(json, ADDRESSES), "sent as it is");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        SEAL,
        ContentState.read(Base64.getEncoder().encodeToString(bytes), ADDRESSES),
        "not escaped, padded");
  }

  @Test
  void aCanvasAloneOpensItsImage() {
    assertEquals(
        new ContentState(
            PAGE,
            Optional.of(PAGE),
            CanvasRegion.parse("xywh=percent:1,2,3.5,4"),
            Optional.empty()),
        ContentState.read(CANVAS + "#xywh=percent:1,2,3.5,4", ADDRESSES));
  }

  @Test
  void aMomentOfARecordingComesBackFromItsLink() {
    ContentState moment =
        new ContentState(
            RECORD, Optional.of(SONG), Optional.empty(), MediaTime.parseSpan("12,30.5"));
    assertEquals(
        "https://archive.example.org/iiif/canvas/recording/song#t=12,30.5",
        moment.toJson(ADDRESSES).orElseThrow().getString("id"));
    assertEquals(moment, ContentState.read(moment.encoded(ADDRESSES), ADDRESSES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "{'id':'SONG#t=12','type':'Canvas'} | 12",
        "{'id':'SONG#t=npt:0:12,1:00&xywh=1,2,3,4'} | 12,60",
        "{'source':'SONG','selector':{'type':'PointSelector','t':12.5}} | 12.5",
        "{'source':'SONG','selector':[{'type':'FragmentSelector','value':'t=,20'}]} | 0,20",
        "{'id':'SONG#t=30,12'} | none",
        "{'id':'SONG#t=-3'} | none",
        "{'id':'SONG#t='} | none",
        "{'id':'SONG#time=3'} | none",
        "{'source':'SONG','selector':{'type':'PointSelector','t':1e400}} | none",
        "{'source':'SONG','selector':{'type':'PointSelector','t':1e999999999}} | none",
        "{'id':'SONG'} | none"
      })
  void aTimeIsReadInEachWayThatTheStandardKnows(String json, String time) {
    String song = "https://archive.example.org/iiif/canvas/recording/song";
    ContentState state =
        ContentState.read(json.replace("SONG", song).replace('\'', '"'), ADDRESSES);
    assertEquals(Optional.of(SONG), state.shown());
    assertEquals(Optional.ofNullable(time), state.span().map(MediaTime.Span::value));
  }

  @Test
  void aPageHasNoTime() {
    assertEquals(Optional.empty(), ContentState.read(CANVAS + "#t=12", ADDRESSES).span());
  }

  @ParameterizedTest
  @CsvSource({
    "https://archive.example.org/iiif/manifest/r001, RECORD, r001",
    "https://archive.example.org/iiif/manifest/exhibition/zunyi, EXHIBITION, zunyi",
    "https://archive.example.org/iiif/collection/f1, RECORD_SET, f1",
    "https://archive.example.org/iiif/collection/person/maodun, PERSON, maodun",
    "https://archive.example.org/id/person/maodun, PERSON, maodun"
  })
  void whateverHasAnAddressHereCanBePointedAt(String address, EntityType type, String key) {
    assertEquals(new EntityIri(type, key), ContentState.read(address, ADDRESSES).target());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  `| EMPTY",
        "https://elsewhere.example/manifest | NO_TARGET",
        "https://archive.example.org.evil.example/iiif/manifest/r001 | NO_TARGET",
        "https://archive.example.org/iiif/manifest/../manifest/r001 | NO_TARGET",
        "https://archive.example.org/iiif/manifest/r001%00 | NO_TARGET",
        "https://archive.example.org/iiif/manifest/ | NO_TARGET",
        "https://archive.example.org/iiif/manifest/nothing/r001 | NO_TARGET",
        "https://archive.example.org/iiif/manifest/r001/canvas | NO_TARGET",
        "javascript:alert(1) | NOT_ENCODED",
        "不是编码 | NOT_ENCODED",
        "AAAA | NOT_JSON",
        "eyJ0YXJnZXQiOg | NOT_JSON",
        "[1] | NOT_ENCODED",
        "W10 | NOT_JSON",
        "JXp6 | NOT_ENCODED",
        "{} | NO_TARGET",
        "{\"target\":null} | NO_TARGET",
        "{\"id\":7} | NO_TARGET",
        "{\"target\":{\"source\":{\"id\":\"https://elsewhere.example/c\"}}} | NO_TARGET"
      })
  void whatIsNoContentStateOfOursIsRefusedWithItsReason(String text, Reason reason) {
    assertEquals(reason, refusal(text));
  }

  @Test
  void sizeAndDepthAreBounded() {
    assertEquals(Reason.TOO_LONG, refusal("A".repeat(16_001)));
    assertEquals(Reason.NOT_JSON, refusal("{\"target\":" + "[".repeat(5000)));
    assertEquals(Reason.NOT_JSON, refusal(ContentState.encode("{\"a\":" + "[".repeat(1000))));
  }

  @Test
  void theReasonIsToldInBothLanguages() {
    var refused =
        assertThrows(
            UnreadableContentStateException.class, () -> ContentState.read("AAAA", ADDRESSES));
    assertTrue(refused.problem().detail().zh().contains("iiif-content"));
    assertTrue(refused.problem().detail().en().contains("not JSON"));
    assertEquals(400, refused.problem().status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "xywh=100,50,100,50        | 10,10,10,10",
        "xywh=percent:10,10,10,10  | 10,10,10,10",
        "xywh=900,400,5000,5000    | 90,80,10,20",
        "xywh=1000,0,10,10         | none",
        "xywh=percent:100,0,1,1    | none"
      })
  void aRegionIsCutAtTheEdgesOfTheImage(String fragment, String expected) {
    assertEquals(
        Optional.ofNullable(expected).map(Region::parse).map(Region::toString),
        CanvasRegion.parse(fragment).orElseThrow().within(1000, 500).map(Region::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xywh=",
        "xywh=1,2,3",
        "xywh=1,2,0,4",
        "xywh=-1,0,1,1",
        "xywh=1e9,0,1,1",
        "t=3"
      })
  void whatIsNoRectangleIsNoRegion(String fragment) {
    assertTrue(CanvasRegion.parse(fragment).isEmpty());
  }

  @Test
  void aRegionOfAnImageIsInPixelsOnItsCanvas() {
    assertEquals(
        "xywh=1,0,334,500", CanvasRegion.of(Region.parse("0.1,0,33.33,100"), 1000, 500).fragment());
  }

  private static Reason refusal(String text) {
    return assertThrows(
            UnreadableContentStateException.class, () -> ContentState.read(text, ADDRESSES))
        .reason();
  }
}
