package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.loan.Loan;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.prose.Prose;
import cn.lantai.selection.Block;
import cn.lantai.selection.Item;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The manifest of a selection: the pages that it shows and the recordings that it plays, its
 * sections as ranges, and what it says of each as comments. What is shown twice is one canvas.
 */
final class SelectionManifest {

  private final StageReader stage;
  private final Addresses addresses;
  private final Describer describer;
  private final Canvases canvases;
  private final Transcripts transcripts;
  private final RecordingCanvases sounds;
  private final CommentText words;
  private final Map<EntityIri, PageImage> pages = new LinkedHashMap<>();
  private final Map<EntityIri, Recording> recordings = new LinkedHashMap<>();
  private final Map<CanvasName, Loan> loans = new LinkedHashMap<>();
  private final Map<Object, List<JsonObjectBuilder>> comments = new LinkedHashMap<>();

  SelectionManifest(
      StageReader stage,
      Addresses addresses,
      Describer describer,
      Canvases canvases,
      Transcripts transcripts,
      RecordingCanvases sounds) {
    this.stage = stage;
    this.addresses = addresses;
    this.describer = describer;
    this.canvases = canvases;
    this.transcripts = transcripts;
    this.sounds = sounds;
    this.words = new CommentText(addresses.base());
  }

  JsonObject of(Selection selection) {
    String id = addresses.manifest(selection.iri()).orElseThrow();
    List<JsonObjectBuilder> ranges = new ArrayList<>();
    for (Section section : selection.sections()) {
      range(section, id).ifPresent(ranges::add);
    }
    JsonObjectBuilder manifest = Parts.thing(id, "Manifest");
    boolean drawn = pages.values().stream().anyMatch(PageImage::drawn);
    describer.selection(selection, drawn).write(manifest, id, addresses);
    if (pages.size() + loans.size() > 1) {
      manifest.add("behavior", Json.createArrayBuilder().add("individuals"));
    }
    selection
        .cover()
        .flatMap(stage::image)
        .filter(cover -> cover.content().isPresent())
        .or(() -> pages.values().stream().findFirst())
        .flatMap(canvases::thumbnail)
        .ifPresent(picture -> manifest.add("thumbnail", Parts.array(picture)));
    if (Manifests.hasWords(pages.values(), recordings.values())) {
      manifest.add("service", SearchService.of(id, addresses));
    }
    boolean empty = pages.isEmpty() && recordings.isEmpty() && loans.isEmpty();
    manifest.add("items", empty ? Parts.array(Canvases.blank(id)) : canvases(id));
    if (!ranges.isEmpty()) {
      manifest.add(
          "structures",
          Parts.array(
              Parts.thing(id + "/range", "Range")
                  .add("label", Parts.text(selection.plainTitle()))
                  .add("items", Parts.array(ranges))));
    }
    return Contexts.before(manifest.build());
  }

  private JsonArrayBuilder canvases(String id) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    for (PageImage page : pages.values()) {
      List<JsonObjectBuilder> annotations = new ArrayList<>();
      if (page.transcript().isPresent()) {
        annotations.add(transcripts.reference(page));
      }
      annotations.addAll(labels(page.iri(), named(page.iri()), id));
      items.add(canvases.canvas(page, annotations));
    }
    loans.forEach(
        (name, loan) ->
            items.add(
                LoanCanvases.canvas(
                    loan,
                    loan.canvas(name.number()).orElseThrow(),
                    addresses,
                    labels(name, "loan/" + name.loan().key() + "-" + name.number(), id))));
    for (Recording recording : recordings.values()) {
      items.add(sounds.canvas(recording, labels(recording.iri(), named(recording.iri()), id)));
    }
    return items;
  }

  private static String named(EntityIri digital) {
    return digital.type().segment() + "/" + digital.key();
  }

  /**
   * @param shown an image, a recording, or a canvas of a loan
   */
  private List<JsonObjectBuilder> labels(Object shown, String name, String id) {
    List<JsonObjectBuilder> said = comments.getOrDefault(shown, List.of());
    return said.isEmpty()
        ? List.of()
        : List.of(
            Parts.thing(id + "/labels/" + name, "AnnotationPage")
                .add("label", Parts.text("说明牌", "Labels"))
                .add("items", Parts.array(said)));
  }

  /** Empty if the section shows no page and plays nothing. */
  private Optional<JsonObjectBuilder> range(Section section, String id) {
    Map<String, JsonObjectBuilder> shown = new LinkedHashMap<>();
    int number = 0;
    for (Block block : section.blocks()) {
      for (Item item : block.items()) {
        number++;
        String label = id + "/label/" + section.number() + "-" + number;
        if (block.type().use(ItemField.RECORDING).isPresent()) {
          play(item, label).ifPresent(played -> shown.put(label, played));
          continue;
        }
        Optional<Loan.Canvas> borrowed = borrowed(item);
        if (borrowed.isPresent()) {
          CanvasName name = LoanCanvases.shown(item).orElseThrow();
          String target =
              LoanCanvases.id(name, borrowed.get(), addresses)
                  + item.region()
                      .map(
                          part ->
                              CanvasRegion.of(
                                  part, borrowed.get().width(), borrowed.get().height()))
                      .map(part -> "#" + part.fragment())
                      .orElse("");
          shown.put(target, Parts.thing(target, "Canvas"));
          comment(item, name, target, label);
          continue;
        }
        Optional<PageImage> page = page(item);
        if (page.isPresent()) {
          shown.put(
              place(item, page.get()), canvases.reference(page.get(), region(item, page.get())));
          comment(item, page.get().iri(), place(item, page.get()), label);
        }
      }
    }
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    LocalizedText title =
        section
            .title()
            .or(() -> section.lede().map(Prose::plain))
            .orElseGet(() -> LocalizedText.of("前言", "Preface"));
    return Optional.of(
        Parts.thing(id + "/range/" + section.number(), "Range")
            .add("label", Parts.text(title))
            .add("items", Parts.array(shown.values())));
  }

  /** The recording of an item, or the part of it, as a range names it; remembered as shown. */
  private Optional<JsonObjectBuilder> play(Item item, String label) {
    Optional<Recording> played =
        stage.played(item).filter(recording -> recording.content().isPresent());
    played.ifPresent(
        recording -> {
          recordings.putIfAbsent(recording.iri(), recording);
          String part = item.span().map(span -> "#t=" + span.value()).orElse("");
          comment(item, recording.iri(), addresses.canvas(recording.iri()) + part, label);
        });
    return played.map(recording -> sounds.reference(recording, item.span()));
  }

  /** The canvas of a loan that an item shows; remembered as one of the manifest. */
  private Optional<Loan.Canvas> borrowed(Item item) {
    return LoanCanvases.shown(item)
        .flatMap(
            name -> {
              Optional<Loan> loan = stage.loan(name.loan());
              Optional<Loan.Canvas> canvas = loan.flatMap(it -> it.canvas(name.number()));
              canvas.ifPresent(it -> loans.putIfAbsent(name, loan.orElseThrow()));
              return canvas;
            });
  }

  private void comment(Item item, Object digital, String target, String id) {
    words
        .bodies(item)
        .ifPresent(
            bodies ->
                comments
                    .computeIfAbsent(digital, key -> new ArrayList<>())
                    .add(
                        Parts.thing(id, "Annotation")
                            .add("motivation", "commenting")
                            .add("body", bodies)
                            .add("target", target)));
  }

  private String place(Item item, PageImage page) {
    return addresses.canvas(page.iri())
        + region(item, page).map(part -> "#" + part.fragment()).orElse("");
  }

  private static Optional<CanvasRegion> region(Item item, PageImage page) {
    PageImage.Content file = page.content().orElseThrow();
    return item.image()
        .filter(page.iri()::equals)
        .flatMap(image -> item.region())
        .map(part -> CanvasRegion.of(part, file.width(), file.height()));
  }

  /** The page that an item shows; remembered as one of the manifest. */
  private Optional<PageImage> page(Item item) {
    Optional<PageImage> page = ShownImages.of(item, stage);
    page.ifPresent(image -> pages.putIfAbsent(image.iri(), image));
    return page;
  }
}
