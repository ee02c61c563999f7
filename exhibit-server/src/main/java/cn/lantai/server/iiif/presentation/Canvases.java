package cn.lantai.server.iiif.presentation;

import cn.lantai.access.PublicPicture;
import cn.lantai.media.PageImage;
import cn.lantai.media.PixelSize;
import cn.lantai.server.iiif.AuthServices;
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
    JsonObjectBuilder json = picture(page, addresses.canvas(page.iri()));
    if (!annotations.isEmpty()) {
      json.add("annotations", Parts.array(annotations));
    }
    return json;
  }

  /**
   * A canvas that is seen while a recording plays, or before. It has a name of its own, for in a
   * manifest the page may stand as a page too.
   */
  JsonObjectBuilder beside(PageImage page, String recording) {
    return picture(page, recording + "/picture");
  }

  private JsonObjectBuilder picture(PageImage page, String canvas) {
    PageImage.Content file = page.content().orElseThrow();
    JsonObjectBuilder painting =
        Parts.thing(canvas + "/image", "Annotation")
            .add("motivation", "painting")
            .add("body", painting(page, file))
            .add("target", canvas);
    JsonObjectBuilder json =
        Parts.thing(canvas, "Canvas")
            .add("label", Parts.text(page.label()))
            .add("width", file.width())
            .add("height", file.height());
    page.alt().ifPresent(alt -> json.add("summary", Parts.text(Parts.notMarkup(alt))));
    thumbnail(page).ifPresent(picture -> json.add("thumbnail", Parts.array(picture)));
    json.add(
        "items",
        Parts.array(
            Parts.thing(canvas + "/painting", "AnnotationPage")
                .add("items", Parts.array(painting))));
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

  /** Empty if there is no picture for everyone. */
  Optional<JsonObjectBuilder> thumbnail(PageImage page) {
    return PublicPicture.of(page)
        .map(
            picture -> {
              PixelSize size =
                  new PixelSize(picture.width(), picture.height()).within(THUMBNAIL, THUMBNAIL);
              return image(
                  picture.key(), size.width() + "," + size.height(), size, service(picture.key()));
            });
  }

  /** The picture for everyone, or else all of it, with the services that lead there. */
  private JsonObjectBuilder painting(PageImage page, PageImage.Content file) {
    String key = page.iri().key();
    Optional<PublicPicture> open =
        PublicPicture.of(page).filter(picture -> picture.key().equals(key));
    if (open.isPresent()) {
      PixelSize size = new PixelSize(open.get().width(), open.get().height());
      return image(key, "max", size, service(key));
    }
    String base = addresses.base().replaceFirst("/$", "");
    return image(
        key,
        "max",
        new PixelSize(file.width(), file.height()),
        service(key).add("service", new AuthServices(base).forImage(key)));
  }

  private String address(String key) {
    return addresses.base() + "iiif/3/" + key;
  }

  private JsonObjectBuilder service(String key) {
    return Parts.thing(address(key), "ImageService3").add("profile", "level2");
  }

  private JsonObjectBuilder image(
      String key, String size, PixelSize pixels, JsonObjectBuilder service) {
    return Parts.thing(address(key) + "/full/" + size + "/0/default.jpg", "Image")
        .add("format", "image/jpeg")
        .add("width", pixels.width())
        .add("height", pixels.height())
        .add("service", Parts.array(service));
  }
}
