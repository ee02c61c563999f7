package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.media.PageImage;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written on a page, one supplementing annotation for each line. A line whose place is
 * known points there, any other at the whole canvas.
 */
public final class Transcripts {

  private final Addresses addresses;

  public Transcripts(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The address of the annotation page. */
  private String address(PageImage page) {
    return addresses.canvas(page.iri()) + "/transcript";
  }

  /** Empty if nothing is written there. */
  public Optional<Lines> lines(PageImage page) {
    return page.transcript().map(transcript -> new OnPage(page, transcript));
  }

  private final class OnPage implements Lines {

    private final PageImage page;
    private final PageImage.Transcript transcript;

    OnPage(PageImage page, PageImage.Transcript transcript) {
      this.page = page;
      this.transcript = transcript;
    }

    @Override
    public String address() {
      return Transcripts.this.address(page);
    }

    @Override
    public List<String> texts() {
      return transcript.texts();
    }

    @Override
    public Optional<EntityIri> record() {
      return page.record();
    }

    @Override
    public JsonObjectBuilder annotation(int line) {
      return Transcripts.this.annotation(page, line);
    }
  }

  /** For manifests of very many pages, which would grow large with all their lines. */
  JsonObjectBuilder reference(PageImage page) {
    return Parts.thing(address(page), "AnnotationPage").add("label", label(page));
  }

  JsonObjectBuilder page(PageImage page) {
    List<JsonObjectBuilder> lines = new ArrayList<>();
    PageImage.Transcript transcript = page.transcript().orElseThrow();
    for (int line = 0; line < transcript.lines().size(); line++) {
      if (!transcript.lines().get(line).text().isBlank()) {
        lines.add(annotation(page, line));
      }
    }
    return reference(page).add("items", Parts.array(lines));
  }

  /** Web Annotation has no word for vertical writing, so the label says it. */
  private static JsonObject label(PageImage page) {
    return page.transcript().filter(PageImage.Transcript::vertical).isPresent()
        ? Parts.text("录文（竖排，自右至左）", "Transcript (vertical, from right to left)").build()
        : Parts.text("录文", "Transcript").build();
  }

  /**
   * @param line counted from 0
   */
  private JsonObjectBuilder annotation(PageImage page, int line) {
    PageImage.Transcript transcript = page.transcript().orElseThrow();
    return Parts.thing(address(page) + "/" + (line + 1), "Annotation")
        .add("motivation", "supplementing")
        .add(
            "body",
            Json.createObjectBuilder()
                .add("type", "TextualBody")
                .add("value", transcript.lines().get(line).text())
                .add("format", "text/plain")
                .add("language", transcript.language())
                .add("textDirection", "ltr"))
        .add("target", target(page, line));
  }

  private String target(PageImage page, int line) {
    PageImage.Line written = page.transcript().orElseThrow().lines().get(line);
    return addresses.canvas(page.iri())
        + page.content()
            .flatMap(
                file ->
                    written
                        .region()
                        .map(region -> CanvasRegion.of(region, file.width(), file.height())))
            .map(region -> "#" + region.fragment())
            .orElse("");
  }
}
