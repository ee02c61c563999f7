package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.place.Coordinates;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A place on the map (IIIF navPlace extension 1.0, GeoJSON). */
record NavPlace(EntityIri place, LocalizedText name, Coordinates point) {

  /**
   * @param id the manifest or collection that plays there
   */
  static JsonObjectBuilder collection(List<NavPlace> places, String id) {
    return Parts.thing(id + "/places", "FeatureCollection")
        .add("features", Parts.array(places.stream().map(place -> place.feature(id)).toList()));
  }

  private JsonObjectBuilder feature(String id) {
    return Parts.thing(id + "/places/" + place.key(), "Feature")
        .add("properties", Json.createObjectBuilder().add("label", Parts.text(name)))
        .add(
            "geometry",
            Json.createObjectBuilder()
                .add("type", "Point")
                .add(
                    "coordinates",
                    Json.createArrayBuilder().add(point.longitude()).add(point.latitude())));
  }
}
