package cn.lantai.server.iiif.presentation;

import cn.lantai.access.Licence;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.loan.ImageService;
import cn.lantai.loan.Loan;
import cn.lantai.selection.Item;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The canvases of other institutions in our manifests. They keep the name that their holder gave
 * them, say what they are part of and whose they are, and are painted from the holder's service.
 */
final class LoanCanvases {

  private LoanCanvases() {}

  /** The canvas that an item names, or the first of the loan that it stands for. */
  static Optional<CanvasName> shown(Item item) {
    return item.canvas()
        .or(
            () ->
                item.member()
                    .filter(member -> member.type() == EntityType.LOAN && item.image().isEmpty())
                    .map(loan -> new CanvasName(loan, 1)));
  }

  static String id(CanvasName name, Loan.Canvas canvas, Addresses addresses) {
    return canvas
        .id()
        .filter(id -> id.indexOf('#') < 0)
        .orElseGet(() -> addresses.page(name.loan()) + "/canvas/" + name.number());
  }

  static JsonObjectBuilder canvas(
      Loan loan, Loan.Canvas canvas, Addresses addresses, List<JsonObjectBuilder> annotations) {
    CanvasName name = loan.name(canvas);
    String id = id(name, canvas, addresses);
    String own = addresses.page(loan.iri()) + "/canvas/" + canvas.number();
    LocalizedText title =
        loan.canvases().size() == 1
            ? loan.title()
            : LocalizedText.of(
                loan.title().zh() + " · " + canvas.label().zh(),
                loan.title().en().or(() -> canvas.label().en()).isEmpty()
                    ? null
                    : loan.title().en().orElseGet(loan.title()::zh)
                        + " · "
                        + canvas.label().en().orElseGet(canvas.label()::zh));
    JsonObjectBuilder json =
        Parts.thing(id, "Canvas")
            .add("label", Parts.text(title))
            .add("width", canvas.width())
            .add("height", canvas.height());
    List<JsonObjectBuilder> metadata = new ArrayList<>();
    metadata.add(Parts.pair(Parts.text("收藏机构", "Holding institution"), Parts.text(loan.holder())));
    loan.code()
        .ifPresent(
            code -> metadata.add(Parts.pair(Parts.text("馆藏号", "Shelf mark"), Parts.plain(code))));
    json.add("metadata", Parts.array(metadata));
    json.add(
        "requiredStatement",
        Parts.pair(
            Parts.text("署名", "Attribution"),
            Parts.text(Parts.notMarkup(loan.statement().orElse(loan.holder())))));
    loan.rights().flatMap(Licence::in).ifPresent(licence -> json.add("rights", licence));
    loan.homepage()
        .ifPresent(
            home ->
                json.add(
                    "homepage",
                    Parts.array(
                        Parts.thing(home, "Text")
                            .add("label", Parts.text(loan.title()))
                            .add("format", "text/html"))));
    json.add("partOf", Parts.array(Parts.thing(loan.manifest(), "Manifest")));
    json.add(
        "items",
        Parts.array(
            Parts.thing(own + "/painting", "AnnotationPage")
                .add(
                    "items",
                    Parts.array(
                        Parts.thing(own + "/image", "Annotation")
                            .add("motivation", "painting")
                            .add("body", picture(canvas))
                            .add("target", id)))));
    if (!annotations.isEmpty()) {
      json.add("annotations", Parts.array(annotations));
    }
    return json;
  }

  private static JsonObjectBuilder picture(Loan.Canvas canvas) {
    JsonObjectBuilder body =
        Parts.thing(canvas.picture(), "Image")
            .add("width", canvas.width())
            .add("height", canvas.height());
    canvas.service().ifPresent(service -> body.add("service", Parts.array(service(service))));
    return body;
  }

  /** Services of version 2 keep the names of their properties (5.7). */
  private static JsonObjectBuilder service(ImageService service) {
    return service.version() == 2
        ? Json.createObjectBuilder()
            .add("@id", service.address())
            .add("@type", "ImageService2")
            .add("profile", "http://iiif.io/api/image/2/level" + service.level() + ".json")
        : Parts.thing(service.address(), "ImageService3").add("profile", "level" + service.level());
  }
}
