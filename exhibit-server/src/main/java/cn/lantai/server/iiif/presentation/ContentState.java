package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a link opens: something of ours, the page or recording of it, and the part of that (IIIF
 * Content State API 1.0).
 *
 * @param target the record, file, selection or other thing that is opened; what the canvas is of if
 *     nothing says more than the canvas
 * @param shown the page image or recording whose canvas is shown; empty for the beginning
 * @param region the part of that canvas
 * @param span the time of that canvas, of a recording
 */
public record ContentState(
    EntityIri target,
    Optional<EntityIri> shown,
    Optional<CanvasRegion> region,
    Optional<MediaTime.Span> span) {

  /** The name of the parameter that carries a content state (3.1). */
  public static final String PARAMETER = "iiif-content";

  public ContentState {
    if (shown.filter(canvas -> !canvas.type().isDigital()).isPresent()) {
      throw new IllegalArgumentException("Has no canvas: " + shown);
    }
    if (region.isPresent() && shown.isEmpty()) {
      throw new IllegalArgumentException("A region is of a canvas");
    }
    if (span.isPresent() && shown.filter(ContentState::isRecording).isEmpty()) {
      throw new IllegalArgumentException("A time is of a recording");
    }
  }

  /**
   * Reads the value of {@value #PARAMETER} in each form that the standard knows (2.2, 6), and JSON
   * that its sender forgot to encode or to escape. Nothing is fetched: an address that is not ours
   * is refused.
   *
   * @throws UnreadableContentStateException if it is not a content state, or points elsewhere
   */
  public static ContentState read(String text, Addresses addresses) {
    return new ContentStateReader(addresses).read(text);
  }

  private static boolean isRecording(EntityIri canvas) {
    return canvas.type() == EntityType.RECORDING;
  }

  /** The {@code target} of the annotation (2.2.3); empty if IIIF has nothing of it. */
  public Optional<JsonObject> toJson(Addresses addresses) {
    return shown
        .map(canvas -> canvas(canvas, addresses))
        .or(() -> whole(addresses))
        .map(JsonObjectBuilder::build);
  }

  private Optional<JsonObjectBuilder> whole(Addresses addresses) {
    return addresses
        .presentation(target)
        .map(
            address ->
                reference(
                    address,
                    addresses.manifest(target).filter(address::equals).isPresent()
                        ? "Manifest"
                        : "Collection"));
  }

  private JsonObjectBuilder canvas(EntityIri canvas, Addresses addresses) {
    String fragment =
        Stream.concat(
                span.map(part -> "t=" + part.value()).stream(),
                region.map(CanvasRegion::fragment).stream())
            .collect(Collectors.joining("&"));
    JsonObjectBuilder json =
        reference(addresses.canvas(canvas) + (fragment.isEmpty() ? "" : "#" + fragment), "Canvas");
    addresses
        .manifest(target)
        .ifPresent(
            manifest ->
                json.add("partOf", Json.createArrayBuilder().add(reference(manifest, "Manifest"))));
    return json;
  }

  private static JsonObjectBuilder reference(String id, String type) {
    return Json.createObjectBuilder().add("id", id).add("type", type);
  }

  /** As a value of {@value #PARAMETER}: the address of a whole thing, or encoded JSON (6). */
  public String encoded(Addresses addresses) {
    return toJson(addresses)
        .filter(json -> shown.isPresent())
        .map(json -> encode(json.toString()))
        .or(() -> addresses.presentation(target))
        .orElseGet(() -> addresses.id(target));
  }

  /**
   * The content state encoding (6): {@code encodeURIComponent}, then base64url without padding.
   * More is escaped here than by that function, which its inverse does not mind.
   */
  static String encode(String json) {
    String escaped = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(escaped.getBytes(StandardCharsets.UTF_8));
  }
}
