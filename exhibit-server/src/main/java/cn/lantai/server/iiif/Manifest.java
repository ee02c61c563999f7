package cn.lantai.server.iiif;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Nature;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Lt;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.site.StageReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of a record, by the IIIF Presentation API 3.0. One canvas for each page image that
 * can be read; transcripts as supplementing annotations.
 */
final class Manifest {

  private static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";
  private static final int THUMBNAIL = 400;

  private final StageReader stage;
  private final Addresses addresses;
  private final ArchivalRecord record;
  private final String id;

  Manifest(StageReader stage, Addresses addresses, ArchivalRecord record) {
    this.stage = stage;
    this.addresses = addresses;
    this.record = record;
    id = addresses.manifest(record.iri()).orElseThrow();
  }

  JsonObject toJson() {
    List<PageImage> pages =
        stage.images(record.iri()).stream().filter(page -> page.content().isPresent()).toList();
    JsonObjectBuilder manifest =
        Json.createObjectBuilder()
            .add("@context", CONTEXT)
            .add("id", id)
            .add("type", "Manifest")
            .add("label", text(record.title()));
    record.elements().text("scope").ifPresent(scope -> manifest.add("summary", text(scope)));
    manifest.add("metadata", metadata());
    requiredStatement(pages).ifPresent(statement -> manifest.add("requiredStatement", statement));
    holder().ifPresent(holder -> manifest.add("provider", array(provider(holder))));
    manifest.add("homepage", array(page(addresses.page(record.iri()), record.title())));
    manifest.add("seeAlso", seeAlso());
    if (pages.size() > 1) {
      manifest.add("behavior", Json.createArrayBuilder().add("individuals"));
    }
    if (readsFromTheRight(pages)) {
      manifest.add("viewingDirection", "right-to-left");
    }
    pages.stream()
        .findFirst()
        .ifPresent(first -> manifest.add("thumbnail", array(thumbnail(first))));
    JsonArrayBuilder canvases = Json.createArrayBuilder();
    pages.forEach(page -> canvases.add(canvas(page)));
    return manifest.add("items", canvases).build();
  }

  private JsonArrayBuilder metadata() {
    JsonArrayBuilder metadata = Json.createArrayBuilder();
    add(metadata, "档号", "Reference code", Optional.of(plain(record.code().value())));
    add(
        metadata,
        "日期",
        "Date",
        record
            .date()
            .map(
                date ->
                    plain(date.expressed().orElseGet(() -> date.edtf().orElseThrow().value()))));
    add(metadata, "文种", "Documentary form", record.elements().string("form").map(Manifest::zh));
    add(metadata, "载体数量", "Extent", record.elements().string("extent").map(Manifest::zh));
    add(metadata, "语种", "Language", record.elements().string("language").map(Manifest::zh));
    add(metadata, "性质", "Nature", Optional.of(term(record.nature().slug())));
    add(metadata, "收藏单位", "Repository", holder().flatMap(stage::label).map(Manifest::text));
    return metadata;
  }

  private static void add(
      JsonArrayBuilder metadata, String zh, String en, Optional<JsonObjectBuilder> value) {
    value.ifPresent(
        text ->
            metadata.add(
                Json.createObjectBuilder()
                    .add("label", text(LocalizedText.of(zh, en)))
                    .add("value", text)));
  }

  /** What must be shown with the images: that they are drawn, or that the record is made up. */
  private Optional<JsonObjectBuilder> requiredStatement(List<PageImage> pages) {
    boolean drawn = pages.stream().anyMatch(PageImage::drawn);
    boolean invented = record.nature() == Nature.ILLUSTRATIVE;
    if (!drawn && !invented) {
      return Optional.empty();
    }
    return Optional.of(
        Json.createObjectBuilder()
            .add("label", text(LocalizedText.of("说明", "Note")))
            .add("value", term(invented ? Nature.ILLUSTRATIVE.slug() : "drawn-facsimile")));
  }

  private Optional<EntityIri> holder() {
    return stage.holder(record.parent()).filter(stage::exists);
  }

  private JsonObjectBuilder provider(EntityIri holder) {
    LocalizedText name = stage.label(holder).orElseThrow();
    return Json.createObjectBuilder()
        .add("id", addresses.id(holder))
        .add("type", "Agent")
        .add("label", text(name))
        .add("homepage", array(page(addresses.page(holder), name)));
  }

  private static JsonObjectBuilder page(String address, LocalizedText label) {
    return Json.createObjectBuilder()
        .add("id", address)
        .add("type", "Text")
        .add("label", text(label))
        .add("format", "text/html");
  }

  private JsonArrayBuilder seeAlso() {
    JsonArrayBuilder links = Json.createArrayBuilder();
    for (RdfSyntax syntax : List.of(RdfSyntax.TURTLE, RdfSyntax.JSONLD)) {
      links.add(
          Json.createObjectBuilder()
              .add("id", addresses.data(record.iri(), syntax))
              .add("type", "Dataset")
              .add("format", syntax.mediaType())
              .add("profile", "https://www.ica.org/standards/RiC/ontology"));
    }
    return links;
  }

  private static boolean readsFromTheRight(List<PageImage> pages) {
    return pages.stream()
        .flatMap(page -> page.transcript().stream())
        .findFirst()
        .filter(PageImage.Transcript::vertical)
        .isPresent();
  }

  private JsonObjectBuilder canvas(PageImage page) {
    PageImage.Content file = page.content().orElseThrow();
    String canvas = addresses.canvas(page.iri());
    JsonObjectBuilder painting =
        Json.createObjectBuilder()
            .add("id", canvas + "/image")
            .add("type", "Annotation")
            .add("motivation", "painting")
            .add("body", image(page, "max", file.width(), file.height()))
            .add("target", canvas);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", canvas)
            .add("type", "Canvas")
            .add("label", text(page.label()))
            .add("width", file.width())
            .add("height", file.height())
            .add("thumbnail", array(thumbnail(page)))
            .add("items", array(annotationPage(canvas + "/painting", painting)));
    page.transcript()
        .ifPresent(
            text ->
                json.add(
                    "annotations",
                    array(annotationPage(canvas + "/transcript", transcript(text, canvas)))));
    return json;
  }

  private static JsonObjectBuilder annotationPage(String id, JsonObjectBuilder annotation) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "AnnotationPage")
        .add("items", array(annotation));
  }

  private static JsonObjectBuilder transcript(PageImage.Transcript text, String canvas) {
    return Json.createObjectBuilder()
        .add("id", canvas + "/transcript/1")
        .add("type", "Annotation")
        .add("motivation", "supplementing")
        .add(
            "body",
            Json.createObjectBuilder()
                .add("type", "TextualBody")
                .add("value", String.join("\n", text.lines()))
                .add("language", text.language())
                .add("format", "text/plain"))
        .add("target", canvas);
  }

  private JsonObjectBuilder thumbnail(PageImage page) {
    PageImage.Content file = page.content().orElseThrow();
    int longer = Math.max(file.width(), file.height());
    int width = Math.max(1, Math.round((float) file.width() * THUMBNAIL / longer));
    int height = Math.max(1, Math.round((float) file.height() * THUMBNAIL / longer));
    return image(page, width + "," + height, width, height);
  }

  private JsonObjectBuilder image(PageImage page, String size, int width, int height) {
    String service = addresses.base() + "iiif/3/" + page.iri().key();
    return Json.createObjectBuilder()
        .add("id", service + "/full/" + size + "/0/default.jpg")
        .add("type", "Image")
        .add("format", "image/jpeg")
        .add("width", width)
        .add("height", height)
        .add(
            "service",
            array(
                Json.createObjectBuilder()
                    .add("id", service)
                    .add("type", "ImageService3")
                    .add("profile", "level2")));
  }

  private static JsonArrayBuilder array(JsonObjectBuilder only) {
    return Json.createArrayBuilder().add(only);
  }

  private static JsonObjectBuilder term(String slug) {
    return text(LocalizedText.of(Lt.label(slug, "zh"), Lt.label(slug, "en")));
  }

  private static JsonObjectBuilder text(LocalizedText text) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("zh-Hans", Json.createArrayBuilder().add(text.zh()));
    text.en().ifPresent(en -> json.add("en", Json.createArrayBuilder().add(en)));
    return json;
  }

  private static JsonObjectBuilder zh(String text) {
    return text(LocalizedText.of(text));
  }

  private static JsonObjectBuilder plain(String text) {
    return Json.createObjectBuilder().add("none", Json.createArrayBuilder().add(text));
  }
}
