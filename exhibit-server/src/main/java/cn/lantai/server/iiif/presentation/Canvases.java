package cn.lantai.server.iiif.presentation;

import cn.lantai.media.PageImage;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** The canvas of a page image, which has the size of the image. */
final class Canvases {

  private static final int THUMBNAIL = 400;

  private final Addresses addresses;

  Canvases(Addresses addresses) {
    this.addresses = addresses;
  }

  /**
   * A canvas with its picture.
   *
   * @param annotations what is said of it: whole annotation pages, or references to them
   */
  JsonObjectBuilder canvas(PageImage page, List<JsonObjectBuilder> annotations) {
    PageImage.Content file = page.content().orElseThrow();
    String canvas = addresses.canvas(page.iri());
    JsonObjectBuilder painting =
        Parts.thing(canvas + "/image", "Annotation")
            .add("motivation", "painting")
            .add("body", image(page, "max", file.width(), file.height()))
            .add("target", canvas);
    JsonObjectBuilder json =
        Parts.thing(canvas, "Canvas")
            .add("label", Parts.text(page.label()))
            .add("width", file.width())
            .add("height", file.height());
    page.alt().ifPresent(alt -> json.add("summary", Parts.text(Parts.notMarkup(alt))));
    json.add("thumbnail", Parts.array(thumbnail(page)))
        .add(
            "items",
            Parts.array(
                Parts.thing(canvas + "/painting", "AnnotationPage")
                    .add("items", Parts.array(painting))));
    if (!annotations.isEmpty()) {
      json.add("annotations", Parts.array(annotations));
    }
    return json;
  }

  /** The page of a thing of which there is no picture: a manifest has at least one canvas (5.2). */
  static JsonObjectBuilder blank(String manifest) {
    return Parts.thing(manifest + "/canvas", "Canvas")
        .add("label", Parts.text("尚无图像", "No image yet"))
        .add("width", 1000)
        .add("height", 1414)
        .add("items", Json.createArrayBuilder());
  }

  /** A reference, as ranges and content states make it. */
  JsonObjectBuilder reference(PageImage page, Optional<CanvasRegion> region) {
    String fragment = region.map(part -> "#" + part.fragment()).orElse("");
    return Parts.thing(addresses.canvas(page.iri()) + fragment, "Canvas");
  }

  JsonObjectBuilder thumbnail(PageImage page) {
    PageImage.Content file = page.content().orElseThrow();
    int longer = Math.max(file.width(), file.height());
    int width = Math.max(1, Math.round((float) file.width() * THUMBNAIL / longer));
    int height = Math.max(1, Math.round((float) file.height() * THUMBNAIL / longer));
    return image(page, width + "," + height, width, height);
  }

  private JsonObjectBuilder image(PageImage page, String size, int width, int height) {
    String service = addresses.base() + "iiif/3/" + page.iri().key();
    return Parts.thing(service + "/full/" + size + "/0/default.jpg", "Image")
        .add("format", "image/jpeg")
        .add("width", width)
        .add("height", height)
        .add(
            "service", Parts.array(Parts.thing(service, "ImageService3").add("profile", "level2")));
  }
}
