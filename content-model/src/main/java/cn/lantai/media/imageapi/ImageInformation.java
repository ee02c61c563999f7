package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.PixelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code info.json} says of an image. */
public final class ImageInformation {

  /** Before the own context if services of the IIIF Authorization Flow API 2.0 are declared. */
  private static final String AUTHORIZATION = "http://iiif.io/api/auth/2/context.json";

  private final PixelSize size;
  private final int tileSize;
  private final int levels;
  private final List<PixelSize> sizes;
  private final SizeLimits limits;

  ImageInformation(AccessPyramid pyramid, SizeLimits limits) {
    this.size = pyramid.size();
    this.tileSize = pyramid.tileSize();
    this.levels = pyramid.levels();
    this.sizes = pyramid.readySizes().stream().filter(limits::allow).toList();
    this.limits = limits;
  }

  public PixelSize size() {
    return size;
  }

  /** Sizes of the whole image that cost nothing to give, from small to large. */
  public List<PixelSize> sizes() {
    return sizes;
  }

  /**
   * What the document says beside the picture itself.
   *
   * @param rights IRI of a licence or rights statement
   * @param attribution whom to name; version 3 leaves that to the manifest
   * @param service other services of the image, as JSON
   */
  public record Context(
      Optional<String> rights, Optional<String> attribution, Optional<String> service) {

    public static final Context NONE =
        new Context(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The document; {@code id} is the address of the image without a slash at its end. */
  public String toJson(ApiVersion version, String id, Context context) {
    return version == ApiVersion.V3 ? version3(id, context) : version2(id, context);
  }

  private String version3(String id, Context context) {
    return "{\n"
        + line("@context", contexts(context))
        + line("id", quoted(id))
        + line("type", quoted("ImageService3"))
        + line("protocol", quoted("http://iiif.io/api/image"))
        + line("profile", quoted("level2"))
        + line("width", size.width())
        + line("height", size.height())
        + line("maxWidth", limits.maxWidth())
        + line("maxHeight", limits.maxHeight())
        + line("maxArea", limits.maxArea())
        + line("sizes", sizesJson())
        + line("tiles", tilesJson())
        + context.rights().map(uri -> line("rights", quoted(uri))).orElse("")
        + context.service().map(json -> line("service", json)).orElse("")
        + line("preferredFormats", "[\"jpg\"]")
        + extraFormats()
        + line("extraQualities", "[\"color\", \"gray\", \"bitonal\"]")
        + "  \"extraFeatures\": [\"canonicalLinkHeader\", \"mirroring\", \"profileLinkHeader\","
        + " \"rotationArbitrary\", \"sizeUpscaling\"]\n"
        + "}\n";
  }

  private static String contexts(Context context) {
    String own = quoted(ApiVersion.V3.context());
    return context.service().isEmpty() ? own : "[" + quoted(AUTHORIZATION) + ", " + own + "]";
  }

  private String version2(String id, Context context) {
    return "{\n"
        + line("@context", quoted(ApiVersion.V2.context()))
        + line("@id", quoted(id))
        + line("protocol", quoted("http://iiif.io/api/image"))
        + line("width", size.width())
        + line("height", size.height())
        + line("sizes", sizesJson())
        + line("tiles", tilesJson())
        + context.attribution().map(text -> line("attribution", quoted(text))).orElse("")
        + context.rights().map(uri -> line("license", quoted(uri))).orElse("")
        + context.service().map(json -> line("service", json)).orElse("")
        + "  \"profile\": [\n    "
        + quoted(ApiVersion.V2.profile())
        + ",\n    {\"formats\": "
        + formatsJson(OutputFormat.available())
        + ",\n"
        + "     \"qualities\": [\"default\", \"color\", \"gray\", \"bitonal\"],\n"
        + String.format(
            Locale.ROOT,
            "     \"maxWidth\": %d, \"maxHeight\": %d, \"maxArea\": %d,\n",
            limits.maxWidth(),
            limits.maxHeight(),
            limits.maxArea())
        + "     \"supports\": [\"baseUriRedirect\", \"canonicalLinkHeader\", \"cors\","
        + " \"jsonldMediaType\", \"mirroring\", \"profileLinkHeader\", \"regionSquare\","
        + " \"rotationArbitrary\", \"sizeAboveFull\"]}\n  ]\n"
        + "}\n";
  }

  /** What is given beside jpg and png, which belong to level 2. */
  private static String extraFormats() {
    List<OutputFormat> extra = new ArrayList<>(OutputFormat.available());
    extra.removeAll(List.of(OutputFormat.JPG, OutputFormat.PNG));
    return extra.isEmpty() ? "" : line("extraFormats", formatsJson(extra));
  }

  private static String formatsJson(List<OutputFormat> formats) {
    return formats.stream()
        .map(format -> quoted(format.suffix()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String sizesJson() {
    return sizes.stream()
        .map(s -> "{\"width\": " + s.width() + ", \"height\": " + s.height() + "}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String tilesJson() {
    String factors =
        IntStream.range(0, levels)
            .mapToObj(level -> Integer.toString(1 << level))
            .collect(Collectors.joining(", "));
    return "[{\"width\": "
        + tileSize
        + ", \"height\": "
        + tileSize
        + ", \"scaleFactors\": ["
        + factors
        + "]}]";
  }

  private static String line(String name, Object json) {
    return "  \"" + name + "\": " + json + ",\n";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
