package cn.lantai.loan;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.SourceKeys;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a manifest of the IIIF Presentation API, of version 3 or 2.1, as what can be borrowed by
 * it. Whoever wrote it is not trusted: size, nesting and number of canvases are limited, markup is
 * taken away, and of addresses only those of the web are taken.
 */
public final class ManifestReader {

  /** In characters. */
  public static final int LONGEST = 4_000_000;

  private static final int DEEPEST = 64;

  /** Further ones are left out, which is told. */
  static final int MOST_CANVASES = 300;

  private static final int MOST_NOTES = 20;

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)identifier|shelf ?mark|call number|reference( code)?|inventory number|signatur"
              + "|档号|编号|索书号|典藏号|馆藏号");
  private static final Pattern DATE =
      Pattern.compile("(?i)date( created| of origin)?|created|日期|时间|年代|创作时间|形成时间");
  private static final Pattern KEEPER =
      Pattern.compile("(?i)repository|holding institution|institution|holder|收藏机构|收藏单位|典藏单位|馆藏机构");

  /** The profile of a service, by its whole address or by its level alone. */
  private static final Pattern LEVEL = Pattern.compile("(?:.*[/#])?level([0-2])(?:\\.json)?");

  private final JsonPlace manifest;
  private final boolean third;
  private final List<LocalizedText> notes = new ArrayList<>();

  private ManifestReader(JsonPlace manifest, boolean third) {
    this.manifest = manifest;
    this.third = third;
  }

  /**
   * What was read.
   *
   * @param notes what was left out of it
   */
  public record Result(Loan loan, List<LocalizedText> notes) {

    public Result {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param json without a byte order mark
   */
  public static Result read(String json) throws UnreadableManifestException {
    JsonPlace root = new JsonPlace(parse(json), "");
    String type = root.type();
    boolean second = root.get("@type").isPresent() && root.get("type").isEmpty();
    if (type.equals("Collection")) {
      throw refused(
          "这是 IIIF 集合，不是清单",
          "This is a IIIF collection, not a manifest",
          second ? "/@type" : "/type",
          "请打开其中一件，用它的 manifest",
          "Open one object of it and take its manifest");
    }
    if (!type.equals("Manifest")) {
      throw refused(
          "这不是 IIIF manifest：type 不是 Manifest",
          "This is no IIIF manifest: its type is not Manifest",
          root.get("type", "@type").map(JsonPlace::pointer).orElse("/type"),
          "请给 Presentation API 3 或 2.1 的 manifest，不是 info.json 或网页",
          "Give a manifest of the Presentation API 3 or 2.1, not info.json or a web page");
    }
    return new ManifestReader(root, !second).read();
  }

  private static JsonValue parse(String json) throws UnreadableManifestException {
    if (json.length() > LONGEST) {
      throw refused(
          "manifest 太大，超过 " + LONGEST / 1_000_000 + " 百万字符",
          "The manifest is too large: over " + LONGEST / 1_000_000 + " million characters",
          "",
          "请向对方要单件的 manifest，或删去其中的注释与文字层",
          "Ask for the manifest of a single object, or take annotations out of it");
    }
    if (nesting(json) > DEEPEST) {
      throw refused(
          "manifest 嵌套太深，超过 " + DEEPEST + " 层",
          "The manifest is nested too deep: over " + DEEPEST + " levels",
          "",
          "请核对文件，正常的 manifest 不到二十层",
          "Check the file; a sound manifest has less than twenty");
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    } catch (JsonParsingException broken) {
      throw refused(
          "这不是合格的 JSON",
          "This is not JSON",
          "line "
              + broken.getLocation().getLineNumber()
              + ", column "
              + broken.getLocation().getColumnNumber(),
          "请从对方网站重新下载或复制整个文件",
          "Download or copy the whole file again");
    } catch (JsonException | IllegalStateException broken) {
      throw refused(
          "这不是合格的 JSON",
          "This is not JSON",
          "",
          "请从对方网站重新下载或复制整个文件",
          "Download or copy the whole file again");
    }
  }

  /** Brackets within strings are no nesting. */
  private static int nesting(String json) {
    int depth = 0;
    int deepest = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }

  private static UnreadableManifestException refused(
      String zh, String en, String where, String remedyZh, String remedyEn) {
    return new UnreadableManifestException(
        LocalizedText.of(zh, en), where, LocalizedText.of(remedyZh, remedyEn));
  }

  private Result read() throws UnreadableManifestException {
    String address =
        manifest
            .id()
            .flatMap(WebAddress::of)
            .orElseThrow(
                () ->
                    refused(
                        "manifest 没有自己的网址",
                        "The manifest does not say its own address",
                        third ? "/id" : "/@id",
                        "id 须是 http 或 https 网址",
                        "Its id is an address by http or https"));
    LocalizedText title =
        text("label")
            .map(ManifestText::line)
            .orElseThrow(
                () ->
                    refused(
                        "manifest 没有题名",
                        "The manifest has no label",
                        "/label",
                        "请补上 label",
                        "Fill in its label"));
    List<Loan.Canvas> canvases = canvases();
    String host = URI.create(address).getHost();
    Loan loan =
        new Loan(
            new EntityIri(EntityType.LOAN, SourceKeys.of(address)),
            title,
            holder().map(ManifestText::line).orElseGet(() -> LocalizedText.of(host)),
            said(CODE).map(text -> ManifestText.line(text).zh()),
            said(DATE).map(text -> HistoricalDate.ofWording(ManifestText.line(text).zh())),
            text(third ? "summary" : "description"),
            link(third ? "rights" : "license"),
            statement(),
            link(third ? "homepage" : "related"),
            address,
            canvases);
    return new Result(loan, notes);
  }

  private Optional<LocalizedText> text(String name) {
    return manifest.get(name).flatMap(ManifestText::of);
  }

  /** By the provider, or else by what the metadata say. */
  private Optional<LocalizedText> holder() {
    return manifest.all("provider").stream()
        .flatMap(provider -> provider.get("label").stream())
        .flatMap(label -> ManifestText.of(label).stream())
        .findFirst()
        .or(() -> said(KEEPER));
  }

  /** The value of the first pair of the metadata whose label is one of these. */
  private Optional<LocalizedText> said(Pattern labels) {
    return manifest.all("metadata").stream()
        .filter(
            pair ->
                pair.get("label").flatMap(ManifestText::of).stream()
                    .flatMap(label -> label.byLanguage().values().stream())
                    .anyMatch(label -> labels.matcher(label.replace(":", "").strip()).matches()))
        .flatMap(pair -> pair.get("value").flatMap(ManifestText::of).stream())
        .findFirst();
  }

  private Optional<LocalizedText> statement() {
    if (!third) {
      return text("attribution");
    }
    Optional<LocalizedText> value =
        manifest
            .get("requiredStatement")
            .flatMap(pair -> pair.get("value"))
            .flatMap(ManifestText::of);
    Optional<LocalizedText> label =
        manifest
            .get("requiredStatement")
            .flatMap(pair -> pair.get("label"))
            .flatMap(ManifestText::of);
    return value.map(
        text ->
            label
                .map(
                    name ->
                        LocalizedText.of(
                            name.zh() + "：" + text.zh(),
                            text.en()
                                .map(en -> name.en().orElseGet(name::zh) + ": " + en)
                                .orElse(null)))
                .orElse(text));
  }

  /** The first address; what is none is told and left out. */
  private Optional<String> link(String name) {
    for (JsonPlace each : manifest.all(name)) {
      Optional<String> address = each.id().flatMap(WebAddress::of);
      if (address.isPresent()) {
        return address;
      }
      note(each, "不是 http 或 https 网址", "not an address by http or https");
    }
    return Optional.empty();
  }

  private void note(JsonPlace place, String zh, String en) {
    if (notes.size() < MOST_NOTES) {
      notes.add(
          LocalizedText.of(
              "未采用 " + place.pointer() + "：" + zh, "Left out " + place.pointer() + ": " + en));
    }
  }

  private List<Loan.Canvas> canvases() throws UnreadableManifestException {
    String where = third ? "/items" : "/sequences/0/canvases";
    List<JsonPlace> all =
        third
            ? manifest.all("items")
            : manifest.all("sequences").stream()
                .limit(1)
                .flatMap(sequence -> sequence.all("canvases").stream())
                .toList();
    List<Loan.Canvas> canvases = new ArrayList<>();
    for (JsonPlace place : all) {
      if (canvases.size() == MOST_CANVASES) {
        note(
            place,
            "只取前 " + MOST_CANVASES + " 幅，共 " + all.size() + " 幅",
            "only the first " + MOST_CANVASES + " of " + all.size() + " canvases are taken");
        break;
      }
      canvas(place, canvases.size() + 1).ifPresent(canvases::add);
    }
    if (canvases.isEmpty()) {
      throw refused(
          all.isEmpty() ? "manifest 里没有画面" : "manifest 里没有可用的图像",
          all.isEmpty() ? "The manifest has no canvas" : "The manifest has no usable image",
          where,
          all.isEmpty() ? "请核对是不是完整的 manifest" : "只能借展图像，不能借展音像；图像须有 http 或 https 网址和大小",
          all.isEmpty()
              ? "Check whether it is the whole manifest"
              : "Images can be borrowed, sound and film cannot; an image has an address by http or"
                  + " https and a size");
    }
    return canvases;
  }

  private Optional<Loan.Canvas> canvas(JsonPlace canvas, int number) {
    Optional<JsonPlace> image = image(canvas);
    if (image.isEmpty()) {
      note(canvas, "没有图像", "no image");
      return Optional.empty();
    }
    Optional<String> picture = image.get().id().flatMap(WebAddress::of);
    Optional<ImageService> service =
        image.get().all("service").stream().flatMap(each -> service(each).stream()).findFirst();
    Function<String, Optional<Integer>> size =
        name ->
            Stream.concat(
                    Stream.of(image.get()),
                    Stream.concat(image.get().all("service").stream(), Stream.of(canvas)))
                .flatMap(place -> place.pixels(name).stream().boxed())
                .findFirst();
    Optional<Integer> width = size.apply("width");
    Optional<Integer> height = size.apply("height");
    if (picture.isEmpty() || width.isEmpty() || height.isEmpty()) {
      note(
          image.get(),
          picture.isEmpty() ? "不是 http 或 https 网址" : "没有大小",
          picture.isEmpty() ? "not an address by http or https" : "no size");
      return Optional.empty();
    }
    return Optional.of(
        new Loan.Canvas(
            number,
            canvas
                .get("label")
                .flatMap(ManifestText::of)
                .map(ManifestText::line)
                .orElseGet(() -> Loan.label(number)),
            canvas.id().flatMap(WebAddress::of),
            picture.get(),
            service,
            width.get(),
            height.get()));
  }

  /** What is painted on a canvas; of a choice, what comes first. */
  private Optional<JsonPlace> image(JsonPlace canvas) {
    Stream<JsonPlace> bodies =
        third
            ? canvas.all("items").stream()
                .flatMap(page -> page.all("items").stream())
                .filter(each -> each.string("motivation").equals(Optional.of("painting")))
                .flatMap(each -> each.all("body").stream())
            : canvas.all("images").stream().flatMap(each -> each.all("resource").stream());
    return bodies
        .flatMap(
            body ->
                body.type().equals("Choice")
                    ? Stream.concat(body.all("default").stream(), body.all("items").stream())
                        .limit(1)
                    : Stream.of(body))
        .filter(body -> body.type().equals("Image"))
        .findFirst();
  }

  private static Optional<ImageService> service(JsonPlace service) {
    String profile =
        service.all("profile").stream()
            .flatMap(each -> each.string().stream())
            .findFirst()
            .orElse("");
    String says = service.type() + " " + service.string("@context").orElse("") + " " + profile;
    int version =
        says.contains("ImageService3") || says.contains("/image/3/")
            ? 3
            : says.contains("ImageService2") || says.contains("/image/2/") ? 2 : 0;
    var level = LEVEL.matcher(profile);
    boolean usable = version > 0 && level.matches() && !level.group(1).equals("0");
    return usable
        ? service
            .id()
            .flatMap(WebAddress::of)
            .map(at -> new ImageService(at, version, Integer.parseInt(level.group(1))))
        : Optional.empty();
  }
}
