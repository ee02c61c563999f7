package cn.lantai.server.iiif.presentation;

import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All manifests and collections of a server to which its topmost collection leads. */
final class EmittedDocuments {

  private final Web web;

  EmittedDocuments(Web web) {
    this.web = web;
  }

  List<JsonObject> all() {
    List<JsonObject> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(web.base() + "/iiif/collection"));
    while (!left.isEmpty()) {
      String address = left.pop();
      if (!seen.add(address)) {
        continue;
      }
      JsonObject document = get(address);
      found.add(document);
      if (Mirador.isCollection(document)) {
        for (JsonValue member : Mirador.items(document)) {
          left.add(member.asJsonObject().getString("id"));
        }
      }
    }
    return found;
  }

  JsonObject get(String address) {
    return Json.createReader(new StringReader(web.get(address).body())).readObject();
  }
}
