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

  private final PixelSize size;
  private final int tileSize;
  private final int levels;
  private final List<PixelSize> sizes;
  private final SizeLimits limits;
  private final List<OutputFormat> formats;

  ImageInformation(AccessPyramid pyramid, SizeLimits limits, List<OutputFormat> formats) {
    this.size = pyramid.size();
    this.tileSize = pyramid.tileSize();
    this.levels = pyramid.levels();
    this.sizes = pyramid.readySizes().stream().filter(limits::allow).toList();
    this.limits = limits;
    this.formats = List.copyOf(formats);
  }

  public PixelSize size() {
    return size;
  }

  /** Sizes of the whole image that cost nothing to give, from small to large. */
  public List<PixelSize> sizes() {
    return sizes;
  }

  /** The document; {@code id} is the address of the image without a slash at its end. */
  public String toJson(ApiVersion version, String id, Optional<String> rights) {
    return version == ApiVersion.V3 ? version3(id, rights) : version2(id, rights);
  }

  private String version3(String id, Optional<String> rights) {
    return "{\n"
        + line("@context", quoted(ApiVersion.V3.context()))
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
        + rights.map(uri -> line("rights", quoted(uri))).orElse("")
        + line("preferredFormats", "[\"jpg\"]")
        + extraFormats()
        + line("extraQualities", "[\"color\", \"gray\", \"bitonal\"]")
        + "  \"extraFeatures\": [\"canonicalLinkHeader\", \"mirroring\", \"profileLinkHeader\","
        + " \"sizeUpscaling\"]\n"
        + "}\n";
  }

  private String version2(String id, Optional<String> rights) {
    return "{\n"
        + line("@context", quoted(ApiVersion.V2.context()))
        + line("@id", quoted(id))
        + line("protocol", quoted("http://iiif.io/api/image"))
        + line("width", size.width())
        + line("height", size.height())
        + line("sizes", sizesJson())
        + line("tiles", tilesJson())
        + rights.map(uri -> line("license", quoted(uri))).orElse("")
        + "  \"profile\": [\n    "
        + quoted(ApiVersion.V2.profile())
        + ",\n    {\"formats\": "
        + formatsJson(formats)
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
        + " \"sizeAboveFull\"]}\n  ]\n"
        + "}\n";
  }

  /** What is given beside jpg and png, which belong to level 2. */
  private String extraFormats() {
    List<OutputFormat> extra = new ArrayList<>(formats);
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
