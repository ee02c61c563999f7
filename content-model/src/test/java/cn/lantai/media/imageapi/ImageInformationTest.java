package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import cn.lantai.media.TestImages;
import cn.lantai.media.imageapi.ImageInformation.Context;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageInformationTest {

  private static final String ID = "https://example.org/iiif/3/a\"b";
  private static final String RIGHTS = "http://rightsstatements.org/vocab/NKC/1.0/";

  @TempDir private Path root;
  private ImageInformation information;

  @BeforeEach
  void ingest() throws Exception {
    MediaStore store = MediaStore.open(root);
    byte[] jpeg = TestImages.jpeg(TestImages.squares(1500, 900, 100));
    Digest image = store.ingest(new ByteArrayInputStream(jpeg)).digest();
    ImageService service =
        new ImageService(
            store,
            new SizeLimits(1000, 1000, 500_000),
            RenditionCache.open(store.cacheFolder(), 1),
            Duration.ofSeconds(1),
            new EmbeddedImageServer());
    information = service.information(Picture.whole(image)).orElseThrow();
  }

  @Test
  void tellsVersion3WhatItWantsToKnow() {
    Context context = new Context(Optional.of(RIGHTS), Optional.empty(), Optional.empty());
    JsonObject json = JSON.parse(information.toJson(ApiVersion.V3, ID, context));

    assertEquals("@context", json.keySet().iterator().next());
    assertEquals("http://iiif.io/api/image/3/context.json", json.getString("@context"));
    assertEquals(ID, json.getString("id"));
    assertEquals("ImageService3", json.getString("type"));
    assertEquals("level2", json.getString("profile"));
    assertEquals(1500, number(json, "width"));
    assertEquals(900, number(json, "height"));
    assertEquals(500_000, number(json, "maxArea"));
    assertEquals(RIGHTS, json.getString("rights"));
    assertTrue(oneLine(json.get("extraFeatures")).contains("rotationArbitrary"));
    assertEquals(
        "[ 1 , 2 , 4 ]", oneLine(item(json, "tiles", 0).getAsObject().get("scaleFactors")));
  }

  @Test
  void tellsVersion2WhatItWantsToKnow() {
    JsonObject json = JSON.parse(information.toJson(ApiVersion.V2, ID, Context.NONE));

    assertEquals("http://iiif.io/api/image/2/context.json", json.getString("@context"));
    assertEquals(ID, json.getString("@id"));
    assertEquals(
        "http://iiif.io/api/image/2/level2.json", item(json, "profile", 0).getAsString().value());
    assertEquals(1000, number(item(json, "profile", 1).getAsObject(), "maxWidth"));
    assertTrue(!json.hasKey("license"));
  }

  @Test
  void listsOnlySizesWithinTheLimits() {
    List<String> sizes = information.sizes().stream().map(Object::toString).toList();

    assertEquals(List.of("200×120", "375×225", "400×240", "800×480"), sizes);
  }

  private static int number(JsonObject json, String name) {
    return json.get(name).getAsNumber().value().intValue();
  }

  private static JsonValue item(JsonObject json, String name, int index) {
    return json.get(name).getAsArray().stream().skip(index).findFirst().orElseThrow();
  }

  private static String oneLine(JsonValue value) {
    return value.toString().replaceAll("\\s+", " ").trim();
  }
}
