package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The small pieces of JSON that all resources of the Presentation API are made of. */
public final class Parts {

  private static final String CHINESE = "zh-Hans";

  private Parts() {}

  /** A language map (4.1). */
  public static JsonObjectBuilder text(LocalizedText text) {
    return texts(List.of(text));
  }

  public static JsonObjectBuilder text(String zh, String en) {
    return text(LocalizedText.of(zh, en));
  }

  /**
   * Several values. Where only some are in English the others are repeated there, for clients show
   * the values of one language.
   */
  public static JsonObjectBuilder texts(List<LocalizedText> texts) {
    JsonArrayBuilder zh = Json.createArrayBuilder();
    JsonArrayBuilder en = Json.createArrayBuilder();
    for (LocalizedText text : texts) {
      zh.add(text.zh());
      en.add(text.en().orElse(text.zh()));
    }
    JsonObjectBuilder map = Json.createObjectBuilder().add(CHINESE, zh);
    return texts.stream().anyMatch(text -> text.en().isPresent()) ? map.add("en", en) : map;
  }

  /** A value in no language, such as a reference code. */
  public static JsonObjectBuilder plain(String text) {
    return Json.createObjectBuilder().add("none", Json.createArrayBuilder().add(text));
  }

  public static LocalizedText term(String slug) {
    return LocalizedText.of(Lt.label(slug, "zh"), Lt.label(slug, "en"));
  }

  /**
   * A text for {@code summary}, {@code metadata} and {@code requiredStatement}, where what begins
   * and ends like a tag is read as HTML (4.2).
   */
  public static LocalizedText notMarkup(LocalizedText text) {
    return LocalizedText.of(notMarkup(text.zh()), text.en().map(Parts::notMarkup).orElse(null));
  }

  private static String notMarkup(String text) {
    return text.startsWith("<")
        ? "<span>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</span>"
        : text;
  }

  public static JsonObjectBuilder pair(JsonObjectBuilder label, JsonObjectBuilder value) {
    return Json.createObjectBuilder().add("label", label).add("value", value);
  }

  public static JsonObjectBuilder thing(String id, String type) {
    return Json.createObjectBuilder().add("id", id).add("type", type);
  }

  public static JsonArrayBuilder array(JsonObjectBuilder only) {
    return Json.createArrayBuilder().add(only);
  }

  public static JsonArrayBuilder array(Iterable<JsonObjectBuilder> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(array::add);
    return array;
  }
}
