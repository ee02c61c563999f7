package cn.lantai.server.iiif;

import static cn.lantai.server.testing.Web.header;
import static cn.lantai.server.testing.Web.mediaType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Image API 3 and 2, as a viewer of another site uses them. */
@ExtendWith(LantaiServer.class)
class IiifIT {

  private static final String V3 = "/iiif/3/r001-1";
  private static final String V2 = "/iiif/2/r001-1";
  private static final String IMAGE_3 = "http://iiif.io/api/image/3/context.json";
  private static final String IMAGE_2 = "http://iiif.io/api/image/2/context.json";

  private final Web web;
  private final int width;
  private final int height;

  IiifIT(LantaiServer.Running server) {
    web = server.web();
    JsonObject information = json(web.get(V3 + "/info.json"));
    width = information.getInt("width");
    height = information.getInt("height");
  }

  @Test
  void informationSaysWhatTheImageIsInVersion3() {
    HttpResponse<String> answer = web.get(V3 + "/info.json");
    assertProfile(IMAGE_3, answer);
    JsonObject information = json(answer);
    assertEquals(IMAGE_3, information.getString("@context"));
    assertEquals(web.base() + V3, information.getString("id"));
    assertEquals("ImageService3", information.getString("type"));
    assertEquals("http://iiif.io/api/image", information.getString("protocol"));
    assertEquals("level2", information.getString("profile"));
    assertTrue(width >= 2000 && height >= 2000, "the samples have good pages");
    assertLargestTileIsServed(information, V3);
    for (JsonObject size : information.getJsonArray("sizes").getValuesAs(JsonObject.class)) {
      assertSize(
          V3 + "/full/" + size.getInt("width") + "," + size.getInt("height") + "/0/default.jpg",
          size.getInt("width"),
          size.getInt("height"));
    }
  }

  @Test
  void informationSaysWhatTheImageIsInVersion2() {
    HttpResponse<String> answer = web.get(V2 + "/info.json");
    assertEquals("application/json", mediaType(answer));
    JsonObject information = json(answer);
    assertEquals(IMAGE_2, information.getString("@context"));
    assertEquals(web.base() + V2, information.getString("@id"));
    assertEquals("http://iiif.io/api/image", information.getString("protocol"));
    assertEquals(
        "http://iiif.io/api/image/2/level2.json", information.getJsonArray("profile").getString(0));
    assertEquals(width, information.getInt("width"));
    assertEquals(height, information.getInt("height"));
    assertLargestTileIsServed(information, V2);
  }

  @ParameterizedTest
  @CsvSource({
    V3 + ",application/json,application/json",
    V3 + ",application/ld+json,application/ld+json",
    V2 + ",application/ld+json,application/ld+json",
    V2 + ",text/html,application/json"
  })
  void informationComesAsAsked(String image, String accept, String mediaType) {
    HttpResponse<String> answer = web.get(image + "/info.json", "Accept", accept);
    assertEquals(mediaType, mediaType(answer));
    assertTrue(header(answer, "Vary").contains("Accept"));
  }

  @ParameterizedTest
  @ValueSource(strings = {V3, V2})
  void theBareImageLeadsToItsInformation(String image) {
    HttpResponse<String> redirect = web.get(image);
    assertEquals(303, redirect.statusCode());
    assertEquals(image + "/info.json", web.target(redirect));
    assertEquals("*", header(redirect, "Access-Control-Allow-Origin"));
  }

  @Test
  void picturesHaveTheSizeThatWasAskedFor() {
    assertSize(V3 + "/full/max/0/default.jpg", width, height);
    assertSize(V2 + "/full/full/0/default.jpg", width, height);
    assertSize(V3 + "/0,0,512,512/512,512/0/default.jpg", 512, 512);
    assertSize(V2 + "/0,0,512,512/512,/0/default.jpg", 512, 512);
    assertSize(V3 + "/100,200,300,400/max/0/default.jpg", 300, 400);
    assertSize(V3 + "/full/!400,400/0/default.jpg", fitted(width), fitted(height));
    assertSize(V2 + "/full/!400,400/0/default.jpg", fitted(width), fitted(height));
    assertSize(V3 + "/full/300,/0/default.jpg", 300, Math.round(300f * height / width));
    assertSize(V3 + "/full/,300/0/default.jpg", Math.round(300f * width / height), 300);
    assertSize(V3 + "/full/200,500/0/default.jpg", 200, 500);
    assertSize(V3 + "/square/250,/0/default.jpg", 250, 250);
    assertSize(V3 + "/pct:25,25,50,50/128,128/0/default.jpg", 128, 128);
    assertSize(V3 + "/0,0,100,100/%5E200,200/0/default.jpg", 200, 200);
  }

  @Test
  void aRegionAtTheEdgeEndsThere() {
    String region = (width - 100) + "," + (height - 50) + ",512,512";
    assertSize(V3 + "/" + region + "/max/0/default.jpg", 100, 50);
  }

  @Test
  void picturesAreTurned() {
    BufferedImage upright = picture(web.bytes(V3 + "/full/200,300/0/default.png"));
    BufferedImage turned = picture(web.bytes(V3 + "/full/200,300/90/default.png"));
    assertEquals(300, turned.getWidth());
    assertEquals(200, turned.getHeight());
    assertEquals(upright.getRGB(0, 299), turned.getRGB(0, 0), "clockwise");
    BufferedImage mirrored = picture(web.bytes(V3 + "/full/200,300/!0/default.png"));
    assertEquals(upright.getRGB(150, 100), mirrored.getRGB(49, 100));
  }

  @Test
  void picturesComeInGrayAndAsPng() {
    HttpResponse<byte[]> png = web.bytes(V3 + "/full/200,/0/gray.png");
    assertEquals("image/png", mediaType(png));
    BufferedImage gray = picture(png);
    for (int y = 0; y < gray.getHeight(); y += 10) {
      int pixel = gray.getRGB(100, y);
      assertEquals((pixel >> 16) & 0xff, pixel & 0xff);
      assertEquals((pixel >> 8) & 0xff, pixel & 0xff);
    }
    assertEquals("image/jpeg", mediaType(web.bytes(V3 + "/full/200,/0/color.jpg")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/full/max/0/default.bmp",
        "/full/max/0/default",
        "/full/max/0/sepia.jpg",
        "/full/max/400/default.jpg",
        "/full/max/-1/default.jpg",
        "/full/0,/0/default.jpg",
        "/full/,/0/default.jpg",
        "/full/full/0/default.jpg",
        "/full/99999,/0/default.jpg",
        "/full/%5E99999,/0/default.jpg",
        "/full/abc/0/default.jpg",
        "/0,0,0,10/max/0/default.jpg",
        "/99999,99999,10,10/max/0/default.jpg",
        "/-1,0,10,10/max/0/default.jpg",
        "/1,2,3/max/0/default.jpg",
        "/pct:101,0,1,1/max/0/default.jpg",
        "/everything/max/0/default.jpg"
      })
  void aWrongParameterIsToldAndNotGuessed(String parameters) {
    HttpResponse<String> refused = web.get(V3 + parameters);
    assertEquals(400, refused.statusCode());
    assertFalse(refused.body().isBlank());
    assertEquals("*", header(refused, "Access-Control-Allow-Origin"));
    assertFalse(refused.body().contains("Exception"), refused.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/3/nothing/info.json",
        "/iiif/2/nothing/full/max/0/default.jpg",
        "/iiif/3/..%2f..%2fdb/info.json",
        "/iiif/3/..%2fr001-1/full/max/0/default.jpg",
        "/iiif/3/%2e%2e/full/max/0/default.jpg",
        "/iiif/3/..%5c..%5cdb/info.json",
        "/iiif/3/r001-1%00/info.json",
        "/iiif/4/r001-1/info.json"
      })
  void whatIsNoImageIsNotThere(String address) {
    HttpResponse<String> answer = web.get(address);
    assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, "" + answer.statusCode());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        V3 + "/info.json",
        V3 + "/0,0,512,512/512,512/0/default.jpg",
        V3 + "/full/321,/0/default.jpg",
        V2 + "/full/!400,400/0/default.jpg",
        "/iiif/manifest/r001"
      })
  void everyAnswerCanBeAskedByHeadAndKept(String address) {
    HttpResponse<byte[]> get = web.bytes(address);
    HttpResponse<byte[]> head = web.head(address);
    assertEquals(200, get.statusCode());
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(mediaType(get), mediaType(head));
    String tag = header(get, "ETag");
    assertFalse(tag.isEmpty());
    assertEquals(tag, header(head, "ETag"));
    assertEquals("*", header(get, "Access-Control-Allow-Origin"));

    HttpResponse<byte[]> unchanged = web.bytes(address, "If-None-Match", tag);
    assertEquals(304, unchanged.statusCode());
    assertEquals("*", header(unchanged, "Access-Control-Allow-Origin"));
    assertEquals(0, unchanged.body().length);

    HttpResponse<String> preflight =
        web.options(
            address, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET");
    assertEquals(204, preflight.statusCode());
    assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
  }

  @Test
  void picturesNameTheirCanonicalAddressAndTheirProfile() {
    String links = header(web.bytes(V3 + "/full/pct:100/0/default.jpg"), "Link");
    String canonical = web.base() + V3 + "/full/max/0/default.jpg";
    assertTrue(links.contains("<" + canonical + ">;rel=\"canonical\""), links);
    assertTrue(links.contains("<http://iiif.io/api/image/3/level2.json>;rel=\"profile\""), links);

    String links2 = header(web.bytes(V2 + "/0,0,512,512/512,512/0/default.jpg"), "Link");
    String canonical2 = web.base() + V2 + "/0,0,512,512/full/0/default.jpg";
    assertTrue(links2.contains("<" + canonical2 + ">;rel=\"canonical\""), links2);
  }

  @Test
  void theImagesOfAManifestAreWhatItSays() {
    JsonObject canvas = json(web.get("/iiif/manifest/r001")).getJsonArray("items").getJsonObject(0);
    JsonObject body =
        canvas
            .getJsonArray("items")
            .getJsonObject(0)
            .getJsonArray("items")
            .getJsonObject(0)
            .getJsonObject("body");
    assertSize(body.getString("id"), canvas.getInt("width"), canvas.getInt("height"));
    JsonObject thumbnail = canvas.getJsonArray("thumbnail").getJsonObject(0);
    assertSize(thumbnail.getString("id"), thumbnail.getInt("width"), thumbnail.getInt("height"));
    String service = body.getJsonArray("service").getJsonObject(0).getString("id");
    assertEquals(service, json(web.get(service + "/info.json")).getString("id"));
  }

  @Test
  void differentRecordsHaveDifferentImages() {
    assertNotEquals(
        header(web.head("/iiif/3/r001-1/full/max/0/default.jpg"), "ETag"),
        header(web.head("/iiif/3/r006-1/full/max/0/default.jpg"), "ETag"));
  }

  private static void assertProfile(String context, HttpResponse<?> answer) {
    String type = header(answer, "Content-Type").replace(" ", "");
    assertTrue(type.startsWith("application/ld+json;profile=\"" + context + "\""), type);
  }

  private int fitted(int side) {
    return Math.round(400f * side / Math.max(width, height));
  }

  private void assertLargestTileIsServed(JsonObject information, String image) {
    JsonObject tiles = information.getJsonArray("tiles").getJsonObject(0);
    int tile = tiles.getInt("width");
    JsonArray factors = tiles.getJsonArray("scaleFactors");
    int factor = factors.getInt(factors.size() - 1);
    assertTrue((long) tile * factor >= Math.max(width, height), "one tile holds all of it");
    int smallWidth = (width + factor - 1) / factor;
    int smallHeight = (height + factor - 1) / factor;
    String region = "0,0," + width + "," + height;
    assertSize(
        image + "/" + region + "/" + smallWidth + "," + smallHeight + "/0/default.jpg",
        smallWidth,
        smallHeight);
  }

  private void assertSize(String address, int expectedWidth, int expectedHeight) {
    HttpResponse<byte[]> answer = web.bytes(address);
    assertEquals(200, answer.statusCode(), address);
    assertEquals("image/jpeg", mediaType(answer));
    BufferedImage picture = picture(answer);
    assertEquals(
        expectedWidth + "x" + expectedHeight,
        picture.getWidth() + "x" + picture.getHeight(),
        address);
  }

  private static BufferedImage picture(HttpResponse<byte[]> answer) {
    assertEquals(200, answer.statusCode());
    try {
      return ImageIO.read(new ByteArrayInputStream(answer.body()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
