package cn.lantai.server.iiif.discovery;

import static cn.lantai.server.testing.Web.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed as a harvester reads it: from the newest page backwards. */
@ExtendWith(LantaiServer.class)
class ChangeFeedIT {

  private final Web web;

  ChangeFeedIT(LantaiServer.Running server) {
    web = server.web();
  }

  @Test
  void aHarvesterThatWalksBackwardsFindsEverything() {
    JsonObject feed = get("/feed/iiif");
    assertEquals("OrderedCollection", feed.getString("type"));
    String first = feed.getJsonObject("first").getString("id");
    String address = feed.getJsonObject("last").getString("id");
    assertFalse(get(address).containsKey("next"));
    Set<String> created = new HashSet<>();
    String later = "9999";
    while (true) {
      JsonObject page = get(address);
      assertEquals(address, page.getString("id"));
      var items = page.getJsonArray("orderedItems").getValuesAs(JsonObject.class);
      assertFalse(items.isEmpty());
      for (int i = items.size() - 1; i >= 0; i--) {
        JsonObject activity = items.get(i);
        assertTrue(activity.getString("endTime").compareTo(later) <= 0, "from old to new");
        later = activity.getString("endTime");
        if (activity.getString("type").equals("Create")) {
          created.add(activity.getJsonObject("object").getString("id"));
        }
      }
      if (!page.containsKey("prev")) {
        break;
      }
      String previous = page.getJsonObject("prev").getString("id");
      assertEquals(address, get(previous).getJsonObject("next").getString("id"));
      address = previous;
    }
    assertEquals(first, address);
    assertTrue(created.contains(web.base() + "/iiif/manifest/r001"));
    assertTrue(created.contains(web.base() + "/iiif/collection/x001"));
    assertTrue(created.contains(web.base() + "/iiif/manifest/exhibition/xinyang-zhi-yuan"));
    created.stream().limit(20).forEach(each -> assertEquals(200, web.head(each).statusCode()));
  }

  @Test
  void aPageIsOpenToOtherSitesAndCanBeKept() {
    HttpResponse<String> answer = web.get("/feed/iiif");
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals(304, web.get("/feed/iiif", "If-None-Match", header(answer, "ETag")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "-1", "01", "x", "9999999999", "..%2f0"})
  void aPageThatIsNotThereIsNotThere(String page) {
    HttpResponse<String> answer = web.get("/feed/iiif/" + page);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400);
    assertFalse(answer.body().contains("Exception"));
  }

  private JsonObject get(String address) {
    HttpResponse<String> answer = web.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
